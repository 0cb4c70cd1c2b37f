"""The list of programmes, a new one, one of them, its settings."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from rapport.domain.permissions import Act, Role, may
from rapport.organisations.requests import MemberRequest
from rapport.programmes import access, queries
from rapport.programmes.actions.programme import change_programme, start_programme
from rapport.programmes.forms.programme import (
    NewProgrammeForm,
    ProgrammeSettingsForm,
    current,
    suggested,
)


def programmes(request: MemberRequest) -> HttpResponse:
    """Where I have a duty, and the way to a new one."""
    access.require_concerned(request.person)
    context = {
        "programmes": queries.programmes_of(request.person),
        "may_start": access.may_start_programme(request.person),
    }
    return render(request, "programmes/programmes.html", context)


def programme_new(request: MemberRequest) -> HttpResponse:
    access.require_starter(request.person)
    form = NewProgrammeForm(request.POST or None, initial=suggested())
    if form.is_valid():
        words = {name: form.cleaned_data[name] for name in ("intake_name", "starts_on")}
        if form.attempt(start_programme, form.settings(), **words, by=request.person):
            return redirect(form.result.intakes.get())
    return render(request, "programmes/programme_new.html", {"form": form})


def programme(request: MemberRequest, slug: str) -> HttpResponse:
    found = access.programme_for(request.person, slug, to=Act.SEE_PROGRAMME)
    roles = access.duty_roles(request.person, found)
    context = {
        "programme": found,
        "intakes": queries.intakes_of(found),
        "duties": found.duties.select_related("person").order_by("role", "person__name"),
        "may_run": may(roles & frozenset(Role), Act.RUN_PROGRAMME),
    }
    return render(request, "programmes/programme.html", context)


def programme_settings(request: MemberRequest, slug: str) -> HttpResponse:
    found = access.programme_for(request.person, slug, to=Act.RUN_PROGRAMME)
    form = ProgrammeSettingsForm(request.POST or None, initial=current(found))
    if form.is_valid() and form.attempt(
        change_programme, found, form.settings(), by=request.person
    ):
        messages.success(request, _("The settings are saved."))
        return redirect(found)
    return render(request, "programmes/programme_settings.html", {"form": form, "programme": found})
