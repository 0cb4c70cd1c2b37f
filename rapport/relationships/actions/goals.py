"""Goals: proposed by one, accepted by all as they are worded now, dropped without blame."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from rapport.domain.events import (
    CommitmentTalkedAbout,
    GoalAccepted,
    GoalDropped,
    GoalLevelRecorded,
    GoalPickedUp,
    GoalProposed,
    GoalReworded,
    GoalSplit,
)
from rapport.domain.goals import Level, is_accepted
from rapport.domain.refusals import NotNow, StaleWords
from rapport.domain.sentences import _
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.relationships.actions.words import put_words
from rapport.relationships.models import Acceptance, Attainment, Goal, Relationship
from rapport.relationships.queries import accepting
from rapport.sealed.forms import SealedInput


@dataclass(frozen=True)
class Figures:
    """What is open of a goal: the day, how much it is wanted (0 to 10), where it starts."""

    due_on: date | None = None
    commitment: int | None = None
    starting_level: int = Level.MUCH_LESS


@transaction.atomic
def propose_goal(
    relationship: Relationship, words: SealedInput, figures: Figures, *, owner: Person, by: Person
) -> Goal:
    """A goal of either side, proposed by either; who proposes it accepts it as worded."""
    relationship.lock_open()
    goal = Goal.objects.create(
        relationship=relationship,
        owner=owner,
        words=put_words(relationship, words, by=by),
        due_on=figures.due_on,
        commitment=figures.commitment,
        starting_level=figures.starting_level,
    )
    Acceptance.objects.create(goal=goal, person=by, revision=goal.words.revision)
    record(GoalProposed(relationship=relationship.pk, goal=goal.pk, by=by.pk))
    return goal


@transaction.atomic
def reword_goal(goal: Goal, words: SealedInput, figures: Figures, *, by: Person) -> None:
    """New words or figures; the others are asked again, and the wording before is kept."""
    lock_open(goal)
    goal.words = put_words(goal.relationship, words, by=by, into=goal.words)
    goal.due_on, goal.commitment = figures.due_on, figures.commitment
    goal.starting_level = figures.starting_level
    goal.save(update_fields=["words", "due_on", "commitment", "starting_level"])
    Acceptance.objects.create(goal=goal, person=by, revision=goal.words.revision)
    record(GoalReworded(relationship=goal.relationship_id, goal=goal.pk, by=by.pk))


@transaction.atomic
def accept_goal(goal: Goal, revision: int, *, by: Person) -> bool:
    """Accept the wording that was read (its revision); True when that made it everybody's."""
    lock_open(goal)
    if revision != goal.words.revision:
        raise StaleWords(
            _("The goal was worded anew meanwhile. Nothing was changed; read it first.")
        )
    Acceptance.objects.get_or_create(goal=goal, person=by, revision=revision)
    complete = is_accepted(accepting(goal), goal.relationship.member_ids())
    record(GoalAccepted(relationship=goal.relationship_id, goal=goal.pk, by=by.pk))
    return complete


@transaction.atomic
def record_level(goal: Goal, level: Level, *, by: Person) -> Attainment:
    """How far it has come, as one member sees it today (−2 to +2)."""
    lock_open(goal)
    attainment = Attainment.objects.create(goal=goal, person=by, level=level)
    record(GoalLevelRecorded(relationship=goal.relationship_id, goal=goal.pk, by=by.pk))
    return attainment


@transaction.atomic
def note_commitment_talk(goal: Goal, *, by: Person) -> None:
    """They talked about why the commitment is below 7; noted once."""
    lock_open(goal)
    if goal.talked_about_commitment_at is None:
        goal.talked_about_commitment_at = timezone.now()
        goal.save(update_fields=["talked_about_commitment_at"])
        record(CommitmentTalkedAbout(relationship=goal.relationship_id, goal=goal.pk, by=by.pk))


@transaction.atomic
def split_goal(
    goal: Goal, words: SealedInput, figures: Figures, *, is_replaced: bool, by: Person
) -> Goal:
    """Make a smaller goal out of one; the old one stays beside it, or goes without blame."""
    lock_open(goal)
    part = propose_goal(goal.relationship, words, figures, owner=goal.owner, by=by)
    part.split_from = goal
    part.save(update_fields=["split_from"])
    record(GoalSplit(relationship=goal.relationship_id, goal=goal.pk, part=part.pk, by=by.pk))
    if is_replaced:
        drop_goal(goal, by=by)
    return part


@transaction.atomic
def drop_goal(goal: Goal, *, by: Person) -> None:
    """Let it go; no reason is asked, and it can be picked up again."""
    goal.relationship.lock_open()
    goal.refresh_from_db()
    if goal.dropped_at is None:
        goal.dropped_at = timezone.now()
        goal.save(update_fields=["dropped_at"])
        record(GoalDropped(relationship=goal.relationship_id, goal=goal.pk, by=by.pk))


@transaction.atomic
def pick_up_goal(goal: Goal, *, by: Person) -> None:
    """It matters again; what was accepted before still is."""
    goal.relationship.lock_open()
    goal.refresh_from_db()
    if goal.dropped_at is not None:
        goal.dropped_at = None
        goal.save(update_fields=["dropped_at"])
        record(GoalPickedUp(relationship=goal.relationship_id, goal=goal.pk, by=by.pk))


def lock_open(goal: Goal) -> None:
    """Hold the relationship, see the goal as it is now; NotNow when it was dropped."""
    goal.relationship.lock_open()
    goal.refresh_from_db()
    if goal.dropped_at is not None:
        raise NotNow(
            _("This goal was let go. Nothing was changed; pick it up again to go on with it.")
        )
