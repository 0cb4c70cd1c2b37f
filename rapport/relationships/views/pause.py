"""A pause until a day, and its end."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rapport.domain.permissions import Act
from rapport.organisations.requests import MemberRequest
from rapport.relationships.access import relationship_for, standing_for
from rapport.relationships.actions.pause import pause_relationship, resume_relationship
from rapport.relationships.forms.pause import PauseForm
from rapport.relationships.queries import open_pause


@require_http_methods(["GET", "POST"])
def pause(request: MemberRequest, code: str) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.PAUSE)
    resting = open_pause(standing.relationship)
    form = PauseForm(request.POST or None, initial={"until": resting.until} if resting else None)
    if form.is_valid() and form.attempt(
        pause_relationship,
        standing.relationship,
        form.cleaned_data["until"],
        by=request.person,
    ):
        messages.success(request, _("You are taking a break. Nobody is asked anything meanwhile."))
        return redirect(standing.relationship)
    return render(
        request,
        "relationships/pause/page.html",
        {"standing": standing, "form": form, "pause": resting},
    )


@require_POST
def pause_end(request: MemberRequest, code: str) -> HttpResponse:
    relationship = relationship_for(request.person, code, to=Act.PAUSE)
    resume_relationship(relationship, by=request.person)
    messages.success(request, _("Welcome back. Choose a day to meet when you like."))
    return redirect(relationship)
