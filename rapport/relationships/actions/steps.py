"""Steps: this week's work, small and dated, for a goal or knowingly for none."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from rapport.domain.events import StepPlanned, StepReopened, StepTaken
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.relationships.actions.words import put_words
from rapport.relationships.models import Goal, Relationship, Step
from rapport.sealed.forms import SealedInput


@dataclass(frozen=True)
class Plan:
    """What is open of a step: whose it is, until when, and for which goal (None: for none)."""

    owner: Person
    due_on: date | None = None
    goal: Goal | None = None


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
    )
    record(StepPlanned(relationship=relationship.pk, step=step.pk, by=by.pk))
    return step


@transaction.atomic
def take_step(step: Step, *, by: Person) -> None:
    """Done; said twice, it is done once."""
    step.relationship.lock_open()
    step.refresh_from_db()
    if step.done_at is None:
        step.done_at = timezone.now()
        step.save(update_fields=["done_at"])
        record(StepTaken(relationship=step.relationship_id, step=step.pk, by=by.pk))


@transaction.atomic
def reopen_step(step: Step, *, by: Person) -> None:
    """Not done after all."""
    step.relationship.lock_open()
    step.refresh_from_db()
    if step.done_at is not None:
        step.done_at = None
        step.save(update_fields=["done_at"])
        record(StepReopened(relationship=step.relationship_id, step=step.pk, by=by.pk))
