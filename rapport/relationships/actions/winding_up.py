"""Winding up: goals beside achievements, thanks, and what comes next, chosen by each."""

from dataclasses import dataclass

from django.db import transaction

from rapport.domain.ending import Next, Redefinition
from rapport.domain.events import DecisionMade, GoalReviewed, NextChosen, ThanksWritten
from rapport.domain.goals import Level
from rapport.domain.phases import Phase
from rapport.domain.refusals import NotNow
from rapport.domain.sentences import _
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.relationships.actions.words import put_words
from rapport.relationships.models import Decision, Goal, Relationship, Review, Thanks
from rapport.relationships.queries import decision_of
from rapport.sealed.forms import SealedInput


@dataclass(frozen=True)
class Choice:
    """What one member would like: what comes next, and what the relationship becomes."""

    next: Next
    redefinition: Redefinition


@transaction.atomic
def review_goal(goal: Goal, level: Level, words: SealedInput | None, *, by: Person) -> Review:
    """How far it came, as this member sees it (−2 to +2); may be thought over until the end."""
    lock_winding_up(goal.relationship)
    review = Review.objects.filter(goal=goal, person=by).first() or Review(goal=goal, person=by)
    review.level = level
    if words is not None:
        review.words = put_words(goal.relationship, words, by=by, into=review.words)
    review.save()
    record(GoalReviewed(relationship=goal.relationship_id, goal=goal.pk, by=by.pk))
    return review


@transaction.atomic
def write_thanks(relationship: Relationship, words: SealedInput, *, by: Person) -> Thanks:
    """Thanks to the others; they can read it at once."""
    lock_winding_up(relationship)
    thanks = Thanks.objects.filter(relationship=relationship, person=by).first()
    if thanks is None:
        written = put_words(relationship, words, by=by)
        thanks = Thanks.objects.create(relationship=relationship, person=by, words=written)
    else:
        put_words(relationship, words, by=by, into=thanks.words)
    record(ThanksWritten(relationship=relationship.pk, by=by.pk))
    return thanks


@transaction.atomic
def decide(
    relationship: Relationship, choice: Choice, words: SealedInput | None, *, by: Person
) -> Decision:
    """Each chooses alone; nobody sees the other's choice before all have chosen."""
    lock_winding_up(relationship)
    mine = relationship.decisions.filter(person=by).first()
    decision = mine or Decision(relationship=relationship, person=by)
    decision.next, decision.redefinition = choice.next, choice.redefinition
    if words is not None:
        decision.words = put_words(relationship, words, by=by, into=decision.words)
    decision.save()
    record(NextChosen(relationship=relationship.pk, by=by.pk))
    if decision_of(relationship) is not None:
        record(DecisionMade(relationship=relationship.pk, by=by.pk))
    return decision


def lock_winding_up(relationship: Relationship) -> None:
    """Hold the row; NotNow outside this phase."""
    relationship.lock_open()
    if relationship.phase != Phase.WINDING_UP:
        raise NotNow(
            _("This belongs to the winding up. Nothing was changed; move there together first.")
        )
