"""The lottery of an intake: why, how it fell, and who waits."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rapport.domain.permissions import Act
from rapport.organisations.requests import MemberRequest
from rapport.programmes import access
from rapport.programmes.actions.draw import draw_lots, move_up
from rapport.programmes.models import Lot
from rapport.programmes.queries import places_in


def lottery(request: MemberRequest, slug: str, code: str) -> HttpResponse:
    """POST draws; GET shows what would be drawn, and what was."""
    intake = access.intake_for(request.person, slug, code, to=Act.FORM_PAIRS)
    if request.method == "POST":
        draw_lots(intake, by=request.person)
        messages.success(request, _("The lots are drawn. Nobody has heard of it yet."))
        return redirect("lottery", slug, code)
    draws = intake.draws.select_related("drawn_by").prefetch_related("lots__enrolment")
    context = {"intake": intake, "places": places_in(intake), "draws": draws}
    return render(request, "programmes/lottery.html", context)


@require_POST
def lot_up(request: MemberRequest, slug: str, code: str, lot: UUID) -> HttpResponse:
    intake = access.intake_for(request.person, slug, code, to=Act.FORM_PAIRS)
    lots = Lot.objects.select_related("draw__intake", "enrolment")
    found = get_object_or_404(lots, pk=lot, draw__intake=intake)
    move_up(found, by=request.person)
    messages.success(
        request,
        _("%(name)s has a place now. How the lot fell stays written.") % {"name": found.enrolment},
    )
    return redirect("lottery", slug, code)
