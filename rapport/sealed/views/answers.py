"""Answers in JSON: a refusal is a sentence with a status, never a page."""

import json
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext

from rapport.domain.refusals import AlreadyDone, NotAcceptable, Refusal, StaleWords
from rapport.organisations.requests import MemberRequest

STATUS = {StaleWords: HTTPStatus.CONFLICT, AlreadyDone: HTTPStatus.CONFLICT}


def answers_json(view: Callable[..., Any]) -> Callable[..., HttpResponse]:
    """Let a view return what JSON can hold, None, or a response; refusals become 409 or 422."""

    @wraps(view)
    def answering(request: MemberRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            answer = view(request, *args, **kwargs)
        except Refusal as refusal:
            status = STATUS.get(type(refusal), HTTPStatus.UNPROCESSABLE_ENTITY)
            return JsonResponse({"sentence": gettext(refusal.sentence)}, status=status)
        if isinstance(answer, HttpResponse):
            return answer
        if answer is None:
            return HttpResponse(status=HTTPStatus.NO_CONTENT)
        return JsonResponse(answer)

    return answering


def offered(request: MemberRequest) -> dict[str, Any]:
    """The record in the request's body; NotAcceptable when it is none."""
    if request.content_type != "application/json":
        raise NotAcceptable
    try:
        record = json.loads(request.body)
    except ValueError:
        raise NotAcceptable from None
    if not isinstance(record, dict):
        raise NotAcceptable
    return record
