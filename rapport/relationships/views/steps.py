"""Steps: planned, taken, taken back."""

from collections.abc import Iterable
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from rapport.domain.goals import HORIZON_LABELS, Horizon, horizon
from rapport.domain.permissions import Act
from rapport.organisations.requests import MemberRequest
from rapport.relationships.access import relationship_for, standing_for
from rapport.relationships.actions.steps import end_repeat, plan_step, reopen_step, take_step
from rapport.relationships.forms.steps import StepForm
from rapport.relationships.models import Step
from rapport.relationships.queries import step_of, steps_of


@require_http_methods(["GET", "POST"])
def steps(request: MemberRequest, code: str) -> HttpResponse:
    act = Act.TAKE_STEPS if request.method == "POST" else Act.OPEN_RELATIONSHIP
    standing = standing_for(request.person, code, to=act)
    goals = list(standing.relationship.goals.filter(dropped_at__isnull=True))
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
        {"standing": standing, "form": form, "heaps": heaps(planned), "goals": goals},
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


@require_POST
def step_once(request: MemberRequest, code: str, pk: UUID) -> HttpResponse:
    step = step_of(relationship_for(request.person, code, to=Act.TAKE_STEPS), pk)
    end_repeat(step, by=request.person)
    return after_step(step)


def after_step(step: Step) -> HttpResponse:
    """Back to where the step stands: its goal, or all steps when it has none."""
    if step.goal_id is None:
        return redirect("steps", step.relationship.code)
    return redirect("goal", step.relationship.code, step.goal_id)


def heaps(steps: Iterable[Step]) -> list[tuple[str, list[Step]]]:
    """This week’s work first, then what is later, then what is done; no heap is empty."""
    today = timezone.localdate()
    found: dict[Horizon, list[Step]] = {each: [] for each in Horizon}
    for step in steps:
        found[horizon(step.due_on, today, is_done=step.done_at is not None)].append(step)
    return [(gettext(HORIZON_LABELS[each]), heap) for each, heap in found.items() if heap]
