"""What can happen around a meeting, in the past tense."""

from dataclasses import dataclass
from uuid import UUID

from rapport.domain.event import RelationshipEvent


@dataclass(frozen=True, kw_only=True)
class TimesProposed(RelationshipEvent):
    proposal: UUID


@dataclass(frozen=True, kw_only=True)
class TimesWithdrawn(RelationshipEvent):
    proposal: UUID


@dataclass(frozen=True, kw_only=True)
class MeetingArranged(RelationshipEvent):
    meeting: UUID


@dataclass(frozen=True, kw_only=True)
class MeetingMoved(RelationshipEvent):
    meeting: UUID


@dataclass(frozen=True, kw_only=True)
class MeetingCancelled(RelationshipEvent):
    meeting: UUID


@dataclass(frozen=True, kw_only=True)
class MeetingHeld(RelationshipEvent):
    meeting: UUID


@dataclass(frozen=True, kw_only=True)
class MeetingReopened(RelationshipEvent):
    meeting: UUID


@dataclass(frozen=True, kw_only=True)
class AgendaWritten(RelationshipEvent):
    meeting: UUID


@dataclass(frozen=True, kw_only=True)
class PreparationShared(RelationshipEvent):
    meeting: UUID


@dataclass(frozen=True, kw_only=True)
class ReflectionShared(RelationshipEvent):
    meeting: UUID
