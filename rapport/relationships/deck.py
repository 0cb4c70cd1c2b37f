"""The deck of values in the reader's language, as the pages and their scripts want it."""

from typing import Any

from django.utils.translation import gettext

from rapport.domain.values import DECK, IMPORTANCE_LABELS


def cards() -> list[dict[str, Any]]:
    return [
        {
            "name": value.key,
            "label": gettext(value.name),
            "note": gettext(value.meaning),
            "question": gettext(value.question),
        }
        for value in DECK
    ]


def choices() -> list[dict[str, str]]:
    return [
        {"value": importance.value, "label": gettext(label)}
        for importance, label in IMPORTANCE_LABELS.items()
    ]
