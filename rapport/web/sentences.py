"""A refusal in the language of the person who reads it."""

from django.utils.translation import gettext

from rapport.domain.refusals import Refusal


def in_words(refusal: Refusal) -> str:
    """The template is translated first, then its values, then they meet."""
    template = gettext(refusal.template)
    values = {name: translated(value) for name, value in refusal.values.items()}
    return template % values if values else template


def translated(value: object) -> object:
    return gettext(value) if isinstance(value, str) and value else value
