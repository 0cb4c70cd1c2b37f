"""What can happen to goals and their steps, in the past tense."""

from dataclasses import dataclass
from uuid import UUID

from rapport.domain.event import RelationshipEvent


@dataclass(frozen=True, kw_only=True)
class GoalProposed(RelationshipEvent):
    goal: UUID


@dataclass(frozen=True, kw_only=True)
class GoalReworded(RelationshipEvent):
    goal: UUID


@dataclass(frozen=True, kw_only=True)
class GoalAccepted(RelationshipEvent):
    goal: UUID


@dataclass(frozen=True, kw_only=True)
class GoalLevelRecorded(RelationshipEvent):
    goal: UUID


@dataclass(frozen=True, kw_only=True)
class GoalDropped(RelationshipEvent):
    goal: UUID


@dataclass(frozen=True, kw_only=True)
class GoalSplit(RelationshipEvent):
    goal: UUID
    part: UUID


@dataclass(frozen=True, kw_only=True)
class GoalPickedUp(RelationshipEvent):
    goal: UUID


@dataclass(frozen=True, kw_only=True)
class CommitmentTalkedAbout(RelationshipEvent):
    goal: UUID


@dataclass(frozen=True, kw_only=True)
class GoalReviewed(RelationshipEvent):
    goal: UUID


@dataclass(frozen=True, kw_only=True)
class StepPlanned(RelationshipEvent):
    step: UUID


@dataclass(frozen=True, kw_only=True)
class StepTaken(RelationshipEvent):
    step: UUID


@dataclass(frozen=True, kw_only=True)
class StepReopened(RelationshipEvent):
    step: UUID
