"""Choosing channels; and stopping mails by a link, without a sign-in."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from rapport.notifications.access import kinds_for
from rapport.notifications.actions.choices import choose_channels, stop_mails
from rapport.notifications.choices import chosen_by
from rapport.notifications.forms import ChoicesForm
from rapport.notifications.kinds import KIND_LABELS
from rapport.notifications.models import PushDevice
from rapport.notifications.push.sender import public_key
from rapport.notifications.unsubscribing import read_token
from rapport.organisations.middleware import open_to_visitors
from rapport.organisations.requests import MemberRequest
from rapport.people.models import Person


@require_http_methods(["GET", "POST"])
def choices(request: MemberRequest) -> HttpResponse:
    person = request.person
    kinds, chosen = kinds_for(person), chosen_by(person)
    form = ChoicesForm(request.POST or None, person=person, kinds=kinds, chosen=chosen)
    if form.is_valid() and form.attempt(choose_channels, form.chosen(), form.calm(), by=person):
        messages.success(request, _("Kept. It holds from the next piece of news on."))
        return redirect("news_choices")
    mine = PushDevice.objects.filter(person=person).order_by("added_at")
    words = {"form": form, "devices": mine, "push_key": public_key()}
    return render(request, "notifications/choices.html", words)


# A mail program posts here without a cookie and without our token: the signature is the proof.
@csrf_exempt
@open_to_visitors
@login_not_required
@require_http_methods(["GET", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """A look asks; a post stops the mails at once, as often as it comes (RFC 8058)."""
    wanted = read_token(token) if getattr(request, "organisation", None) else None
    if wanted is None:
        raise Http404
    person, kinds = get_object_or_404(Person, pk=wanted[0]), wanted[1]
    if request.method == "POST":
        stop_mails(person, kinds)
    with override(person.language):
        words = {
            "kinds": [_(KIND_LABELS[each]) for each in kinds],
            "done": request.method == "POST",
        }
        return render(request, "notifications/unsubscribe.html", words)
