"""Sharing the agreement: the members' page, their presses, and the document itself."""

from base64 import b64encode

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rapport.domain.audit import Deed
from rapport.domain.permissions import Act
from rapport.organisations.noting import note_look
from rapport.organisations.requests import MemberRequest
from rapport.relationships.access import Standing, relationship_for, standing_for
from rapport.relationships.actions.agreements import is_signed_by_all
from rapport.relationships.models import Agreement, Relationship
from rapport.relationships.queries.agreements import envelope_of, offered_agreement
from rapport.sharing.actions import give_consent, share_agreement, withdraw_consent
from rapport.sharing.forms import OpeningForm
from rapport.sharing.queries import consenting, shared_of


@require_http_methods(["GET", "POST"])
def sharing(request: MemberRequest, code: str) -> HttpResponse:
    """Who has agreed; once all have, the form that makes the document."""
    act = Act.OPEN_RELATIONSHIP if request.method == "GET" else Act.SIGN_AGREEMENT
    standing = standing_for(request.person, code, to=act)
    agreement = newest(standing)
    form = OpeningForm(request.POST or None)
    if form.is_valid() and form.attempt(
        share_agreement, agreement, form.cleaned_data["opening"], by=request.person
    ):
        return redirect("agreement_sharing", code)
    return render(request, "sharing/page.html", context_of(standing, agreement, form))


@require_POST
def consent(request: MemberRequest, code: str) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.SIGN_AGREEMENT)
    act = withdraw_consent if "withdraw" in request.POST else give_consent
    act(newest(standing), by=request.person)
    return redirect("agreement_sharing", code)


@require_GET
def document(request: MemberRequest, code: str) -> HttpResponse:
    """For the members."""
    return document_of(relationship_for(request.person, code, to=Act.OPEN_RELATIONSHIP))


@require_GET
def programme_document(request: MemberRequest, code: str) -> HttpResponse:
    """For the coordinators; every look is noted."""
    relationship = relationship_for(request.person, code, to=Act.SEE_COURSE)
    answer = document_of(relationship)
    members = relationship.participants.values_list("person_id", flat=True)
    note_look(request, Deed.LOOKED_AT_AGREEMENT, members, relationship.pk)
    return answer


def newest(standing: Standing) -> Agreement:
    agreement = offered_agreement(standing.relationship)
    if agreement is None:
        raise Http404
    agreement.relationship = standing.relationship
    return agreement


def context_of(standing: Standing, agreement: Agreement, form: OpeningForm) -> dict[str, object]:
    agreed = consenting(agreement)
    everybody = (standing.me, *standing.others)
    shared = shared_of(standing.relationship)
    return {
        "standing": standing,
        "agreement": agreement,
        "is_signed": is_signed_by_all(agreement),
        "is_shared": shared is not None and shared.agreement_id == agreement.pk,
        "shared": shared,
        "i_agreed": standing.me.person_id in agreed,
        "waiting_for": [each for each in everybody if each.person_id not in agreed],
        "envelope": envelope_of(agreement),
        "statement": b64encode(bytes(agreement.statement)).decode(),
        "form": form,
    }


def document_of(relationship: Relationship) -> HttpResponse:
    shared = shared_of(relationship)
    if shared is None:
        raise Http404
    name = f'attachment; filename="agreement-{shared.agreement.version}.pdf"'
    headers = {"Content-Disposition": name}
    return HttpResponse(bytes(shared.document), content_type="application/pdf", headers=headers)
