"""A certificate from the programme: who took part, as what, from when to when. Never a word more.

It knows open facts only: names, role, dates and how often the members met.
"""

from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext, ngettext

from rapport.documents.typesetting import ACCESSIBLE, direction_of, typeset
from rapport.domain.permissions import Role
from rapport.domain.phases import Phase
from rapport.domain.refusals import NotNow
from rapport.domain.sentences import _
from rapport.relationships.access import Standing
from rapport.relationships.models import Ending, Relationship
from rapport.relationships.queries.readiness import meetings_held

LAYOUT = Path(__file__).with_name("certificate.typ")
FILE_NAME = "certificate.pdf"
READY = {Phase.WINDING_UP, Phase.CLOSED}

SENTENCES: dict[Role, str] = {
    Role.MENTOR: _("has given time, experience and attention as a mentor."),
    Role.CO_MENTOR: _("has given time, experience and attention as a co-mentor."),
    Role.MENTEE: _("has worked on goals of their own as a mentee."),
    Role.PEER: _("has been mentor and mentee to others, in turns."),
}


def certificate_of(standing: Standing) -> bytes:
    """The PDF (PDF/UA-1) for this member, in her language; NotNow before its time."""
    relationship = standing.relationship
    held = len(meetings_held(relationship))
    if not held or Phase(relationship.phase) not in READY:
        raise NotNow(
            _("A certificate is made when you wind up, and once you have met. Nothing was lost.")
        )
    return typeset(LAYOUT, words_of(standing, held), ACCESSIBLE, [settings.FONTS])


def words_of(standing: Standing, held: int) -> dict[str, Any]:
    relationship, intake = standing.relationship, standing.relationship.intake
    name = str(standing.me.person)
    last, today = last_day(relationship), timezone.localdate()
    met = ngettext("%(n)s meeting", "%(n)s meetings", held) % {"n": held}
    return {
        "title": gettext("Certificate"),
        "language": (get_language() or "en").partition("-")[0],
        "name": name,
        "name_direction": direction_of(name),
        "sentence": gettext(SENTENCES[Role(standing.me.role)]),
        "period": gettext("%(first)s to %(last)s, %(met)s")
        % {"first": words_for(relationship.began_at.date()), "last": words_for(last), "met": met},
        "programme": str(intake.programme),
        "organisation": str(relationship.organisation),
        "issued": gettext("Issued on %(day)s") % {"day": words_for(today)},
        "day": [today.year, today.month, today.day],
    }


def last_day(relationship: Relationship) -> date:
    """The end, or today while they still wind up."""
    ending = Ending.objects.filter(relationship=relationship).first()
    return timezone.localdate(ending.ended_at) if ending else timezone.localdate()


def words_for(day: date) -> str:
    return date_format(day, "DATE_FORMAT")
