"""Somebody would like to talk; a coordinator has been in touch."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rapport.desk.access import talk_for
from rapport.organisations.requests import MemberRequest
from rapport.relationships.actions.talk import answer_talk


@require_POST
def talk_answer(request: MemberRequest, pk: UUID) -> HttpResponse:
    answer_talk(talk_for(request.person, pk), by=request.person)
    messages.success(request, _("Noted: you have been in touch."))
    return redirect("desk")
