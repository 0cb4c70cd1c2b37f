"""One tag: a sentence of a table, in the reader's language, with its words filled in."""

from collections.abc import Mapping

from django import template
from django.utils.translation import gettext

register = template.Library()


@register.simple_tag
def spoken(sentence: str, words: Mapping[str, object]) -> str:
    return gettext(sentence) % words
