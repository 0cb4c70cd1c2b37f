"""Trainings, check-ups and workshops: for whoever runs them, and for whoever comes."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rapport.domain.assemblies import CHECK_UPS_A_YEAR, MINUTES, TASKS
from rapport.domain.permissions import Act
from rapport.learning.access import assembly_for, board_for
from rapport.learning.actions import call_assembly, call_off, put_on_board, reply
from rapport.learning.forms import CallForm, CardForm, ReplyForm
from rapport.learning.models import Assembly
from rapport.learning.queries import (
    assemblies_for,
    check_ups_this_year,
    invited_to,
    may_run,
    sign_ups_for,
)
from rapport.organisations.requests import MemberRequest
from rapport.programmes.access import programme_for


@require_http_methods(["GET", "POST"])
def assemblies(request: MemberRequest, slug: str) -> HttpResponse:
    """Of one programme, and a form to call the next."""
    programme = programme_for(request.person, slug, to=Act.SEE_PROGRAMME)
    form = CallForm(request.POST or None)
    if form.is_valid() and form.attempt(call_assembly, programme, form.call, by=request.person):
        messages.success(request, _("Called. Everybody it is for is told."))
        return redirect("assemblies", slug)
    context = {
        "programme": programme,
        "assemblies": programme.assemblies.filter(called_off_at=None),
        "check_ups": check_ups_this_year(programme),
        "check_ups_a_year": CHECK_UPS_A_YEAR,
        "form": form,
    }
    return render(request, "learning/assemblies.html", context)


@require_POST
def assembly_end(request: MemberRequest, slug: str, pk: UUID) -> HttpResponse:
    programme = programme_for(request.person, slug, to=Act.SEE_PROGRAMME)
    call_off(get_object_or_404(Assembly, programme=programme, pk=pk), by=request.person)
    messages.success(request, _("Called off. Everybody it was for is told."))
    return redirect("assemblies", slug)


@require_GET
def my_assemblies(request: MemberRequest) -> HttpResponse:
    return render(request, "learning/mine.html", {"assemblies": assemblies_for(request.person)})


@require_http_methods(["GET", "POST"])
def assembly(request: MemberRequest, pk: UUID) -> HttpResponse:
    """What it is for and what is practised; whoever is meant says whether she comes."""
    found = assembly_for(request.person, pk)
    form = ReplyForm(request.POST or None)
    is_invited = invited_to(found).filter(pk=request.person.pk).exists()
    if (
        is_invited
        and form.is_valid()
        and form.attempt(reply, found, is_coming=form.cleaned_data["is_coming"], by=request.person)
    ):
        return redirect(found)
    context = page_of(found, request, form) | {"is_invited": is_invited}
    return render(request, "learning/assembly.html", context)


def page_of(found: Assembly, request: MemberRequest, form: ReplyForm) -> dict[str, Any]:
    """Who comes stands there for whoever runs it, by name; for the others as a number."""
    replies = list(found.replies.select_related("person"))
    mine = next((each for each in replies if each.person_id == request.person.pk), None)
    return {
        "assembly": found,
        "form": form,
        "mine": mine,
        "coming": [each.person for each in replies if each.is_coming],
        "asked": sign_ups_for(found).count(),
        "may_run": may_run(request.person, found.programme),
    }


@require_http_methods(["GET", "POST"])
def workshop_board(request: MemberRequest, pk: UUID) -> HttpResponse:
    """Four tasks, four boards; a card that is put on one appears on every phone."""
    found = board_for(request.person, pk)
    form = CardForm(request.POST or None)
    if form.is_valid() and form.attempt(
        put_on_board, found, **form.cleaned_data, by=request.person
    ):
        return redirect("workshop_board", pk)
    groups = [
        {"key": group.value, "task": task, "cards": cards_of(found, group.value)}
        for group, task in TASKS.items()
    ]
    context = {"assembly": found, "groups": groups, "minutes": MINUTES, "form": form}
    return render(request, "learning/board.html", context)


@require_GET
def workshop_cards(request: MemberRequest, pk: UUID) -> HttpResponse:
    """All cards by board, for a page that lies open."""
    found = board_for(request.person, pk)
    return JsonResponse({group.value: cards_of(found, group.value) for group in TASKS})


def cards_of(found: Assembly, group: str) -> list[str]:
    return list(found.cards.filter(group=group).values_list("text", flat=True))
