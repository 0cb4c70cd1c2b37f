"""The holidays of a programme: seen, added, taken away by whoever runs it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from rapport.domain.permissions import Act
from rapport.organisations.requests import MemberRequest
from rapport.programmes.access import programme_for
from rapport.relationships.actions.holidays import set_holiday
from rapport.relationships.forms.holidays import HolidayForm
from rapport.relationships.models import Holiday


@require_http_methods(["GET", "POST"])
def holidays(request: MemberRequest, slug: str) -> HttpResponse:
    programme = programme_for(request.person, slug, to=Act.RUN_PROGRAMME)
    form = HolidayForm(request.POST or None)
    if form.is_valid() and form.attempt(
        set_holiday, programme, form.cleaned_data["name"], form.rest
    ):
        return redirect("holidays", slug)
    rests = Holiday.objects.filter(programme=programme)
    context = {"programme": programme, "holidays": rests, "form": form}
    return render(request, "relationships/holidays/page.html", context)


@require_POST
def holiday_end(request: MemberRequest, slug: str, pk: UUID) -> HttpResponse:
    programme = programme_for(request.person, slug, to=Act.RUN_PROGRAMME)
    get_object_or_404(Holiday, programme=programme, pk=pk).delete()
    return redirect("holidays", slug)
