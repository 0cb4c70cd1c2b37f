"""What somebody is asked before pairs are announced: whom she was shown, and what she says."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rapport.matching.access import asking_for, askings_of, choice_for
from rapport.matching.actions.say import rank_people, say_no, say_yes
from rapport.matching.forms.say import SayForm
from rapport.matching.pages.saying import said_page
from rapport.organisations.requests import MemberRequest


@require_GET
def says(request: MemberRequest) -> HttpResponse:
    """Everything I am asked at the moment."""
    return render(request, "matching/says.html", {"askings": askings_of(request.person)})


def say(request: MemberRequest, pk: UUID) -> HttpResponse:
    """Whom I am shown; POST keeps my order and whom I would rather not meet."""
    found = asking_for(request.person, pk)
    form = SayForm(request.POST or None, asking=found)
    if form.is_valid():
        said = {"ranks": form.ranks(), "rather_not": form.rather_not()}
        if form.attempt(rank_people, found, **said, by=request.person):
            messages.success(request, _("Your wishes are kept. You may change them until the end."))
            return redirect(found)
    return render(request, "matching/say.html", {"form": form, **said_page(found)})


@require_POST
def say_agree(request: MemberRequest, pk: UUID, choice: UUID) -> HttpResponse:
    found = choice_for(request.person, pk, choice)
    say_yes(found, by=request.person)
    messages.success(request, _("Your yes is kept."))
    return redirect(found.asking)


@require_POST
def say_decline(request: MemberRequest, pk: UUID, choice: UUID) -> HttpResponse:
    found = choice_for(request.person, pk, choice)
    say_no(found, by=request.person)
    messages.success(request, _("Your no is kept. Nobody is told that it was you."))
    return redirect(found.asking)
