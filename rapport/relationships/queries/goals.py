"""Goals as the pair sees them: wording, acceptance, level, steps."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import F, Prefetch, QuerySet, prefetch_related_objects
from django.shortcuts import get_object_or_404

from rapport.relationships.models import Goal, Relationship, Review, Step
from rapport.relationships.queries.gathering import gather
from rapport.sealed.models import Envelope

NEWEST = Envelope.objects.filter(revision=F("sealed_object__revision"))
NEWEST_WORDS = Prefetch("words__envelopes", queryset=NEWEST)
"""The envelope that counts, fetched for all rows at once."""


GOAL_PATHS = (
    *("goals__owner", "goals__words", "goals__acceptances", "goals__attainments__person"),
    "goals__reviews__words",
)
"""What hangs on goals when they are gathered with their relationship."""


def goals_with_words(relationship: Relationship) -> list[Goal]:
    """All goals and everything a list of them shows, in as few queries as there can be."""
    gather([relationship], GOAL_PATHS)
    return with_words(relationship.goals.all())


def goals_of(relationship: Relationship) -> QuerySet[Goal]:
    """The same to be narrowed down, in a number of queries that does not grow with it."""
    return relationship.goals.select_related("owner", "words", "relationship").prefetch_related(
        *on_goals()
    )


def with_words(goals: Iterable[Goal]) -> list[Goal]:
    """Goals that were gathered, with what is still missing of the same."""
    found = list(goals)
    prefetch_related_objects(found, *on_goals())
    return found


def on_goals() -> list[Any]:
    open_first = F("done_at").asc(nulls_first=True)
    steps = Step.objects.select_related("owner", "words").prefetch_related(NEWEST_WORDS)
    steps = steps.order_by(open_first, "due_on", "created_at")
    return [
        NEWEST_WORDS,
        "acceptances",
        "attainments__person",
        Prefetch("reviews", queryset=Review.objects.select_related("words")),
        Prefetch("reviews__words__envelopes", queryset=NEWEST),
        Prefetch("steps", queryset=steps),
    ]


def goal_of(relationship: Relationship, pk: UUID) -> Goal:
    """One goal of this relationship; Http404 for any other."""
    return get_object_or_404(goals_of(relationship), pk=pk)


def steps_of(relationship: Relationship) -> QuerySet[Step]:
    """All steps, the open ones first."""
    steps = relationship.steps.select_related("owner", "words", "goal__words", "relationship")
    return steps.prefetch_related(NEWEST_WORDS).order_by(
        F("done_at").asc(nulls_first=True), "due_on", "created_at"
    )


def step_of(relationship: Relationship, pk: UUID) -> Step:
    return get_object_or_404(steps_of(relationship), pk=pk)
