"""Lending figures of one's own pulse, and the page “How the programme feels”."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rapport.domain.permissions import Act
from rapport.domain.waves import POOLED, STATEMENTS, first_of_month
from rapport.evaluation.waves.actions import lend_figures
from rapport.evaluation.waves.forms import PoolForm
from rapport.evaluation.waves.pages import months_shown, table_of
from rapport.evaluation.waves.queries import has_lent, waves_of
from rapport.organisations.requests import MemberRequest
from rapport.programmes.access import programme_for
from rapport.relationships.access import Standing, standing_for
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
    relationship, me = standing.relationship, standing.me
    programme, month = relationship.intake.programme, first_of_month(timezone.localdate())
    return {
        "standing": standing,
        "mine": newest_answer(standing),
        "has_lent": has_lent(programme, month, me.person),
        "themes": [
            {"key": key, "side": side, "text": _(STATEMENTS[key])} for key, side in POOLED.items()
        ],
    }


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
    }
    return render(request, "waves/waves.html", context)
