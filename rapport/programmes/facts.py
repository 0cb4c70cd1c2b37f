"""What a sign-up says, as terms and texts for the part `facts`; what is empty is left out."""

from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _

from rapport.programmes.models import Enrolment


def facts_of(enrolment: Enrolment, *, has_joined: bool) -> list[dict[str, Any]]:
    """How far the person is, then what she said, field by field."""
    return [
        {"term": _("How far"), "text": state_of(enrolment, has_joined=has_joined)},
        *said(enrolment),
    ]


def state_of(enrolment: Enrolment, *, has_joined: bool) -> str:
    if enrolment.withdrawn_at:
        day = formats.date_format(enrolment.withdrawn_at, "DATE_FORMAT")
        return _("Withdrawn since %(day)s: takes no part in new pairs.") % {"day": day}
    if enrolment.person_id is None:
        return _("Waiting for a pair.")
    return _("Has joined.") if has_joined else _("Invited, not joined yet.")


def said(enrolment: Enrolment) -> list[dict[str, Any]]:
    """The plain fields in the order of the model, lists joined, nothing empty."""
    names = ["email", "reference", "role", "mentees_wanted", "mentors_wanted", "never_with"]
    names += ["stage", "topics", "languages", "site", "time_zone", "signed_up_at"]
    meta = Enrolment._meta
    shown = ((meta.get_field(name), shown_value(enrolment, name)) for name in names)
    return [{"term": capitalised(field), "text": text} for field, text in shown if text != ""]


def shown_value(enrolment: Enrolment, name: str) -> str:
    value = getattr(enrolment, name)
    if name == "role":
        return str(enrolment.get_role_display())
    if name == "signed_up_at" and value:
        return formats.date_format(value, "DATETIME_FORMAT")
    if isinstance(value, list):
        return ", ".join(value)
    return "" if value is None else str(value)


def capitalised(field: Any) -> str:
    name = str(field.verbose_name)
    return name[:1].upper() + name[1:]
