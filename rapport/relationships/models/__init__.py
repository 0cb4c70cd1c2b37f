"""The heart: a mentoring relationship and everything that belongs to it, one file a noun."""

from rapport.relationships.models.agreement import Agreement, AgreementDraft, Signature
from rapport.relationships.models.ending import Decision, Ending, RematchWish, Thanks
from rapport.relationships.models.goal import Acceptance, Attainment, Goal, Review, Step
from rapport.relationships.models.meeting import Meeting, Preparation, Reflection
from rapport.relationships.models.relationship import (
    MoveWish,
    Participant,
    PhaseChange,
    Relationship,
    TalkRequest,
)
from rapport.relationships.models.rhythm import DecisionNeed, DriftAnswer, DriftQuestion, Pause
from rapport.relationships.models.values import ValueSort

__all__ = [
    "Acceptance",
    "Agreement",
    "AgreementDraft",
    "Attainment",
    "Decision",
    "DecisionNeed",
    "DriftAnswer",
    "DriftQuestion",
    "Ending",
    "Goal",
    "Meeting",
    "MoveWish",
    "Participant",
    "Pause",
    "PhaseChange",
    "Preparation",
    "Reflection",
    "Relationship",
    "RematchWish",
    "Review",
    "Signature",
    "Step",
    "TalkRequest",
    "Thanks",
    "ValueSort",
]
