"""What happens before pairs are announced: people are asked, and places are kept."""

from dataclasses import dataclass
from uuid import UUID

from rapport.domain.event import Event


@dataclass(frozen=True, kw_only=True)
class SayAsked(Event):
    """Somebody may say whom she would like to meet."""

    asking: UUID


@dataclass(frozen=True, kw_only=True)
class SayReminded(Event):
    asking: UUID


@dataclass(frozen=True, kw_only=True)
class ChoiceEnded(Event):
    """What somebody asked for does not come about; by whom is in no event."""

    choice: UUID


@dataclass(frozen=True, kw_only=True)
class AskingEnded(Event):
    """Nobody is asked any more in this round."""

    matching_round: UUID


@dataclass(frozen=True, kw_only=True)
class PlaceKept(Event):
    """A round ended without a pair for somebody, who takes part in the next one."""

    matching_round: UUID
    enrolment: UUID
