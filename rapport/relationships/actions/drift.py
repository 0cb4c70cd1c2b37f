"""When the rhythm is missed: the pair is asked first, each privately, three equal answers."""

from datetime import date

from django.db import transaction

from rapport.domain.events import DriftAnswered, DriftAsked
from rapport.domain.refusals import AlreadyDone
from rapport.domain.rhythm import Answer, Nudge, nudge
from rapport.domain.sentences import _
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.relationships.actions.decision_need import note_decision_need, settle_decision
from rapport.relationships.models import DriftAnswer, DriftQuestion, Relationship
from rapport.relationships.queries import is_answered, silence_of


@transaction.atomic
def look_after_rhythm(relationship: Relationship, today: date) -> Nudge:
    """What the clock does about one pair: nothing, wait, ask, or say that a decision is needed."""
    relationship.lock_open()
    has_rhythm = relationship.shape.has_rhythm
    wanted = nudge(silence_of(relationship), today) if has_rhythm else Nudge.FINE
    if wanted is Nudge.FINE:
        settle_decision(relationship, by=None)
    elif wanted is Nudge.ASK:
        ask_pair(relationship, today)
    elif wanted is Nudge.DECIDE:
        note_decision_need(relationship)
    return wanted


def ask_pair(relationship: Relationship, today: date) -> DriftQuestion:
    question, is_new = DriftQuestion.objects.get_or_create(
        relationship=relationship, asked_on=today
    )
    if is_new:
        record(DriftAsked(relationship=relationship.pk, question=question.pk))
    return question


@transaction.atomic
def answer_drift(question: DriftQuestion, answer: Answer, *, by: Person) -> bool:
    """One member's answer; True when now all have answered and may see each other's."""
    relationship = question.relationship
    relationship.lock_open()
    members = relationship.member_ids()
    if is_answered(question, members):
        raise AlreadyDone(
            _("All of you have answered. Nothing was changed; talk about it together.")
        )
    DriftAnswer.objects.update_or_create(question=question, person=by, defaults={"answer": answer})
    record(DriftAnswered(relationship=relationship.pk, question=question.pk, by=by.pk))
    complete = is_answered(question, members)
    if complete:
        settle_decision(relationship, by=by)
    return complete
