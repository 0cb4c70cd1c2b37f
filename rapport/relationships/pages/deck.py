"""Decks of cards in the reader's language, as the pages and their scripts want them."""

from typing import Any

from django.utils.translation import gettext

from rapport.domain import expectations, trust, values
from rapport.domain.trust import Behaviour, Effect
from rapport.domain.values import Value


def groups() -> list[dict[str, Any]]:
    """Values and expectations: two decks that are sorted on one page."""
    return [
        {
            "key": "values",
            "own": "own",
            "legend": gettext("How important is each of these to you?"),
            "title": gettext("What matters to you"),
            "cards": [card(each) for each in values.DECK],
            "choices": choices(values.IMPORTANCE_LABELS),
        },
        {
            "key": "expectations",
            "own": "own_expectations",
            "legend": gettext("What do you expect of each other?"),
            "title": gettext("What you expect of each other"),
            "cards": [card(each) for each in expectations.DECK],
            "choices": choices(expectations.WEIGHT_LABELS),
        },
    ]


def card(value: Value) -> dict[str, str]:
    return {
        "name": value.key,
        "label": gettext(value.name),
        "note": gettext(value.meaning),
        "question": gettext(value.question),
    }


def choices(labels: dict[Any, str]) -> list[dict[str, str]]:
    return [{"value": key.value, "label": gettext(label)} for key, label in labels.items()]


def trust_halves() -> list[dict[str, Any]]:
    """What builds trust, and what damages it."""
    return [
        {
            "key": effect.value,
            "title": gettext(trust.EFFECT_LABELS[effect]),
            "own": f"own_{effect.value}",
            "cards": [behaviour(each) for each in trust.cards(effect)],
        }
        for effect in Effect
    ]


def behaviour(it: Behaviour) -> dict[str, str]:
    return {"key": it.key, "text": gettext(it.text), "question": gettext(it.question)}
