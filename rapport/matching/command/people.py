"""Sign-ups as people the engine can match. Knows both shapes and nothing about files."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from rapport.matching.engine import Capacity, Person, Pool
from rapport.matching.engine.criteria.person import Answer, plain
from rapport.programmes.reading import Role, SignUp

SHOWN = frozenset({"topics", "languages", "site", "experience", "utc_offset"})
CHOICES_AT_MOST = 30
"""A question with more different answers than this is taken as free text."""

LONG = 60
"""An answer longer than this is free text."""

NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+-]\d{1,2})(?::?(\d{2}))?", re.IGNORECASE)


@dataclass(frozen=True)
class Gathered:
    """The pool, how everybody is called, and of what kind the answers to each question are."""

    pool: Pool
    names: Mapping[str, str]
    choices: tuple[str, ...]
    scales: Mapping[str, tuple[float, float]]
    texts: tuple[str, ...]


def gathered(sign_ups: Sequence[SignUp], moment: datetime) -> Gathered:
    """Everybody on the sides they signed up for; ``moment`` decides about summer time."""
    asked = questions(sign_ups)
    scales = {name: scale for name, said in asked.items() if (scale := scale_of(said))}
    texts = tuple(name for name, said in asked.items() if name not in scales and is_text(said))
    choices = tuple(name for name in asked if name not in scales and name not in texts)
    people = {side: tuple(side_people(sign_ups, side, scales, moment)) for side in SIDES}
    pool = Pool(mentees=people[Role.MENTEE], mentors=people[Role.MENTOR])
    names = {identity(one): one.name or identity(one) for one in sign_ups}
    return Gathered(pool, names, choices, scales, texts)


SIDES = (Role.MENTEE, Role.MENTOR)


def identity(sign_up: SignUp) -> str:
    """By what somebody is known: address, reference or name."""
    return sign_up.email or sign_up.reference or sign_up.name


def questions(sign_ups: Iterable[SignUp]) -> dict[str, list[str]]:
    """All answers to each question, grids row by row."""
    asked: dict[str, list[str]] = {}
    for one in sign_ups:
        for answer in one.answers:
            asked.setdefault(named(answer.question, answer.item), []).append(answer.text)
    return asked


def named(question: str, item: str) -> str:
    return f"{question} [{item}]" if item else question


def scale_of(said: Sequence[str]) -> tuple[float, float] | None:
    """The ends of the scale when all answers are numbers and differ."""
    found = [number_of(text) for text in said if re.fullmatch(r"\s*\d+([.,]\d+)?\s*", text)]
    numbers = [one for one in found if one is not None]
    if len(numbers) < len(said) or len(set(numbers)) < 2:
        return None
    return min(numbers), max(numbers)


def is_text(said: Sequence[str]) -> bool:
    """Whether people wrote rather than chose."""
    different = Counter(plain(text) for text in said)
    often = sum(many for many in different.values() if many > 1)
    long = sum(len(text) > LONG for text in said)
    return 2 * long > len(said) or (len(different) > CHOICES_AT_MOST and 2 * often < len(said))


def side_people(
    sign_ups: Iterable[SignUp], side: Role, scales: Mapping[str, tuple[float, float]],
    moment: datetime,
) -> Iterable[Person]:  # fmt: skip
    for one in sign_ups:
        if one.role.covers(side):
            yield person_of(one, side, scales, moment)


def person_of(
    one: SignUp, side: Role, scales: Mapping[str, tuple[float, float]], moment: datetime
) -> Person:
    """Somebody on one side; what could not be read as a number stays an answer."""
    wanted = one.mentors_wanted if side is Role.MENTEE else one.mentees_wanted
    experience = number_of(one.stage)
    answers: dict[str, Answer] = {
        named(each.question, each.item): answer_of(each, scales) for each in one.answers
    }
    if one.stage and experience is None:
        answers["stage"] = one.stage
    return Person(
        id=identity(one),
        capacity=Capacity(most=1 if wanted is None else wanted),
        topics=frozenset(one.topics),
        experience=experience,
        line=one.never_with,
        known_as=frozenset(filter(None, (one.name, one.email, one.reference))),
        languages=frozenset(one.languages),
        site=one.site or None,
        utc_offset=offset_of(one.time_zone, moment),
        answers=answers,
        shareable=SHOWN,
    )


def answer_of(answer: object, scales: Mapping[str, tuple[float, float]]) -> Answer:
    """A number where the question is a scale, the text otherwise."""
    text = str(getattr(answer, "text", ""))
    scale = named(getattr(answer, "question", ""), getattr(answer, "item", "")) in scales
    number = number_of(text) if scale else None
    return text if number is None else number


def number_of(text: str) -> float | None:
    """The first number in a text such as “5+” or “1 (first year)”; None without one."""
    found = NUMBER.search(text)
    return float(found[0].replace(",", ".")) if found else None


def offset_of(zone: str, moment: datetime) -> float | None:
    """Hours from UTC of “Europe/Berlin” or “UTC+5:30”; None when it says neither."""
    written = OFFSET.fullmatch(zone.strip())
    if written:
        hours = int(written[1])
        part = int(written[2] or 0) / 60
        return hours + part if hours >= 0 else hours - part
    try:
        offset = ZoneInfo(zone.strip()).utcoffset(moment) if zone.strip() else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
    return None if offset is None else offset / timedelta(hours=1)
