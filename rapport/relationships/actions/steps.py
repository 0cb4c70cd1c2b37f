"""Steps: this week's work, small and dated, for a goal or knowingly for none."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from rapport.domain.events import StepPlanned, StepReopened, StepTaken
from rapport.domain.goals import next_due
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.relationships.actions.words import put_words
from rapport.relationships.models import Goal, Relationship, Step
from rapport.sealed.forms import SealedInput


@dataclass(frozen=True)
class Plan:
    """What is open of a step: whose it is, until when, and for which goal (None: for none).

    `repeat_days` is after how many days it comes again; None for once.
    """

    owner: Person
    due_on: date | None = None
    goal: Goal | None = None
    repeat_days: int | None = None


@transaction.atomic
def plan_step(relationship: Relationship, words: SealedInput, plan: Plan, *, by: Person) -> Step:
    """Either side may plan a step, for herself or, in talk, for the other."""
    relationship.lock_open()
    step = Step.objects.create(
        relationship=relationship,
        goal=plan.goal,
        owner=plan.owner,
        words=put_words(relationship, words, by=by),
        due_on=plan.due_on,
        repeat_days=plan.repeat_days,
    )
    record(StepPlanned(relationship=relationship.pk, step=step.pk, by=by.pk))
    return step


@transaction.atomic
def take_step(step: Step, *, by: Person) -> None:
    """Done; said twice, it is done once. A recurring step is followed by the next one."""
    step.relationship.lock_open()
    step.refresh_from_db()
    if step.done_at is None:
        step.done_at = timezone.now()
        step.save(update_fields=["done_at"])
        follow(step)
        record(StepTaken(relationship=step.relationship_id, step=step.pk, by=by.pk))


@transaction.atomic
def reopen_step(step: Step, *, by: Person) -> None:
    """Not done after all; the one that followed goes, if nobody has done it."""
    step.relationship.lock_open()
    step.refresh_from_db()
    if step.done_at is not None:
        step.done_at = None
        step.save(update_fields=["done_at"])
        Step.objects.filter(follows=step, done_at=None).delete()
        record(StepReopened(relationship=step.relationship_id, step=step.pk, by=by.pk))


@transaction.atomic
def end_repeat(step: Step, *, by: Person) -> None:
    """This time is the last time; what was done stays done."""
    step.relationship.lock_open()
    step.refresh_from_db()
    if step.repeat_days is not None:
        step.repeat_days = None
        step.save(update_fields=["repeat_days"])
        record(StepPlanned(relationship=step.relationship_id, step=step.pk, by=by.pk))


def follow(step: Step) -> None:
    """Plan the next one of a recurring step, with the same words; never twice."""
    if step.repeat_days is None or Step.objects.filter(follows=step).exists():
        return
    Step.objects.create(
        relationship=step.relationship,
        goal=step.goal,
        owner=step.owner,
        words=step.words,
        due_on=next_due(step.due_on, step.repeat_days, timezone.localdate()),
        repeat_days=step.repeat_days,
        follows=step,
    )
