"""Everything that can happen, in the past tense: numbers of things and people, never words."""

from dataclasses import dataclass
from uuid import UUID

from rapport.domain.circle_events import (
    CoMentorJoined,
    CoMentorProposed,
    CoMentorWithdrawn,
    SpaceJoined,
    SpaceLeft,
)
from rapport.domain.ending_events import (
    AfterCareDue,
    DecisionMade,
    FarewellWritten,
    IntroductionMade,
    IntroductionPromised,
    KeepingChosen,
    NextChosen,
    PagesErased,
    PagesGoSoon,
    ReadinessShown,
    RelationshipEnded,
    RelationshipRenewed,
    RematchWished,
    ThanksWritten,
    WordsErased,
)
from rapport.domain.event import Event, RelationshipEvent
from rapport.domain.foundation_events import (
    ClausesViewed,
    CompetencyViewed,
    PulseAnswered,
    PulseRevealed,
    PulseTopicChosen,
    TrustRevealed,
    TrustSorted,
)
from rapport.domain.goal_events import (
    CommitmentTalkedAbout,
    GoalAccepted,
    GoalDropped,
    GoalLevelRecorded,
    GoalPickedUp,
    GoalProposed,
    GoalReviewed,
    GoalReworded,
    GoalSplit,
    StepPlanned,
    StepReopened,
    StepTaken,
)
from rapport.domain.matching_events import (
    AskingEnded,
    ChoiceEnded,
    PlaceFree,
    PlaceGiven,
    PlaceKept,
    SayAsked,
    SayReminded,
)
from rapport.domain.meeting_events import (
    AgendaWritten,
    MeetingArranged,
    MeetingCancelled,
    MeetingHeld,
    MeetingMoved,
    MeetingReopened,
    PreparationShared,
    ReflectionShared,
    TimesProposed,
    TimesWithdrawn,
)
from rapport.domain.message_events import MessageWritten, ReportWritten
from rapport.domain.organisation_events import (
    AssemblyCalled,
    AssemblyCalledOff,
    BaselineAsked,
    DutyGiven,
    DutyTakenBack,
    InvitationAccepted,
    InvitationWithdrawn,
    LooksListed,
    PairsAnnounced,
    PeopleImported,
    PersonInvited,
    PlaceholderMerged,
    SecondStepForgotten,
    SessionsEnded,
    WavePublished,
)

__all__ = [
    "AfterCareDue",
    "AgendaWritten",
    "AskingEnded",
    "AssemblyCalled",
    "AssemblyCalledOff",
    "BaselineAsked",
    "ChoiceEnded",
    "ClausesViewed",
    "CoMentorJoined",
    "CoMentorProposed",
    "CoMentorWithdrawn",
    "CommitmentTalkedAbout",
    "CompetencyViewed",
    "DecisionMade",
    "DutyGiven",
    "DutyTakenBack",
    "Event",
    "FarewellWritten",
    "GoalAccepted",
    "GoalDropped",
    "GoalLevelRecorded",
    "GoalPickedUp",
    "GoalProposed",
    "GoalReviewed",
    "GoalReworded",
    "GoalSplit",
    "IntroductionMade",
    "IntroductionPromised",
    "InvitationAccepted",
    "InvitationWithdrawn",
    "KeepingChosen",
    "LooksListed",
    "MeetingArranged",
    "MeetingCancelled",
    "MeetingHeld",
    "MeetingMoved",
    "MeetingReopened",
    "MessageWritten",
    "NextChosen",
    "PagesErased",
    "PagesGoSoon",
    "PairsAnnounced",
    "PeopleImported",
    "PersonInvited",
    "PlaceFree",
    "PlaceGiven",
    "PlaceKept",
    "PlaceholderMerged",
    "PreparationShared",
    "PulseAnswered",
    "PulseRevealed",
    "PulseTopicChosen",
    "ReadinessShown",
    "ReflectionShared",
    "RelationshipEnded",
    "RelationshipEvent",
    "RelationshipRenewed",
    "RematchWished",
    "ReportWritten",
    "SayAsked",
    "SayReminded",
    "SecondStepForgotten",
    "SessionsEnded",
    "SpaceJoined",
    "SpaceLeft",
    "StepPlanned",
    "StepReopened",
    "StepTaken",
    "ThanksWritten",
    "TimesProposed",
    "TimesWithdrawn",
    "TrustRevealed",
    "TrustSorted",
    "WavePublished",
    "WordsErased",
]


@dataclass(frozen=True, kw_only=True)
class RelationshipBegan(RelationshipEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class MembershipEnded(Event):
    """Somebody left the organisation, or was removed by whoever keeps the accounts."""

    person: UUID


@dataclass(frozen=True, kw_only=True)
class MailGivenUp(Event):
    """A mail to this person came back, or was tried in vain for days."""

    person: UUID


@dataclass(frozen=True, kw_only=True)
class MemberLeft(RelationshipEvent):
    """One stepped out of a circle that goes on."""

    departure: UUID


@dataclass(frozen=True, kw_only=True)
class ShelfItemAdded(RelationshipEvent):
    item: UUID


@dataclass(frozen=True, kw_only=True)
class ValuesSorted(RelationshipEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class ValuesRevealed(RelationshipEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class AgreementDrafted(RelationshipEvent):
    draft: UUID


@dataclass(frozen=True, kw_only=True)
class AgreementOffered(RelationshipEvent):
    agreement: UUID


@dataclass(frozen=True, kw_only=True)
class AgreementShared(RelationshipEvent):
    """All members showed this version to the programme."""

    agreement: UUID


@dataclass(frozen=True, kw_only=True)
class AgreementSigned(RelationshipEvent):
    agreement: UUID
    is_complete: bool


@dataclass(frozen=True, kw_only=True)
class MoveProposed(RelationshipEvent):
    move: str


@dataclass(frozen=True, kw_only=True)
class MoveWithdrawn(RelationshipEvent):
    move: str


@dataclass(frozen=True, kw_only=True)
class PhaseChanged(RelationshipEvent):
    origin: str
    to: str


@dataclass(frozen=True, kw_only=True)
class RelationshipPaused(RelationshipEvent):
    pause: UUID


@dataclass(frozen=True, kw_only=True)
class RelationshipResumed(RelationshipEvent):
    pause: UUID


@dataclass(frozen=True, kw_only=True)
class DriftAsked(RelationshipEvent):
    question: UUID


@dataclass(frozen=True, kw_only=True)
class DriftAnswered(RelationshipEvent):
    question: UUID


@dataclass(frozen=True, kw_only=True)
class DecisionNeeded(RelationshipEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class DecisionSettled(RelationshipEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class TalkAsked(RelationshipEvent):
    request: UUID


@dataclass(frozen=True, kw_only=True)
class TalkAnswered(RelationshipEvent):
    request: UUID


def leaves(kind: type[Event] = Event) -> list[type[Event]]:
    """Every event that can really happen: those that no other event is built on."""
    below = [leaf for sub in kind.__subclasses__() for leaf in leaves(sub)]
    return below or [kind]


KINDS: dict[str, type[Event]] = {kind.name(): kind for kind in leaves()}
