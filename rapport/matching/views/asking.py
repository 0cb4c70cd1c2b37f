"""Asking both sides before anything is announced, and ending it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from rapport.matching.access import round_for
from rapport.matching.actions.asking import ask_both_sides, end_asking
from rapport.matching.forms.asking import AskingForm, in_days
from rapport.matching.queries.criteria import settings_of
from rapport.organisations.requests import MemberRequest


def asking(request: MemberRequest, slug: str, code: str, number: int) -> HttpResponse:
    """Until when; POST writes to everybody who has a say in this round."""
    found = round_for(request.person, slug, code, number)
    days = settings_of(found.intake.programme).answer_days
    form = AskingForm(request.POST or None, initial={"until": in_days(days)})
    if form.is_valid() and form.attempt(
        ask_both_sides, found, **form.cleaned_data, by=request.person
    ):
        count = int(form.result)
        told = ngettext("One person is asked.", "%(count)s people are asked.", count)
        messages.success(request, told % {"count": count})
        return redirect(found)
    return render(request, "matching/asking.html", {"form": form, "round": found})


@require_POST
def asking_end(request: MemberRequest, slug: str, code: str, number: int) -> HttpResponse:
    found = round_for(request.person, slug, code, number)
    end_asking(found, by=request.person)
    messages.success(request, _("Nobody is asked any more. What was said counts."))
    return redirect(found)
