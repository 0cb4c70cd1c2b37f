"""What happens to the foundations of a relationship – pulse, trust, competencies – in the past."""

from dataclasses import dataclass
from uuid import UUID

from rapport.domain.event import RelationshipEvent


@dataclass(frozen=True, kw_only=True)
class PulseAnswered(RelationshipEvent):
    pulse: UUID


@dataclass(frozen=True, kw_only=True)
class PulseRevealed(RelationshipEvent):
    pulse: UUID


@dataclass(frozen=True, kw_only=True)
class PulseTopicChosen(RelationshipEvent):
    """What it is, is sealed."""

    pulse: UUID


@dataclass(frozen=True, kw_only=True)
class TrustSorted(RelationshipEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class TrustRevealed(RelationshipEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class CompetencyViewed(RelationshipEvent):
    """Somebody looked at herself or at a partner, at the start or the end of a phase."""


@dataclass(frozen=True, kw_only=True)
class ClausesViewed(RelationshipEvent):
    """Somebody said of the clauses of the draft what she accepts; what she said is sealed."""
