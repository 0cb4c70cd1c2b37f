"""One person's sign-up: looked at, added, changed, withdrawn, back again."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rapport.domain.audit import Deed
from rapport.domain.permissions import Act
from rapport.organisations.models import Membership
from rapport.organisations.noting import note_look
from rapport.organisations.requests import MemberRequest
from rapport.programmes import access
from rapport.programmes.actions.enrolment import (
    add_enrolment,
    change_enrolment,
    return_enrolment,
    withdraw_enrolment,
)
from rapport.programmes.facts import facts_of
from rapport.programmes.forms.enrolment import EnrolmentForm, current
from rapport.programmes.models import Enrolment
from rapport.programmes.sign_ups import sign_up_of


def found_for(request: MemberRequest, slug: str, code: str, number: UUID) -> Enrolment:
    return access.enrolment_for(request.person, slug, code, number, to=Act.RUN_PROGRAMME)


def enrolment(request: MemberRequest, slug: str, code: str, number: UUID) -> HttpResponse:
    found = found_for(request, slug, code, number)
    note_look(request, Deed.LOOKED_AT_SIGN_UP, [found.person_id], found.pk)
    has_joined = Membership.objects.filter(person=found.person_id).exists()
    context = {
        "enrolment": found,
        "intake": found.intake,
        "facts": facts_of(found, has_joined=has_joined),
    }
    return render(request, "programmes/enrolment.html", context)


def enrolment_new(request: MemberRequest, slug: str, code: str) -> HttpResponse:
    intake = access.intake_for(request.person, slug, code, to=Act.IMPORT_PEOPLE)
    form = EnrolmentForm(request.POST or None)
    if form.is_valid() and form.attempt(add_enrolment, intake, form.sign_up(), by=request.person):
        messages.success(request, _("%(name)s takes part.") % {"name": form.result})
        return redirect(intake)
    return render(request, "programmes/enrolment_new.html", {"form": form, "intake": intake})


def enrolment_edit(request: MemberRequest, slug: str, code: str, number: UUID) -> HttpResponse:
    found = found_for(request, slug, code, number)
    form = EnrolmentForm(request.POST or None, initial=current(found))
    if form.is_valid() and form.attempt(
        change_enrolment, found, form.sign_up(sign_up_of(found)), by=request.person
    ):
        messages.success(request, _("The sign-up is saved."))
        return redirect(found)
    context = {"form": form, "enrolment": found, "intake": found.intake}
    return render(request, "programmes/enrolment_edit.html", context)


@require_POST
def withdrawal(request: MemberRequest, slug: str, code: str, number: UUID) -> HttpResponse:
    found = found_for(request, slug, code, number)
    withdraw_enrolment(found, by=request.person)
    return redirect(found)


@require_POST
def withdrawal_end(request: MemberRequest, slug: str, code: str, number: UUID) -> HttpResponse:
    found = found_for(request, slug, code, number)
    return_enrolment(found, by=request.person)
    return redirect(found)
