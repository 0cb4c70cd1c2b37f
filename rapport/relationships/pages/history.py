"""The history of a relationship in sentences: what happened, who did it, and never a word."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext

from rapport.domain.sentences import _
from rapport.journal.models import Entry
from rapport.relationships.models import Relationship
from rapport.relationships.pages.journey import phase_name

# What an event is called in the history, and its icon; an event without a row is not shown.
SENTENCES: dict[str, tuple[str, str]] = {
    "RelationshipBegan": (_("You were brought together."), "pair"),
    "MeetingArranged": (_("%(who)s arranged a meeting."), "calendar"),
    "MeetingMoved": (_("%(who)s changed a meeting."), "calendar"),
    "MeetingCancelled": (_("%(who)s called off a meeting."), "calendar"),
    "MeetingHeld": (_("You met; %(who)s noted it."), "check"),
    "MeetingReopened": (_("%(who)s took back the note of a meeting."), "history"),
    "CoMentorProposed": (_("A co-mentor was proposed to you."), "people"),
    "CoMentorJoined": (_("A co-mentor joined you."), "people"),
    "MemberLeft": (_("One of you stepped out; the others went on."), "leaf"),
    "TimesProposed": (_("%(who)s proposed times to meet."), "calendar"),
    "TimesWithdrawn": (_("%(who)s took back the proposed times."), "calendar"),
    "ReflectionShared": (_("%(who)s shared what a meeting left behind."), "pen"),
    "ShelfItemAdded": (_("%(who)s put something on the shelf."), "book"),
    "ReadinessShown": (_("%(who)s opened the view of how far you have come."), "eye"),
    "IntroductionPromised": (_("%(who)s promised an introduction."), "people"),
    "IntroductionMade": (_("%(who)s made an introduction."), "check"),
    "FarewellWritten": (_("%(who)s left a last word."), "leaf"),
    "WordsErased": (_("What you did not want to keep was erased."), "leaf"),
    "PreparationShared": (_("%(who)s shared thoughts before a meeting."), "pen"),
    "ValuesSorted": (_("%(who)s sorted the value cards."), "cards"),
    "ValuesRevealed": (_("You saw each other’s values."), "eye"),
    "TrustRevealed": (_("You saw each other’s trust cards."), "eye"),
    "PulseRevealed": (_("All of you have answered the pulse."), "pulse"),
    "PulseTopicChosen": (_("%(who)s chose what to talk about."), "talk"),
    "AgreementOffered": (_("%(who)s offered an agreement for signature."), "paper"),
    "ClausesViewed": (_("%(who)s went through the clauses of the draft."), "check"),
    "AgreementSigned": (_("%(who)s signed the agreement."), "pen"),
    "GoalProposed": (_("%(who)s wrote a goal."), "goal"),
    "GoalReworded": (_("%(who)s worded a goal anew."), "goal"),
    "GoalAccepted": (_("%(who)s accepted a goal."), "goal"),
    "GoalLevelRecorded": (_("%(who)s recorded how far a goal has come."), "goal"),
    "GoalDropped": (_("%(who)s let a goal go."), "leaf"),
    "GoalSplit": (_("%(who)s made a smaller goal out of one."), "goal"),
    "GoalPickedUp": (_("%(who)s picked up a goal again."), "goal"),
    "GoalReviewed": (_("%(who)s looked back at a goal."), "goal"),
    "StepTaken": (_("%(who)s took a step."), "check"),
    "MoveProposed": (_("%(who)s wished to move to another phase."), "forward"),
    "MoveWithdrawn": (_("%(who)s took back the wish to move."), "history"),
    "PhaseChanged": (_("You moved from “%(origin)s” to “%(to)s”."), "forward"),
    "RelationshipPaused": (_("%(who)s began a pause."), "pause"),
    "RelationshipResumed": (_("You went on after a pause."), "forward"),
    "DecisionMade": (_("You decided together what comes next."), "check"),
    "ThanksWritten": (_("%(who)s wrote a thank-you."), "leaf"),
    "RelationshipRenewed": (_("You began a new round."), "forward"),
    "RelationshipEnded": (_("The relationship ended."), "leaf"),
}


# What is said when nobody in particular did it, such as an ending that calls off what lay ahead.
BY_NOBODY = {"MeetingCancelled": _("A meeting no longer takes place.")}


@dataclass(frozen=True)
class Line:
    """One line of the history."""

    when: datetime
    text: str
    icon: str


def history_of(relationship: Relationship, limit: int = 12) -> list[Line]:
    """The latest lines of the journal, newest first; who did it by first name."""
    entries = Entry.objects.filter(relationship_id=relationship.pk, event__in=SENTENCES)
    names = {each.person_id: each.person.first_name for each in relationship.participants.all()}
    return [line_of(entry, names) for entry in entries.order_by("-pk")[:limit]]


def line_of(entry: Entry, names: dict[UUID, str]) -> Line:
    sentence, icon = SENTENCES[entry.event]
    by = entry.values.get("by")
    if by is None:
        sentence = BY_NOBODY.get(entry.event, sentence)
    values = {"who": (names.get(UUID(by)) if by else None) or gettext("Somebody")}
    for end in ("origin", "to"):
        if end in entry.values:
            values[end] = phase_name(entry.values[end])
    return Line(entry.happened_at, gettext(sentence) % values, icon)
