"""The people of an intake as rows of its page.

Fifty stand on one, so their words are worked out here: the language of pages takes several times
as long for the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport.domain.permissions import Role
from rapport.programmes.models import Enrolment, Intake


@dataclass(frozen=True)
class PersonRow:
    """One sign-up; `email` only where it does not stand for the name already."""

    url: str
    name: str
    email: str
    role: str
    places: str
    how_far: str


def rows_of(intake: Intake, people: Iterable[Enrolment]) -> list[PersonRow]:
    """Wants the people of `queries.people_in`."""
    address = intake.programme.slug, intake.code
    mentees, mentors = intake.shape.usual(Role.MENTOR), intake.shape.usual(Role.MENTEE)
    return [
        PersonRow(
            url=reverse("enrolment", args=[*address, each.pk]),
            name=str(each),
            email=each.email if each.name else "",
            role=each.get_role_display(),
            places=places_of(each, mentees, mentors),
            how_far=how_far(each),
        )
        for each in people
    ]


def places_of(enrolment: Enrolment, mentees: int, mentors: int) -> str:
    """How many she would have; what is usual where she named no number."""
    said = []
    if enrolment.is_mentor:
        n = mentees if enrolment.mentees_wanted is None else enrolment.mentees_wanted
        said.append(ngettext("%(n)s mentee", "%(n)s mentees", n) % {"n": n})
    if enrolment.is_mentee:
        n = mentors if enrolment.mentors_wanted is None else enrolment.mentors_wanted
        said.append(ngettext("%(n)s mentor", "%(n)s mentors", n) % {"n": n})
    return ", ".join(said)


def how_far(enrolment: Enrolment) -> str:
    if enrolment.withdrawn_at:
        return _("Withdrawn")
    if enrolment.has_joined:  # type: ignore[attr-defined]  # annotated
        return _("Joined")
    return _("Invited, not joined yet") if enrolment.person_id else _("Waiting for a pair")
