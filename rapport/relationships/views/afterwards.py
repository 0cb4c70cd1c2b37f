"""Around the end and after it: introductions, the certificate, what stays, a last word, a note."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rapport.domain.permissions import Act
from rapport.organisations.requests import MemberRequest
from rapport.relationships.access import relationship_for, standing_for
from rapport.relationships.actions.afterwards import choose_keeping, say_farewell
from rapport.relationships.actions.introductions import note_introduction, promise_introduction
from rapport.relationships.certificate import FILE_NAME, certificate_of
from rapport.relationships.forms.afterwards import KeepingForm, SealedWordsForm
from rapport.relationships.pages.ended import ended_for
from rapport.relationships.pages.winding_up import decision_seen_by
from rapport.relationships.queries.afterwards import introductions_of


@require_http_methods(["GET", "POST"])
def introductions(request: MemberRequest, code: str) -> HttpResponse:
    act = Act.OPEN_RELATIONSHIP if request.method == "GET" else Act.REVIEW_AND_DECIDE
    standing = standing_for(request.person, code, to=act)
    form = SealedWordsForm(request.POST or None)
    if form.is_valid() and form.attempt(
        promise_introduction, standing.relationship, form.cleaned_data["words"], by=request.person
    ):
        return redirect("introductions", code)
    promises = introductions_of(standing.relationship)
    context = {"standing": standing, "promises": promises, "form": form}
    return render(request, "relationships/introductions/page.html", context)


@require_POST
def introduction_made(request: MemberRequest, code: str, pk: UUID) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.KEEP_PROMISES)
    promise = get_object_or_404(introductions_of(standing.relationship), pk=pk)
    note_introduction(promise, by=request.person)
    return redirect("introductions", code)


@require_GET
def certificate(request: MemberRequest, code: str) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.OPEN_RELATIONSHIP)
    return HttpResponse(
        certificate_of(standing),
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{FILE_NAME}"'},
    )


@require_POST
def keeping(request: MemberRequest, code: str) -> HttpResponse:
    relationship = relationship_for(request.person, code, to=Act.LEAVE_WELL)
    form = KeepingForm(request.POST)
    if form.is_valid():
        choose_keeping(relationship, form.cleaned_data["keep"], by=request.person)
        messages.success(request, _("Kept. It is carried out only if all of you want the same."))
    return redirect("ending" if relationship.is_closed else "winding_up", code)


@require_POST
def farewell(request: MemberRequest, code: str) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.LEAVE_WELL)
    if not standing.relationship.is_closed:
        return redirect("ending", code)
    form = SealedWordsForm(request.POST)
    if form.is_valid() and form.attempt(
        say_farewell, standing.relationship, form.cleaned_data["words"], by=request.person
    ):
        return redirect("ending", code)
    context = ended_for(standing) | {"farewell_form": form}
    return render(request, "relationships/ending/ended.html", context)


@require_GET
def after_care(request: MemberRequest, code: str) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.OPEN_RELATIONSHIP)
    context = {
        "standing": standing,
        "decision": decision_seen_by(standing),
        "promises": introductions_of(standing.relationship).filter(made_at=None),
    }
    return render(request, "relationships/ending/after_care.html", context)
