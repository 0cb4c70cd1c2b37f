"""Bring people together by hand, in any format."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rapport.domain.formats import FOUNDED, SHAPES
from rapport.domain.permissions import Act
from rapport.matching.actions.circle import begin_circle
from rapport.matching.forms.circle import CircleForm
from rapport.organisations.requests import MemberRequest
from rapport.programmes.access import intake_for


@require_http_methods(["GET", "POST"])
def circle_new(request: MemberRequest, slug: str, code: str) -> HttpResponse:
    intake = intake_for(request.person, slug, code, to=Act.FORM_PAIRS)
    form = CircleForm(request.POST or None, intake=intake)
    if form.is_valid() and form.attempt(
        begin_circle, intake, form.cleaned_data["shaped"], form.roles, by=request.person
    ):
        messages.success(request, _("They are together now; everybody hears of it by mail."))
        return redirect("course", form.result.code)
    shapes = [SHAPES[each] for each in FOUNDED]
    context = {"intake": intake, "form": form, "shapes": shapes}
    return render(request, "matching/circle_new.html", context)
