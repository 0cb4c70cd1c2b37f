"""What the values of a column say for or against a target, whatever its header says."""

import zoneinfo
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from rapport.programmes.reading.addresses import address_of
from rapport.programmes.reading.capacity import is_number_like
from rapport.programmes.reading.choices import learn
from rapport.programmes.reading.cleaning import says_nothing, words_of
from rapport.programmes.reading.languages import languages_of
from rapport.programmes.reading.moments import Order, moment_of
from rapport.programmes.reading.targets import Target
from rapport.programmes.reading.vocabulary import role_of

MOST = 0.6
NEARLY_ALL = 0.9
LONG_TEXT = 80
SAMPLE = 2_000

type Evidence = bool | None
"""True speaks for the target, False against it, None says nothing."""


def evidence_for(target: Target, values: Sequence[str]) -> Evidence:
    """What the filled cells say about a target; None when there are none or no rule."""
    told = [value for value in values[:SAMPLE] if not says_nothing(value)]
    rule = RULES.get(target)
    return rule(told) if rule and told else None


def is_counting(values: Sequence[str]) -> bool:
    """Whether the values just number the rows: 1, 2, 3 and so on."""
    return list(values) == [str(number) for number in range(1, len(values) + 1)]


def _share(values: Sequence[str], test: Callable[[str], object]) -> float:
    return sum(1 for value in values if test(value)) / len(values)


def _typical_length(values: Sequence[str]) -> int:
    return sorted(map(len, values))[len(values) // 2]


def _addresses(values: Sequence[str]) -> Evidence:
    return _share(values, address_of) >= MOST


def _references(values: Sequence[str]) -> Evidence:
    plain = _share(values, lambda value: len(value) <= 40 and " " not in value)
    return plain >= NEARLY_ALL and len(set(values)) >= len(values) * NEARLY_ALL


def _roles(values: Sequence[str]) -> Evidence:
    known = _share(values, lambda value: role_of(words_of(value)))
    if known >= MOST:
        return True
    few = len({words_of(value) for value in values}) <= max(6, len(values) // 3)
    return None if few and _typical_length(values) <= LONG_TEXT else False


def _moments(values: Sequence[str]) -> Evidence:
    return max(_share(values, partial(moment_of, order=order)) for order in Order) >= MOST


def _numbers(values: Sequence[str]) -> Evidence:
    return True if _share(values, is_number_like) >= MOST else None


def _choices(values: Sequence[str]) -> Evidence:
    """Choices are short, several in many cells, and come back in other people's cells."""
    splitter = learn(values)
    cells = [splitter.split(value) for value in values]
    met = Counter(choice for cell in cells for choice in cell)
    if not met or _typical_length(list(met)) > LONG_TEXT / 2:
        return False
    again = sum(1 for count in met.values() if count > 1) / len(met)
    several = _share(values, lambda value: len(splitter.split(value)) > 1)
    return True if several >= 0.25 and again >= 0.3 else None


def _names(values: Sequence[str]) -> Evidence:
    odd = _share(values, lambda value: value.isdecimal() or len(value) > LONG_TEXT or "@" in value)
    return False if odd > 0.5 else None


def _short_texts(values: Sequence[str]) -> Evidence:
    return False if _typical_length(values) > LONG_TEXT else None


def _languages(values: Sequence[str]) -> Evidence:
    return _share(values, languages_of) >= MOST


def _time_zones(values: Sequence[str]) -> Evidence:
    return _share(values, zone_of) >= MOST


ZONES = {zone.casefold(): zone for zone in zoneinfo.available_timezones()}


def zone_of(text: str) -> str | None:
    """The place of the time zone database that a text names, as Europe/Berlin; None if none."""
    return ZONES.get(text.casefold().replace(" ", "_"))


RULES: dict[Target, Callable[[Sequence[str]], Evidence]] = {
    Target.EMAIL: _addresses,
    Target.REFERENCE: _references,
    Target.ROLE: _roles,
    Target.SIGNED_UP_AT: _moments,
    Target.MENTEES_WANTED: _numbers,
    Target.MENTORS_WANTED: _numbers,
    Target.TOPICS: _choices,
    Target.NAME: _names,
    Target.GIVEN_NAME: _names,
    Target.FAMILY_NAME: _names,
    Target.NEVER_WITH: _names,
    Target.STAGE: _short_texts,
    Target.SITE: _short_texts,
    Target.LANGUAGES: _languages,
    Target.TIME_ZONE: _time_zones,
}
