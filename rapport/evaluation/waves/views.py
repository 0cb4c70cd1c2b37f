"""Lending figures of one's own, and the page “How the programme feels”."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rapport.domain.competencies import Moment
from rapport.domain.permissions import Act
from rapport.domain.waves import POOLED, STATEMENTS, THEMES, Subject
from rapport.evaluation.waves.actions import lend_figures
from rapport.evaluation.waves.forms import PoolForm
from rapport.evaluation.waves.pages import months_shown, skills_shown, table_of
from rapport.evaluation.waves.queries import has_lent, waves_of
from rapport.organisations.requests import MemberRequest
from rapport.programmes.access import programme_for
from rapport.relationships.access import Standing, standing_for
from rapport.relationships.pages.journey import phase_name
from rapport.relationships.queries.competencies import views_for
from rapport.relationships.queries.pulse import newest_answer


@require_http_methods(["GET", "POST"])
def pool(request: MemberRequest, code: str) -> HttpResponse:
    """Her own newest answers are opened in her browser; three of them may be lent."""
    standing = standing_for(request.person, code, to=Act.ANSWER_PULSE)
    form = PoolForm(request.POST or None)
    if form.is_valid() and form.attempt(
        lend_figures, standing.relationship, dict(form.cleaned_data), by=request.person
    ):
        messages.success(request, _("Lent. Your figures are in the pool of this month."))
        return redirect("pulse_pool", code)
    return render(request, "waves/pool.html", {"form": form, **pool_of(standing)})


def pool_of(standing: Standing) -> dict[str, Any]:
    programme = standing.relationship.intake.programme
    return {
        "standing": standing,
        "mine": newest_answer(standing),
        "has_lent": has_lent(programme, standing.me.person),
        "themes": [
            {"key": key, "side": side, "text": _(STATEMENTS[key])} for key, side in POOLED.items()
        ],
    }


@require_http_methods(["GET", "POST"])
def skills_pool(request: MemberRequest, code: str, phase: str) -> HttpResponse:
    """Her own two looks at the skills of a phase; what changed between them may be lent."""
    standing = standing_for(request.person, code, to=Act.VIEW_COMPETENCIES)
    views = next((each for each in views_for(standing) if each.phase == phase), None)
    if views is None:
        raise Http404
    subject = Subject(views.phase)
    form = PoolForm(request.POST or None, subject=subject)
    if form.is_valid() and form.attempt(
        lend_figures, standing.relationship, dict(form.cleaned_data), subject, by=request.person
    ):
        messages.success(request, _("Lent. What changed is in the pool of this half-year."))
        return redirect("competencies", code)
    programme = standing.relationship.intake.programme
    context = {
        "form": form,
        "standing": standing,
        "phase": phase_name(views.phase),
        "looks": [views.mine[moment] for moment in Moment] if len(views.mine) == 2 else [],
        "has_lent": has_lent(programme, request.person, subject),
        "skills": [{"key": key, "text": _(text)} for key, text in THEMES[subject].items()],
    }
    return render(request, "waves/skills_pool.html", context)


@require_GET
def waves(request: MemberRequest, slug: str) -> HttpResponse:
    """For whoever runs the programme; closed months alone, and never who lent anything."""
    programme = programme_for(request.person, slug, to=Act.RUN_PROGRAMME)
    known = list(waves_of(programme))
    context = {
        "programme": programme,
        "newest": known[0] if known else None,
        "table": table_of(known[0]) if known else None,
        "months": months_shown(known),
        "skills": skills_shown(programme),
    }
    return render(request, "waves/waves.html", context)
