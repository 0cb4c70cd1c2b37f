"""Clause by clause, versions side by side, and the template of a programme."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rapport.domain.agreement import SAY_LABELS
from rapport.domain.permissions import Act
from rapport.organisations.requests import MemberRequest
from rapport.programmes.access import programme_for
from rapport.relationships.access import standing_for
from rapport.relationships.actions.clauses import view_clauses, word_template
from rapport.relationships.forms.clauses import ClausesForm, TemplateForm
from rapport.relationships.models import Relationship
from rapport.relationships.pages.deck import choices
from rapport.relationships.queries.agreements import (
    clauses_in,
    clauses_of,
    draft_of,
    envelope_of,
    template_of,
    version_of,
    versions_of,
    views_on,
)


@require_http_methods(["GET", "POST"])
def agreement_clauses(request: MemberRequest, code: str) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.DRAFT_AGREEMENT)
    form = ClausesForm(request.POST or None)
    if form.is_valid() and form.attempt(
        view_clauses, standing.relationship, form.cleaned_data["words"], by=request.person
    ):
        return redirect("agreement_clauses", code)
    draft = draft_of(standing.relationship)
    views = views_on(draft) if draft else []
    context = {
        "standing": standing,
        "form": form,
        "draft": draft,
        "clauses": clauses_of(standing.relationship),
        "mine": next((each for each in views if each.person == request.person), None),
        "theirs": [each for each in views if each.person != request.person],
        "sayings": choices(SAY_LABELS),
    }
    return render(request, "relationships/agreement/clauses.html", context)


@require_GET
def agreement_comparison(request: MemberRequest, code: str, left: int, right: int) -> HttpResponse:
    """Two versions; 0 is the draft as it is now."""
    standing = standing_for(request.person, code, to=Act.OPEN_RELATIONSHIP)
    sides = [side_of(standing.relationship, number) for number in (left, right)]
    clauses = {each.key: each for side in sides for each in side["clauses"]}
    context = {
        "standing": standing,
        "sides": sides,
        "clauses": clauses.values(),
        "versions": versions_of(standing.relationship),
    }
    return render(request, "relationships/agreement/comparison.html", context)


def side_of(relationship: Relationship, number: int) -> dict[str, Any]:
    """One column: the envelope of a version or of the draft, with its clauses and figures."""
    if number == 0:
        draft = draft_of(relationship)
        if draft is None:
            raise Http404
        words = draft.words.newest
        return {"number": 0, "words": words, "clauses": clauses_of(relationship), "terms": None}
    found = version_of(relationship, number)
    if found is None:
        raise Http404
    clauses = clauses_in(found.terms)
    words = envelope_of(found)
    terms = found.terms | {"until": date.fromisoformat(found.terms["until"])}
    return {"number": number, "words": words, "clauses": clauses, "terms": terms}


@require_http_methods(["GET", "POST"])
def agreement_template(request: MemberRequest, slug: str) -> HttpResponse:
    programme = programme_for(request.person, slug, to=Act.RUN_PROGRAMME)
    form = TemplateForm(request.POST or None, template=template_of(programme))
    if form.is_valid() and form.attempt(
        word_template, programme, form.texts, form.own, by=request.person
    ):
        messages.success(request, _("The template is saved. New drafts begin from it."))
        return redirect("agreement_template", slug)
    context = {"programme": programme, "form": form}
    return render(request, "relationships/agreement/template.html", context)
