"""A sign-up as a row and as the value that the import works with: the same facts, both ways."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from rapport.programmes.models import Enrolment, Intake
from rapport.programmes.reading import Answer, KnownPerson, Role, SignUp, to_json

TEXTS = ("email", "reference", "name", "stage", "site", "time_zone")
LISTS = ("never_with", "topics", "languages")
NUMBERS = ("mentees_wanted", "mentors_wanted")
FIELDS = ("role", *TEXTS, *LISTS, *NUMBERS, "signed_up_at", "answers")


def sign_up_of(enrolment: Enrolment) -> SignUp:
    """What somebody who takes part has said so far."""
    return SignUp(
        role=Role(enrolment.role),
        signed_up_at=without_zone(enrolment.signed_up_at),
        answers=tuple(Answer(**answer) for answer in enrolment.answers),
        **plain_values(enrolment),
    )


def plain_values(enrolment: Enrolment) -> dict[str, Any]:
    """The fields that have the same name and nearly the same shape on both sides."""
    as_they_are = {name: getattr(enrolment, name) for name in TEXTS + NUMBERS}
    return as_they_are | {name: tuple(getattr(enrolment, name)) for name in LISTS}


def fields_of(sign_up: SignUp) -> dict[str, Any]:
    """The same as values for the columns of a row."""
    return {
        "role": sign_up.role.value,
        **{name: getattr(sign_up, name) for name in TEXTS + NUMBERS},
        **{name: list(getattr(sign_up, name)) for name in LISTS},
        "signed_up_at": as_if_utc(sign_up.signed_up_at),
        "answers": to_json(sign_up.answers),
    }


def known_people(intake: Intake) -> list[KnownPerson]:
    """Everybody who has signed up for an intake, withdrawn or not."""
    return [KnownPerson(str(each.pk), sign_up_of(each)) for each in intake.enrolments.all()]


def rows_of(intake: Intake, sign_ups: Iterable[tuple[str | None, SignUp]]) -> list[Enrolment]:
    """Rows to write: with the key of a known person that row, without one a new one."""
    return [
        Enrolment(
            organisation_id=intake.organisation_id,
            intake=intake,
            **({"pk": key} if key else {}),
            **fields_of(sign_up),
        )
        for key, sign_up in sign_ups
    ]


def as_if_utc(moment: datetime | None) -> datetime | None:
    """The form's own clock has no zone; it is kept as if it were UTC and shown the same way."""
    return moment.replace(tzinfo=UTC) if moment else None


def without_zone(moment: datetime | None) -> datetime | None:
    return moment.replace(tzinfo=None) if moment else None
