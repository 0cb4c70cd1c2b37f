"""The heart: a mentoring relationship and everything that belongs to it, one file a noun."""

from rapport.relationships.models.agreement import (
    Agreement,
    AgreementDraft,
    AgreementTemplate,
    ClauseView,
    Signature,
)
from rapport.relationships.models.competency import CompetencyView
from rapport.relationships.models.ending import (
    AfterCare,
    Decision,
    Ending,
    Farewell,
    Introduction,
    Keeping,
    RematchWish,
    Thanks,
)
from rapport.relationships.models.goal import Acceptance, Attainment, Goal, Review, Step
from rapport.relationships.models.meeting import (
    Meeting,
    MeetingSeries,
    Preparation,
    ProposedTime,
    Reflection,
    TimeProposal,
)
from rapport.relationships.models.outlook import Confidence, OutlookShowing
from rapport.relationships.models.pulse import Pulse, PulseAnswer
from rapport.relationships.models.relationship import (
    Departure,
    MoveWish,
    Participant,
    PhaseChange,
    Relationship,
    TalkRequest,
)
from rapport.relationships.models.rhythm import (
    DecisionNeed,
    DriftAnswer,
    DriftQuestion,
    Holiday,
    Pause,
)
from rapport.relationships.models.shelf import QuestionBookmark, ShelfItem
from rapport.relationships.models.trust import TrustSort
from rapport.relationships.models.values import ValueSort

__all__ = [
    "Acceptance",
    "AfterCare",
    "Agreement",
    "AgreementDraft",
    "AgreementTemplate",
    "Attainment",
    "ClauseView",
    "CompetencyView",
    "Confidence",
    "Decision",
    "DecisionNeed",
    "Departure",
    "DriftAnswer",
    "DriftQuestion",
    "Ending",
    "Farewell",
    "Goal",
    "Holiday",
    "Introduction",
    "Keeping",
    "Meeting",
    "MeetingSeries",
    "MoveWish",
    "OutlookShowing",
    "Participant",
    "Pause",
    "PhaseChange",
    "Preparation",
    "ProposedTime",
    "Pulse",
    "PulseAnswer",
    "QuestionBookmark",
    "Reflection",
    "Relationship",
    "RematchWish",
    "Review",
    "ShelfItem",
    "Signature",
    "Step",
    "TalkRequest",
    "Thanks",
    "TimeProposal",
    "TrustSort",
    "ValueSort",
]
