"""What happens before pairs are announced: people are asked, places are kept, given and free."""

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


@dataclass(frozen=True, kw_only=True)
class PlaceGiven(Event):
    """Somebody who was not drawn has a place now."""

    lot: UUID


@dataclass(frozen=True, kw_only=True)
class PlaceFree(Event):
    """Somebody whom a lot gave a place gave it back, and others wait."""

    intake: UUID
