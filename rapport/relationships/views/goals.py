"""Goals: the list, a new one, one goal, and every act on it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rapport.domain.permissions import Act
from rapport.organisations.requests import MemberRequest
from rapport.relationships.access import relationship_for, standing_for
from rapport.relationships.actions.goals import (
    accept_goal,
    drop_goal,
    note_commitment_talk,
    pick_up_goal,
    propose_goal,
    record_level,
    reword_goal,
    split_goal,
)
from rapport.relationships.forms.goals import (
    AcceptanceForm,
    GoalForm,
    LevelForm,
    NewGoalForm,
    SplitForm,
)
from rapport.relationships.forms.steps import StepForm
from rapport.relationships.pages.cards import card_of, cards_of
from rapport.relationships.queries import goal_of, goals_with_words, steps_of


@require_GET
def goals(request: MemberRequest, code: str) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.OPEN_RELATIONSHIP)
    cards = cards_of(goals_with_words(standing.relationship), standing)
    return render(
        request,
        "relationships/goals/list.html",
        {
            "standing": standing,
            "goals": [card for card in cards if not card.is_dropped],
            "dropped": [card for card in cards if card.is_dropped],
            "loose_steps": steps_of(standing.relationship).filter(goal__isnull=True),
        },
    )


@require_http_methods(["GET", "POST"])
def goal_new(request: MemberRequest, code: str) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.WRITE_GOALS)
    form = NewGoalForm(request.POST or None, members=[standing.me, *standing.others])
    if form.is_valid() and form.attempt(
        propose_goal,
        standing.relationship,
        form.cleaned_data["words"],
        form.figures,
        owner=form.whose,
        by=request.person,
    ):
        return redirect("goal", code, form.result.pk)
    return render(request, "relationships/goals/new.html", {"standing": standing, "form": form})


@require_GET
def goal(request: MemberRequest, code: str, pk: UUID) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.OPEN_RELATIONSHIP)
    card = card_of(goal_of(standing.relationship, pk), standing)
    members = [standing.me, *standing.others]
    return render(
        request,
        "relationships/goals/goal.html",
        {
            "standing": standing,
            "card": card,
            "step_form": StepForm(members=members, goals=[card.goal], initial={"goal": pk}),
        },
    )


@require_http_methods(["GET", "POST"])
def goal_wording(request: MemberRequest, code: str, pk: UUID) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.WRITE_GOALS)
    goal = goal_of(standing.relationship, pk)
    form = GoalForm(request.POST or None, goal=goal)
    if form.is_valid() and form.attempt(
        reword_goal, goal, form.cleaned_data["words"], form.figures, by=request.person
    ):
        return redirect("goal", code, pk)
    return render(
        request,
        "relationships/goals/wording.html",
        {"standing": standing, "goal": goal, "form": form},
    )


@require_http_methods(["GET", "POST"])
def goal_split(request: MemberRequest, code: str, pk: UUID) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.WRITE_GOALS)
    goal = goal_of(standing.relationship, pk)
    form = SplitForm(request.POST or None, goal=goal)
    if form.is_valid() and form.attempt(
        split_goal, goal, form.cleaned_data["words"], form.figures,
        is_replaced=form.cleaned_data["is_replaced"], by=request.person,
    ):  # fmt: skip
        return redirect("goal", code, form.result.pk)
    context = {"standing": standing, "goal": goal, "form": form}
    return render(request, "relationships/goals/split.html", context)


@require_POST
def goal_acceptance(request: MemberRequest, code: str, pk: UUID) -> HttpResponse:
    goal = goal_of(relationship_for(request.person, code, to=Act.WRITE_GOALS), pk)
    form = AcceptanceForm(request.POST)
    if form.is_valid():
        accept_goal(goal, form.cleaned_data["revision"], by=request.person)
    return redirect("goal", code, pk)


@require_POST
def goal_level(request: MemberRequest, code: str, pk: UUID) -> HttpResponse:
    goal = goal_of(relationship_for(request.person, code, to=Act.WRITE_GOALS), pk)
    form = LevelForm(request.POST)
    if form.is_valid():
        record_level(goal, form.cleaned_data["level"], by=request.person)
    return redirect("goal", code, pk)


@require_POST
def goal_talk(request: MemberRequest, code: str, pk: UUID) -> HttpResponse:
    goal = goal_of(relationship_for(request.person, code, to=Act.WRITE_GOALS), pk)
    note_commitment_talk(goal, by=request.person)
    return redirect("goal", code, pk)


@require_POST
def goal_drop(request: MemberRequest, code: str, pk: UUID) -> HttpResponse:
    goal = goal_of(relationship_for(request.person, code, to=Act.WRITE_GOALS), pk)
    drop_goal(goal, by=request.person)
    return redirect("goals", code)


@require_POST
def goal_pick_up(request: MemberRequest, code: str, pk: UUID) -> HttpResponse:
    goal = goal_of(relationship_for(request.person, code, to=Act.WRITE_GOALS), pk)
    pick_up_goal(goal, by=request.person)
    return redirect("goal", code, pk)
