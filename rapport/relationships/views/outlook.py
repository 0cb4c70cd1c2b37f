"""How ready they are to wind up: shown to whoever looks first, then to all; a private question."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rapport.domain.permissions import Act
from rapport.organisations.requests import MemberRequest
from rapport.relationships.access import Standing, standing_for
from rapport.relationships.actions.outlook import say_confidence, show_outlook
from rapport.relationships.forms.afterwards import ConfidenceForm, SealedWordsForm
from rapport.relationships.pages.outlook import outlook_seen_by
from rapport.sealed.actions.note import journal_for, write_note
from rapport.web.forms import ActionForm


@require_http_methods(["GET", "POST"])
def outlook(request: MemberRequest, code: str) -> HttpResponse:
    act = Act.OPEN_RELATIONSHIP if request.method == "GET" else Act.REVIEW_AND_DECIDE
    standing = standing_for(request.person, code, to=act)
    form = ConfidenceForm(request.POST or None)
    if form.is_valid() and form.attempt(
        say_confidence, standing.relationship, form.cleaned_data["level"], by=request.person
    ):
        return redirect("outlook", code)
    return page(request, standing, form=form)


@require_POST
def outlook_showing(request: MemberRequest, code: str) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.REVIEW_AND_DECIDE)
    show_outlook(standing.relationship, by=request.person)
    return redirect("outlook", code)


@require_POST
def outlook_thought(request: MemberRequest, code: str) -> HttpResponse:
    """Into one's own journal and nowhere else: that she answered is kept in no relationship."""
    standing = standing_for(request.person, code, to=Act.OPEN_RELATIONSHIP)
    form = SealedWordsForm(request.POST)
    if form.is_valid() and form.attempt(
        write_note, None, form.cleaned_data["words"], by=request.person
    ):
        messages.success(request, _("It stands in your journal, for you alone."))
        return redirect("outlook", code)
    return page(request, standing, thought_form=form)


def page(request: MemberRequest, standing: Standing, **forms: ActionForm) -> HttpResponse:
    seen = outlook_seen_by(standing, timezone.localdate())
    context = {
        "standing": standing,
        "seen": seen,
        "journal": journal_for(request.person),
        "form": ConfidenceForm(initial={"level": seen.confidence}),
        "thought_form": SealedWordsForm(),
        **forms,
    }
    return render(request, "relationships/outlook/page.html", context)
