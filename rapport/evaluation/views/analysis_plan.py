"""The analysis plan: begun, written, locked."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rapport.evaluation import access
from rapport.evaluation.actions.analysis_plan import begin_plan, change_plan, lock_plan
from rapport.evaluation.forms.analysis_plan import PlanForm, current
from rapport.evaluation.pages.evaluation import outlook_of, plan_facts
from rapport.organisations.requests import MemberRequest


@require_POST
def evaluation_plans(request: MemberRequest, slug: str) -> HttpResponse:
    """Begin a plan."""
    programme = access.programme_to_evaluate(request.person, slug)
    return redirect(begin_plan(programme, by=request.person))


def evaluation_plan(request: MemberRequest, slug: str, number: int) -> HttpResponse:
    """An open plan as a form, a locked one as it was decided."""
    plan = access.plan_for(request.person, slug, number)
    form = PlanForm(request.POST or None, initial=current(plan))
    if request.method == "POST" and form.is_valid():
        decided, expected = form.decided(), form.cleaned_data["expected"]
        if form.attempt(change_plan, plan, decided, expected=expected, by=request.person):
            messages.success(request, _("The plan is saved. It can be changed until it is locked."))
            return redirect(plan)
    context = {
        "plan": plan,
        "form": form,
        "outlook": outlook_of(plan.expected),
        "facts": plan_facts(plan) if plan.is_locked else [],
    }
    return render(request, "evaluation/analysis_plan.html", context)


@require_POST
def plan_lock(request: MemberRequest, slug: str, number: int) -> HttpResponse:
    plan = access.plan_for(request.person, slug, number)
    lock_plan(plan, by=request.person)
    messages.success(request, _("The plan is locked. Every report will print its hash."))
    return redirect(plan)
