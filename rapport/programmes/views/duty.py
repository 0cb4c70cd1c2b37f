"""Who has which duty in a programme."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rapport.domain.permissions import Act
from rapport.organisations.requests import MemberRequest
from rapport.programmes import access
from rapport.programmes.actions.duty import end_duty, give_duty
from rapport.programmes.forms.duty import DutyForm


def programme_duties(request: MemberRequest, slug: str) -> HttpResponse:
    programme = access.programme_for(request.person, slug, to=Act.RUN_PROGRAMME)
    form = DutyForm(request.POST or None)
    if form.is_valid() and form.attempt(
        give_duty, programme, **form.cleaned_data, by=request.person
    ):
        messages.success(request, _("%(name)s has the duty now.") % {"name": form.result.person})
        return redirect("programme_duties", slug)
    duties = programme.duties.select_related("person").order_by("role", "person__name")
    context = {"programme": programme, "duties": duties, "form": form}
    return render(request, "programmes/duties.html", context)


@require_POST
def duty_end(request: MemberRequest, slug: str, number: UUID) -> HttpResponse:
    duty = access.duty_for(request.person, slug, number)
    end_duty(duty, by=request.person)
    if duty.person_id == request.person.pk:
        return redirect("home")
    return redirect("programme_duties", slug)
