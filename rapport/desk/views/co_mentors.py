"""A coordinator thinks of a co-mentor; whether anybody comes in, the members decide."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rapport.desk.co_mentors import co_mentor_page
from rapport.desk.forms import CoMentorForm
from rapport.domain.permissions import Act
from rapport.matching.actions.co_mentor import (
    possible_co_mentors,
    propose_co_mentor,
    withdraw_co_mentor,
)
from rapport.organisations.requests import MemberRequest
from rapport.relationships.access import relationship_for
from rapport.relationships.models import Relationship
from rapport.sealed.models import Candidacy


@require_http_methods(["GET", "POST"])
def co_mentor(request: MemberRequest, code: str) -> HttpResponse:
    relationship = relationship_for(request.person, code, to=Act.PROPOSE_MEMBER)
    form = CoMentorForm(request.POST or None, people=possible_co_mentors(relationship))
    if form.is_valid() and form.attempt(
        propose_co_mentor, relationship, form.cleaned_data["whom"], by=request.person
    ):
        messages.success(request, _("Proposed. They are told, and they decide."))
        return redirect("co_mentor", code)
    return render(request, "desk/co_mentor.html", {**co_mentor_page(relationship), "form": form})


@require_POST
def co_mentor_end(request: MemberRequest, code: str) -> HttpResponse:
    """Taking back what is not there any more changes nothing and is no error."""
    relationship = relationship_for(request.person, code, to=Act.PROPOSE_MEMBER)
    candidacy = candidacy_in(relationship, request.POST.get("candidacy", ""))
    if candidacy is not None:
        withdraw_co_mentor(relationship, candidacy.person, by=request.person)
    return redirect("co_mentor", code)


def candidacy_in(relationship: Relationship, number: str) -> Candidacy | None:
    """Who is proposed there under this number."""
    try:
        return relationship.space.candidacies.filter(pk=UUID(number)).first()
    except ValueError:
        return None
