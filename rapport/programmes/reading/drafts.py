"""Reads one row into one sign-up, or says why the row has to be set aside.

It sees a single row: who else is in the file and who is known already is asked elsewhere.
"""

from dataclasses import dataclass
from datetime import datetime

from rapport.domain.sentences import _
from rapport.programmes.reading.addresses import address_of
from rapport.programmes.reading.capacity import capacity_of
from rapport.programmes.reading.choices import Splitter
from rapport.programmes.reading.cleaning import one_line, says_nothing, words_of
from rapport.programmes.reading.evidence import zone_of
from rapport.programmes.reading.languages import languages_of
from rapport.programmes.reading.moments import Order, moment_of
from rapport.programmes.reading.reader import Reader, SetAside, fitting
from rapport.programmes.reading.sentences import Sentence
from rapport.programmes.reading.signups import Answer, SignUp
from rapport.programmes.reading.table import Row
from rapport.programmes.reading.targets import Role, Target
from rapport.programmes.reading.vocabulary import role_of

SLIPPED = _(
    "This row has more cells than the header, so its answers may have slipped into the wrong "
    "columns. Put quotation marks around answers that hold the separator, or use XLSX."
)
NO_IDENTITY = _(
    "There is neither an e-mail address nor a reference, so nobody can tell who this is. Add one."
)
NOT_AN_ADDRESS = _("“%(text)s” is not an e-mail address. Correct it and import again.")
NO_ROLE = _("Nothing says whether this person is a mentor or a mentee. Fill in the role.")
UNKNOWN_ROLE = _("We do not know what “%(text)s” means as a role. Say it once for all rows.")
NO_NUMBER = _(
    "Nothing says how many people this person wants. The number known so far counts, else what "
    "is usual."
)
NO_MOMENT = _("“%(text)s” could not be read as a date and time, so it was left out.")
NO_ZONE = _("“%(text)s” is not a time zone such as Europe/Berlin, so it was left out.")
NO_NAME = _("There is no name; the person can add it after signing in.")


@dataclass(frozen=True)
class Draft:
    """A row that was read: what it says and what had to be read into it."""

    number: int
    sign_up: SignUp
    notes: tuple[Sentence, ...]


def read_row(row: Row, reader: Reader) -> Draft:
    """The draft of a row. Raises SetAside with the first reason why it cannot be taken."""
    if any(row.cells[reader.width :]):
        raise SetAside(Sentence.of(SLIPPED))
    notes: list[Sentence] = []
    email, reference = _identity(row, reader)
    role = _role(row, reader)
    sign_up = SignUp(
        role=role,
        email=email,
        reference=reference,
        name=_name(row, reader, notes),
        mentees_wanted=_wanted(row, reader, Target.MENTEES_WANTED, role, notes),
        mentors_wanted=_wanted(row, reader, Target.MENTORS_WANTED, role, notes),
        never_with=_never_with(row, reader),
        topics=_topics(row, reader),
        stage=reader.text(row, Target.STAGE),
        languages=_languages(row, reader),
        site=reader.text(row, Target.SITE),
        time_zone=_time_zone(row, reader, notes),
        signed_up_at=_signed_up_at(row, reader, notes),
        answers=_answers(row, reader),
    )
    return Draft(row.number, sign_up, tuple(notes))


def _identity(row: Row, reader: Reader) -> tuple[str, str]:
    email = reader.text(row, Target.EMAIL)
    reference = reader.text(row, Target.REFERENCE)
    email = "" if says_nothing(email) or email.casefold() in {"anonymous", "anonym"} else email
    reference = "" if says_nothing(reference) else reference
    if not email and not reference:
        raise SetAside(Sentence.of(NO_IDENTITY))
    address = address_of(email) if email else ""
    if address is None:
        raise SetAside(Sentence.of(NOT_AN_ADDRESS, text=email[:80]))
    return address, reference


def _role(row: Row, reader: Reader) -> Role:
    text = reader.text(row, Target.ROLE)
    if says_nothing(text):
        if reader.role_for_all is None:
            raise SetAside(Sentence.of(NO_ROLE))
        return reader.role_for_all
    words = words_of(text)
    role = reader.role_words.get(words) or role_of(words)
    if role is None:
        raise SetAside(Sentence.of(UNKNOWN_ROLE, text=text[:80]), unknown_role=text)
    return role


def _name(row: Row, reader: Reader, notes: list[Sentence]) -> str:
    parts = (reader.text(row, Target.GIVEN_NAME), reader.text(row, Target.FAMILY_NAME))
    name = reader.text(row, Target.NAME) or " ".join(filter(None, parts))
    if not name:
        notes.append(Sentence.of(NO_NAME))
    return name


ASKED = {Target.MENTEES_WANTED: Role.MENTOR, Target.MENTORS_WANTED: Role.MENTEE}


def _wanted(
    row: Row, reader: Reader, target: Target, role: Role, notes: list[Sentence]
) -> int | None:
    """The number said by somebody whose role asks for it; None leaves the default to others."""
    asked = any(column.target is target for _index, column in reader.columns)
    if not asked or not role.covers(ASKED[target]):
        return None
    text = next((text for _index, text in reader.cells(row, target)), "")
    if not text:
        notes.append(Sentence.of(NO_NUMBER))
        return None
    capacity = capacity_of(one_line(text))
    notes.extend([capacity.note] if capacity.note else [])
    return capacity.number


def _never_with(row: Row, reader: Reader) -> tuple[str, ...]:
    cells = (text for _index, text in reader.cells(row, Target.NEVER_WITH))
    names = [name.strip() for text in cells for name in text.replace("\n", ";").split(";")]
    kept = (fitting(name, Target.NEVER_WITH) for name in names if not says_nothing(name))
    return tuple(dict.fromkeys(kept))


def _topics(row: Row, reader: Reader) -> tuple[str, ...]:
    choices = (
        fitting(choice, Target.TOPICS)
        for index, text in reader.cells(row, Target.TOPICS)
        for choice in reader.splitters[index].split(text)
    )
    return tuple(dict.fromkeys(map(one_line, choices)))


def _languages(row: Row, reader: Reader) -> tuple[str, ...]:
    choices = (
        choice
        for _index, text in reader.cells(row, Target.LANGUAGES)
        for choice in Splitter().split(text)
    )
    codes = (code for choice in choices for code in languages_of(choice) or (choice,))
    return tuple(dict.fromkeys(fitting(code, Target.LANGUAGES) for code in codes))


def _time_zone(row: Row, reader: Reader, notes: list[Sentence]) -> str:
    text = reader.text(row, Target.TIME_ZONE)
    zone = "" if says_nothing(text) else zone_of(text)
    if zone is None:
        notes.append(Sentence.of(NO_ZONE, text=text))
    return zone or ""


def _signed_up_at(row: Row, reader: Reader, notes: list[Sentence]) -> datetime | None:
    text = reader.text(row, Target.SIGNED_UP_AT)
    moment = moment_of(text, reader.order or Order.MONTH_FIRST) if text else None
    if text and moment is None:
        notes.append(Sentence.of(NO_MOMENT, text=text))
    return moment


def _answers(row: Row, reader: Reader) -> tuple[Answer, ...]:
    return tuple(
        Answer(column.question or column.header, column.item, row.cells[index])
        for index, column in reader.columns
        if column.target is Target.ANSWER and row.cells[index]
    )
