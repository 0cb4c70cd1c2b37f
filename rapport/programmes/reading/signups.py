"""One person's sign-up as an import knows it, and how a newer one is laid over an older one."""

from dataclasses import dataclass, fields, replace
from datetime import datetime

from rapport.programmes.reading.targets import Role


@dataclass(frozen=True)
class Answer:
    """`item` is the row of a grid, "" for a plain question."""

    question: str
    item: str
    text: str


@dataclass(frozen=True)
class SignUp:
    """What somebody said. "" and () mean that nothing was said; nothing said changes nothing.

    `email` is in small letters. `mentees_wanted` and `mentors_wanted` are numbers of people, None
    where nothing was said or the role does not ask. `never_with` holds names or addresses as
    written. `signed_up_at` is the file's own clock, without a time zone.
    """

    role: Role
    email: str = ""
    reference: str = ""
    name: str = ""
    mentees_wanted: int | None = None
    mentors_wanted: int | None = None
    never_with: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    stage: str = ""
    languages: tuple[str, ...] = ()
    site: str = ""
    time_zone: str = ""
    signed_up_at: datetime | None = None
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True)
class KnownPerson:
    """Somebody who takes part already; `key` is the caller's own and is only handed back."""

    key: str
    sign_up: SignUp


def laid_over(newer: SignUp, older: SignUp) -> SignUp:
    """What holds when `newer` comes after `older`: blanks are neutral, both roles are kept."""
    said = {
        field.name: getattr(newer, field.name)
        for field in fields(newer)
        if getattr(newer, field.name) not in (None, "", ())
    }
    said["role"] = newer.role.with_other(older.role)
    said["answers"] = _answers_over(newer.answers, older.answers)
    return replace(older, **said)


def fitting_its_role(sign_up: SignUp) -> SignUp:
    """The same without a number that its role does not ask for.

    Where none was said none is put in: how many are usual depends on the format of the intake.
    """
    role = sign_up.role
    return replace(
        sign_up,
        mentees_wanted=sign_up.mentees_wanted if role.covers(Role.MENTOR) else None,
        mentors_wanted=sign_up.mentors_wanted if role.covers(Role.MENTEE) else None,
    )


def _answers_over(newer: tuple[Answer, ...], older: tuple[Answer, ...]) -> tuple[Answer, ...]:
    """The older answers in their order, with the newer texts; new questions follow."""
    merged = {(answer.question, answer.item): answer for answer in older}
    merged.update({(answer.question, answer.item): answer for answer in newer})
    return tuple(merged.values())


def clock(moment: datetime | None) -> datetime | None:
    """A moment without its time zone, so that moments of all sources can be compared."""
    return moment.replace(tzinfo=None) if moment else None
