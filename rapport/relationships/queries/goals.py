"""Goals as the pair sees them: wording, acceptance, level, steps."""

from uuid import UUID

from django.db.models import F, Prefetch, QuerySet
from django.shortcuts import get_object_or_404

from rapport.relationships.models import Goal, Relationship, Step


def goals_of(relationship: Relationship) -> QuerySet[Goal]:
    """Everything a list of goals shows, in a number of queries that does not grow with it."""
    open_first = F("done_at").asc(nulls_first=True)
    steps = Step.objects.select_related("owner", "words").order_by(
        open_first, "due_on", "created_at"
    )
    return relationship.goals.select_related("owner", "words", "relationship").prefetch_related(
        "acceptances__person", "attainments__person", "reviews", Prefetch("steps", queryset=steps)
    )


def goal_of(relationship: Relationship, pk: UUID) -> Goal:
    """One goal of this relationship; Http404 for any other."""
    return get_object_or_404(goals_of(relationship), pk=pk)


def steps_of(relationship: Relationship) -> QuerySet[Step]:
    """All steps, the open ones first."""
    steps = relationship.steps.select_related("owner", "words", "goal__words", "relationship")
    return steps.order_by(F("done_at").asc(nulls_first=True), "due_on", "created_at")


def step_of(relationship: Relationship, pk: UUID) -> Step:
    return get_object_or_404(steps_of(relationship), pk=pk)
