"""The agreement: the paper with its signatures, the draft, the offer, and the versions."""

from datetime import timedelta

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rapport.domain.permissions import Act
from rapport.organisations.requests import MemberRequest
from rapport.relationships.access import Standing, standing_for
from rapport.relationships.actions.agreements import (
    draft_agreement,
    offer_agreement,
    sign_agreement,
)
from rapport.relationships.forms.agreements import DraftForm, OfferForm, SignatureForm
from rapport.relationships.models import Agreement, AgreementDraft, Relationship
from rapport.relationships.queries.agreements import (
    clauses_of,
    draft_of,
    version_of,
    versions_of,
)
from rapport.relationships.queries.papers import paper_of
from rapport.web.forms import ActionForm


@require_GET
def agreement(request: MemberRequest, code: str) -> HttpResponse:
    """The newest version, or the draft while there is none."""
    standing = standing_for(request.person, code, to=Act.OPEN_RELATIONSHIP)
    return page(request, standing)


@require_GET
def agreement_version(request: MemberRequest, code: str, version: int) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.OPEN_RELATIONSHIP)
    found = version_of(standing.relationship, version)
    if found is None:
        raise Http404
    return page(request, standing, found)


@require_http_methods(["GET", "POST"])
def agreement_draft(request: MemberRequest, code: str) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.DRAFT_AGREEMENT)
    form = DraftForm(request.POST or None)
    if form.is_valid() and form.attempt(
        draft_agreement, standing.relationship, form.cleaned_data["words"], by=request.person
    ):
        return redirect("agreement", code)
    draft = draft_of(standing.relationship)
    clauses = clauses_of(standing.relationship)
    context = {"standing": standing, "form": form, "draft": draft, "clauses": clauses}
    return render(request, "relationships/agreement/draft.html", context)


@require_POST
def agreement_offer(request: MemberRequest, code: str) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.DRAFT_AGREEMENT)
    form = OfferForm(request.POST)
    if form.is_valid() and form.attempt(
        offer_agreement,
        standing.relationship,
        form.terms,
        revision=form.cleaned_data["revision"],
        by=request.person,
    ):
        return redirect("agreement", code)
    return page(request, standing, offer_form=form)


@require_POST
def agreement_signature(request: MemberRequest, code: str, version: int) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.SIGN_AGREEMENT)
    found = version_of(standing.relationship, version)
    if found is None:
        raise Http404
    form = SignatureForm(request.POST)
    if form.is_valid() and form.attempt(
        sign_agreement, found, form.cleaned_data["signature"], by=request.person
    ):
        return redirect("agreement", code)
    return page(request, standing, found, signature_form=form)


def page(
    request: MemberRequest,
    standing: Standing,
    shown: Agreement | None = None,
    **forms: ActionForm,
) -> HttpResponse:
    """The version shown, else the newest; the draft while there is none."""
    relationship = standing.relationship
    draft, versions = draft_of(relationship), versions_of(relationship)
    shown = shown or next(iter(versions), None)
    context = {
        "standing": standing,
        "paper": paper_of(shown, standing) if shown else None,
        "draft": draft,
        "versions": versions,
        "clauses": clauses_of(relationship),
        "signature_form": SignatureForm(),
        "offer_form": offer_form_for(relationship, draft, versions),
        **forms,
    }
    return render(request, "relationships/agreement/page.html", context)


def offer_form_for(
    relationship: Relationship, draft: AgreementDraft | None, versions: list[Agreement]
) -> OfferForm | None:
    """Filled in from the version before, else from the programme; none while there is no text."""
    if draft is None:
        return None
    terms = versions[0].terms if versions else terms_of_programme(relationship)
    return OfferForm(initial={**terms, "revision": draft.words.revision})


def terms_of_programme(relationship: Relationship) -> dict[str, object]:
    months = relationship.intake.programme.term_months
    until = max(relationship.intake.ends_on, timezone.localdate() + timedelta(days=30 * months))
    return {"rhythm_days": relationship.rhythm_days, "minutes": 60, "until": until}
