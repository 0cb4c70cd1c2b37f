"""Times to meet: offer some, choose one, take them back."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rapport.domain.permissions import Act
from rapport.organisations.requests import MemberRequest
from rapport.relationships.access import standing_for
from rapport.relationships.actions.proposals import choose_time, propose_times, withdraw_times
from rapport.relationships.forms.proposals import ChoiceForm, ProposalForm
from rapport.relationships.queries.meetings import elsewhere_times, proposal_of


@require_http_methods(["GET", "POST"])
def times_new(request: MemberRequest, code: str) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.ARRANGE_MEETING)
    form = ProposalForm(request.POST or None)
    if form.is_valid() and form.attempt(
        propose_times, standing.relationship, form.offer, by=request.person
    ):
        return redirect("times", code, form.result.pk)
    context = {"standing": standing, "form": form}
    return render(request, "relationships/times/new.html", context)


@require_GET
def times(request: MemberRequest, code: str, pk: UUID) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.OPEN_RELATIONSHIP)
    proposal = proposal_of(standing.relationship, pk)
    context = {
        "standing": standing,
        "proposal": proposal,
        "times": elsewhere_times(proposal, standing),
        "is_mine": proposal.by_id == request.person.pk,
    }
    return render(request, "relationships/times/page.html", context)


@require_POST
def times_choice(request: MemberRequest, code: str, pk: UUID) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.ARRANGE_MEETING)
    proposal, form = proposal_of(standing.relationship, pk), ChoiceForm(request.POST)
    if not form.is_valid():
        return redirect("times", code, pk)
    time = get_object_or_404(proposal.times.all(), pk=form.cleaned_data["time"])
    time.proposal = proposal
    return redirect(choose_time(time, by=request.person))


@require_POST
def times_withdrawal(request: MemberRequest, code: str, pk: UUID) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.ARRANGE_MEETING)
    withdraw_times(proposal_of(standing.relationship, pk), by=request.person)
    return redirect("meetings", code)
