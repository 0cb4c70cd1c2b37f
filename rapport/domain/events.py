"""Everything that can happen, in the past tense: numbers of things and people, never words."""

from dataclasses import dataclass, fields
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened; `by` is who did it, None when the clock did."""

    by: UUID | None = None

    @classmethod
    def name(cls) -> str:
        return cls.__name__

    def values(self) -> dict[str, str]:
        """The fields as text, for a row of the journal."""
        pairs = ((each.name, getattr(self, each.name)) for each in fields(self))
        return {name: str(value) for name, value in pairs if value is not None}


@dataclass(frozen=True, kw_only=True)
class RelationshipEvent(Event):
    relationship: UUID


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
class PeopleImported(Event):
    import_run: UUID


@dataclass(frozen=True, kw_only=True)
class PairsAnnounced(Event):
    matching_round: UUID


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
class ThanksWritten(RelationshipEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class NextChosen(RelationshipEvent):
    """One member has said what should come next; what she chose is hers until all have."""


@dataclass(frozen=True, kw_only=True)
class DecisionMade(RelationshipEvent):
    """All members chose alike."""


@dataclass(frozen=True, kw_only=True)
class RelationshipEnded(RelationshipEvent):
    ending: UUID


@dataclass(frozen=True, kw_only=True)
class RelationshipRenewed(RelationshipEvent):
    renewal: UUID


@dataclass(frozen=True, kw_only=True)
class RematchWished(RelationshipEvent):
    ending: UUID


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
