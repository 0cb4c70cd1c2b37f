"""How far the people of an intake have come, in words and in three stages."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport.programmes.queries import Figures


def funnel_of(figures: Figures) -> dict[str, Any]:
    """The stages and the sentence of the part `funnel`; empty before the first sign-up."""
    stages = [
        {"label": _("Signed up"), "count": figures.signed_up, "note": roles_in_words(figures)},
        {"label": _("In a pair and invited"), "count": figures.in_pairs, "note": ""},
        {"label": _("Joined"), "count": figures.joined, "note": ""},
    ]
    return {"stages": stages if figures.signed_up else [], "sentence": sentence_of(figures)}


def sentence_of(figures: Figures) -> str:
    count = figures.signed_up
    told = ngettext("One person has signed up.", "%(count)s people have signed up.", count)
    parts = [told % {"count": count}]
    if figures.in_pairs and figures.waiting:
        waiting = ngettext("One waits for a pair.", "%(count)s wait for a pair.", figures.waiting)
        parts.append(waiting % {"count": figures.waiting})
    if figures.not_joined:
        late = ngettext(
            "One has not accepted the invitation yet.",
            "%(count)s have not accepted the invitation yet.",
            figures.not_joined,
        )
        parts.append(late % {"count": figures.not_joined})
    return " ".join(parts)


def roles_in_words(figures: Figures) -> str:
    """“12 mentors, 19 mentees, 2 both”; what is nobody is left out."""
    mentors = ngettext("%(n)s mentor", "%(n)s mentors", figures.mentors)
    mentees = ngettext("%(n)s mentee", "%(n)s mentees", figures.mentees)
    both = _("%(n)s both")
    counted = [(mentors, figures.mentors), (mentees, figures.mentees), (both, figures.either)]
    return ", ".join(text % {"n": number} for text, number in counted if number)
