"""The pulse: answered alone, revealed together, and one thing chosen to talk about."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from rapport.domain.permissions import Act
from rapport.organisations.requests import MemberRequest
from rapport.relationships.access import Standing, standing_for
from rapport.relationships.actions.pulse import answer_pulse, choose_topic
from rapport.relationships.forms.pulse import PulseForm, TopicForm
from rapport.relationships.models import Pulse
from rapport.relationships.pages.pulse import minutes_of, scale, shown, signs, statements_of
from rapport.relationships.queries.pulse import (
    Round,
    owes_pulse,
    pulse_to_answer,
    pulses_of,
    round_for,
)


@require_GET
def pulse(request: MemberRequest, code: str) -> HttpResponse:
    """What waits for an answer, and the newest round that all have answered."""
    standing = standing_for(request.person, code, to=Act.OPEN_RELATIONSHIP)
    return page(request, standing, PulseForm())


@require_POST
def pulse_answers(request: MemberRequest, code: str) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.ANSWER_PULSE)
    form = PulseForm(request.POST)
    if form.is_valid() and form.attempt(
        answer_pulse, standing.relationship, form.cleaned_data["number"],
        form.cleaned_data["words"], by=request.person,
    ):  # fmt: skip
        return redirect("pulse", code)
    return page(request, standing, form)


@require_GET
def pulse_round(request: MemberRequest, code: str, number: int) -> HttpResponse:
    """One round of the past, or the answers of the current one once they are revealed."""
    standing = standing_for(request.person, code, to=Act.OPEN_RELATIONSHIP)
    found = found_round(standing, number)
    return page(request, standing, PulseForm(), only=found)


@require_POST
def pulse_topic(request: MemberRequest, code: str, number: int) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.ANSWER_PULSE)
    found = found_round(standing, number)
    form = TopicForm(request.POST)
    if form.is_valid() and form.attempt(
        choose_topic, found.pulse, form.cleaned_data["words"], by=request.person
    ):
        return redirect("pulse_round", code, number)
    return page(request, standing, PulseForm(), only=found, topic_form=form)


def found_round(standing: Standing, number: int) -> Round:
    found = pulses_of(standing.relationship).filter(number=number).first()
    if found is None:
        raise Http404
    return round_for(found, standing)


def page(
    request: MemberRequest,
    standing: Standing,
    form: PulseForm,
    only: Round | None = None,
    topic_form: TopicForm | None = None,
) -> HttpResponse:
    rounds = [round_for(each, standing) for each in pulses_of(standing.relationship)]
    revealed = [each for each in rounds if each.is_revealed]
    result = only if only and only.is_revealed else (revealed[-1] if revealed else None)
    context = {
        "standing": standing,
        "form": form,
        "topic_form": topic_form or TopicForm(),
        "rounds": revealed[::-1],
        "last": revealed[-1] if revealed else None,
        "result": result,
        "shown": shown(result, standing) if result else None,
        "is_past": only is not None,
        **asked_of(standing),
    }
    return render(request, "relationships/pulse/page.html", context)


def asked_of(standing: Standing) -> dict[str, Any]:
    """The round she can answer now, if there is one, with its statements."""
    relationship, me, today = standing.relationship, standing.me.person_id, timezone.localdate()
    found = None if relationship.is_closed else pulse_to_answer(relationship, me, today)
    if found is None:
        return {"asked": None}
    asked = round_for(saved(found), standing)
    return {
        "asked": asked,
        "is_my_turn": owes_pulse(relationship, me, today),
        "statements": statements_of(found, standing),
        "scale": scale(),
        "minutes": minutes_of(found),
        "signs": signs(),
    }


def saved(pulse: Pulse) -> Pulse:
    """The same round with its envelopes at hand; as it is, when nobody has begun it."""
    return pulses_of(pulse.relationship).filter(number=pulse.number).first() or pulse
