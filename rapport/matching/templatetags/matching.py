"""Tags for sentences of a table, for figures with their interval, and for names of criteria."""

from collections.abc import Mapping

from django import template
from django.utils.translation import gettext

from rapport.domain.findings import Hidden, Shown, Unit
from rapport.matching.words import question_in_words

register = template.Library()


@register.simple_tag
def spoken(sentence: str, words: Mapping[str, object]) -> str:
    return gettext(sentence) % words


@register.simple_tag
def figure(found: Shown) -> str:
    """A finding with its interval and how many stand behind it, or why it is not shown."""
    if isinstance(found, Hidden):
        return gettext(found.sentence)
    factor, sign = (100, " %") if found.unit is Unit.SHARE else (1, "")
    low, value, high = (round(factor * each) for each in (found.low, found.value, found.high))
    words = {"value": f"{value}{sign}", "low": low, "high": f"{high}{sign}", "n": found.n}
    return gettext("%(value)s (%(low)s to %(high)s; %(n)s pairs or people)") % words


@register.simple_tag
def criterion(key: str) -> str:
    """A criterion by its question, as the page of settings names it."""
    kind, _colon, about = key.partition(":")
    if kind == "wish":
        return gettext("The mentee’s wish") if about == "mentee" else gettext("The mentor’s wish")
    return question_in_words(about)
