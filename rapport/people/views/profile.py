"""A person's name, language and time zone."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import override

from rapport.people.forms import ProfileForm
from rapport.people.models import Person


def profile(request: HttpRequest) -> HttpResponse:
    """Shows the profile, and keeps what she changes."""
    person = cast("Person", request.user)
    form = ProfileForm(request.POST or None, instance=person)
    if not form.is_valid():
        return render(request, "people/profile.html", {"form": form})
    form.save()
    with override(person.language):
        messages.success(request, _("Your profile is saved."))
    answer = redirect("profile")
    # What she once chose for this device alone gives way to what she has chosen now.
    answer.delete_cookie("theme")
    return answer
