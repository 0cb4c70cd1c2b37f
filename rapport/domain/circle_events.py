"""What can happen to a circle of people, in the past tense: who joins it, and who is out of it."""

from dataclasses import dataclass
from uuid import UUID

from rapport.domain.event import Event, RelationshipEvent


@dataclass(frozen=True, kw_only=True)
class SpaceJoined(Event):
    """All members signed that somebody belongs to their sealed pages."""

    space: UUID
    person: UUID


@dataclass(frozen=True, kw_only=True)
class SpaceLeft(Event):
    """Somebody is no longer a member of sealed pages, by herself or by the others' signatures."""

    space: UUID
    person: UUID


@dataclass(frozen=True, kw_only=True)
class CoMentorProposed(RelationshipEvent):
    """A coordinator thinks of somebody; only the members can let her in."""

    person: UUID


@dataclass(frozen=True, kw_only=True)
class CoMentorWithdrawn(RelationshipEvent):
    person: UUID


@dataclass(frozen=True, kw_only=True)
class CoMentorJoined(RelationshipEvent):
    person: UUID
