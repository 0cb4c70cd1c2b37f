"""Steps: planned, taken, taken back."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from rapport.domain.permissions import Act
from rapport.organisations.requests import MemberRequest
from rapport.relationships.access import relationship_for, standing_for
from rapport.relationships.actions.steps import plan_step, reopen_step, take_step
from rapport.relationships.forms.steps import StepForm
from rapport.relationships.models import Step
from rapport.relationships.queries import goals_of, step_of, steps_of


@require_http_methods(["GET", "POST"])
def steps(request: MemberRequest, code: str) -> HttpResponse:
    act = Act.TAKE_STEPS if request.method == "POST" else Act.OPEN_RELATIONSHIP
    standing = standing_for(request.person, code, to=act)
    goals = list(goals_of(standing.relationship).filter(dropped_at__isnull=True))
    form = StepForm(request.POST or None, members=[standing.me, *standing.others], goals=goals)
    words = form.cleaned_data["words"] if form.is_bound and form.is_valid() else None
    if words and form.attempt(
        plan_step, standing.relationship, words, form.plan, by=request.person
    ):
        return after_step(form.result)
    planned = steps_of(standing.relationship)
    return render(
        request,
        "relationships/steps/list.html",
        {"standing": standing, "form": form, "steps": planned, "goals": goals},
    )


@require_POST
def step_done(request: MemberRequest, code: str, pk: UUID) -> HttpResponse:
    step = step_of(relationship_for(request.person, code, to=Act.TAKE_STEPS), pk)
    take_step(step, by=request.person)
    return after_step(step)


@require_POST
def step_undone(request: MemberRequest, code: str, pk: UUID) -> HttpResponse:
    step = step_of(relationship_for(request.person, code, to=Act.TAKE_STEPS), pk)
    reopen_step(step, by=request.person)
    return after_step(step)


def after_step(step: Step) -> HttpResponse:
    """Back to where the step stands: its goal, or all steps when it has none."""
    if step.goal_id is None:
        return redirect("steps", step.relationship.code)
    return redirect("goal", step.relationship.code, step.goal_id)
