"""Everything that can happen, in the past tense: numbers of things and people, never words."""

from dataclasses import dataclass
from uuid import UUID

from rapport.domain.ending_events import (
    AfterCareDue,
    DecisionMade,
    FarewellWritten,
    IntroductionMade,
    IntroductionPromised,
    KeepingChosen,
    NextChosen,
    ReadinessShown,
    RelationshipEnded,
    RelationshipRenewed,
    RematchWished,
    ThanksWritten,
    WordsErased,
)
from rapport.domain.event import Event, RelationshipEvent
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

__all__ = [
    "AfterCareDue",
    "AgendaWritten",
    "DecisionMade",
    "Event",
    "FarewellWritten",
    "IntroductionMade",
    "IntroductionPromised",
    "KeepingChosen",
    "MeetingArranged",
    "MeetingCancelled",
    "MeetingHeld",
    "MeetingMoved",
    "MeetingReopened",
    "NextChosen",
    "PreparationShared",
    "ReadinessShown",
    "ReflectionShared",
    "RelationshipEnded",
    "RelationshipEvent",
    "RelationshipRenewed",
    "RematchWished",
    "ThanksWritten",
    "TimesProposed",
    "TimesWithdrawn",
    "WordsErased",
]


@dataclass(frozen=True, kw_only=True)
class RelationshipBegan(RelationshipEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class PersonInvited(Event):
    invitation: UUID


@dataclass(frozen=True, kw_only=True)
class InvitationAccepted(Event):
    invitation: UUID


@dataclass(frozen=True, kw_only=True)
class InvitationWithdrawn(Event):
    invitation: UUID


@dataclass(frozen=True, kw_only=True)
class PlaceholderMerged(Event):
    """A person who was only known by name turned out to be somebody with an account."""

    placeholder: UUID
    person: UUID


@dataclass(frozen=True, kw_only=True)
class DutyGiven(Event):
    """In one programme, or in the whole organisation when none is named."""

    person: UUID
    role: str
    programme: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class DutyTakenBack(Event):
    person: UUID
    role: str
    programme: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class MembershipEnded(Event):
    """Somebody left the organisation, or was removed by whoever keeps the accounts."""

    person: UUID


@dataclass(frozen=True, kw_only=True)
class MailGivenUp(Event):
    """A mail to this person came back, or was tried in vain for days."""

    person: UUID


@dataclass(frozen=True, kw_only=True)
class PeopleImported(Event):
    import_run: UUID


@dataclass(frozen=True, kw_only=True)
class PairsAnnounced(Event):
    matching_round: UUID


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
class AgreementDrafted(RelationshipEvent):
    draft: UUID


@dataclass(frozen=True, kw_only=True)
class AgreementOffered(RelationshipEvent):
    agreement: UUID


@dataclass(frozen=True, kw_only=True)
class AgreementSigned(RelationshipEvent):
    agreement: UUID
    is_complete: bool


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
