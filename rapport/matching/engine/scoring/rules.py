"""Hard rules, worked out for a pool: which pairs are impossible, and by which rule.

Knows every kind of hard rule. Does not know how good a permitted pair is.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from rapport.matching.engine.arrays import Floats, Whole, Yes
from rapport.matching.engine.criteria.crowd import People
from rapport.matching.engine.criteria.kinds import Rule, RuleKind
from rapport.matching.engine.criteria.lines import Lines
from rapport.matching.engine.criteria.person import ids_of
from rapport.matching.engine.criteria.pool import PairOfIds, Pool

from .choosing import choices
from .columns import (
    Choices,
    Columns,
    Marks,
    Numbers,
    laid_out,
    named_places,
    numbers,
    places_of,
)

type Places = tuple[Whole, Whole]
"""Rows and columns of pairs."""

DAY = 24


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One rule laid over the pool. A pair it cannot check, for a missing answer, is not stopped."""

    key: str
    columns: Columns
    stops: Callable[..., Yes]

    def grid(self, rows: slice) -> Yes:
        """The pairs it stops: one row a mentee, one column a mentor."""
        mentees, mentors = self.columns.known
        return self.stops(*self.columns.grid(rows)) & mentees[rows, None] & mentors[None, :]

    def each(self, rows: Whole, columns: Whole) -> Yes:
        """Which of the given pairs it stops."""
        return self.stops(*self.columns.each(rows, columns)) & self.checked(rows, columns)

    def checked(self, rows: Whole, columns: Whole) -> Yes:
        """Which of the given pairs could be checked at all."""
        mentees, mentors = self.columns.known
        return mentees[rows] & mentors[columns]


def obstacles(
    pool: Pool, rules: Iterable[Rule], lines: Lines, mentees: People, mentors: People
) -> tuple[Obstacle, ...]:
    """The standing rules first, then the programme's own, in the order they are written."""

    both = set(ids_of(mentees)).intersection(ids_of(mentors))
    standing = {
        "oneself": marked([(person, person) for person in both], mentees, mentors),
        "own_line": marks_on(line_places(lines, mentees, mentors), mentees, mentors),
        "veto": marks_on(veto_places(mentees, mentors), mentees, mentors),
        "forbidden": marked(pool.forbidden, mentees, mentors),
    }
    asked = (obstacle_for(rule, lines, mentees, mentors) for rule in rules)
    return (*(Obstacle(key, marks, is_marked) for key, marks in standing.items()), *asked)


def line_places(lines: Lines, mentees: People, mentors: People) -> Places:
    """Pairs in which one stands above the other, in either direction and at any height."""
    low, high = below_and_above(lines, mentees, mentors)
    column, row = below_and_above(lines, mentors, mentees)
    return np.concatenate([low, row]), np.concatenate([high, column])


def below_and_above(lines: Lines, lower: People, upper: People) -> Places:
    """Where those below stand on their side, and those above on theirs."""
    named = set[str]().union(*set(lines.above.values()))
    called: dict[str, list[int]] = {}
    for place, person in enumerate(ids_of(upper) if named else ()):
        for name in lines.names_of(person) & named:
            called.setdefault(name, []).append(place)
    found = [
        (place, other)
        for place, person in enumerate(ids_of(lower) if called else ())
        for name in lines.above_of(person)
        for other in called.get(name, ())
    ]
    low, high = np.array(found, dtype=np.int64).reshape(-1, 2).T
    return low, high


def veto_places(mentees: People, mentors: People) -> Places:
    """Pairs that one of the two has ruled out."""
    row, column, *_ = named_places(mentees, mentors, "vetoes")
    their_column, their_row, *_ = named_places(mentors, mentees, "vetoes")
    return np.concatenate([row, their_row]), np.concatenate([column, their_column])


def marked(pairs: Collection[PairOfIds], mentees: People, mentors: People) -> Marks:
    """A mark on each of the pairs that exists in the pool."""
    row = places_of(mentees, {one for one, _ in pairs})
    column = places_of(mentors, {other for _, other in pairs})
    found = [(row[a], column[b]) for a, b in pairs if a in row and b in column]
    rows, columns = np.array(found, dtype=np.int64).reshape(-1, 2).T
    return marks_on((rows, columns), mentees, mentors)


def marks_on(places: Places, mentees: People, mentors: People) -> Marks:
    """A mark on each of the pairs at the given places."""
    shape = (len(mentees), len(mentors))
    everybody = (np.ones(shape[0], dtype=bool), np.ones(shape[1], dtype=bool))
    return Marks(laid_out(*places, np.ones(places[0].size), shape), everybody)


def is_marked(marks: Floats) -> Yes:
    return marks > 0


def obstacle_for(rule: Rule, lines: Lines, mentees: People, mentors: People) -> Obstacle:
    """The rule over this pool; raises UnusableError when an answer is not of its kind."""
    columns = COLUMNS[rule.kind](rule, lines, mentees, mentors)
    stops = STOPS[rule.kind]
    return Obstacle(rule.key, columns, lambda *found: stops(rule, *found))


def chosen(rule: Rule, _lines: Lines, mentees: People, mentors: People) -> Choices:
    return choices(mentees, mentors, rule.question)


def counted(rule: Rule, _lines: Lines, mentees: People, mentors: People) -> Numbers:
    return numbers(mentees, mentors, rule.question)


def managed(_rule: Rule, lines: Lines, mentees: People, mentors: People) -> Marks:
    """A mark on everybody with the same nearest manager."""
    reports: dict[str, list[int]] = {}
    for column, mentor in enumerate(ids_of(mentors)):
        if mentor in lines.nearest:
            reports.setdefault(lines.nearest[mentor], []).append(column)
    found = [
        (row, column)
        for row, mentee in enumerate(ids_of(mentees))
        for column in reports.get(lines.nearest.get(mentee, ""), ())
    ]
    rows, columns = np.array(found, dtype=np.int64).reshape(-1, 2).T
    return marks_on((rows, columns), mentees, mentors)


def too_little_shared(rule: Rule, shared: Floats, *_totals: Floats) -> Yes:
    least = 1.0 if rule.least is None else rule.least
    return shared < least


def nothing_shared(_rule: Rule, shared: Floats, *_totals: Floats) -> Yes:
    return shared < 1


def something_shared(_rule: Rule, shared: Floats, *_totals: Floats) -> Yes:
    return shared > 0


def too_far_apart(rule: Rule, ahead: Floats) -> Yes:
    apart = np.abs(ahead)
    if rule.question == "utc_offset":
        apart = np.minimum(apart, DAY - apart)
    return apart > (np.inf if rule.most is None else rule.most)


def out_of_range(rule: Rule, ahead: Floats) -> Yes:
    least = -np.inf if rule.least is None else rule.least
    most = np.inf if rule.most is None else rule.most
    return (ahead < least) | (ahead > most)


def any_mark(_rule: Rule, marks: Floats) -> Yes:
    return marks > 0


COLUMNS: Mapping[RuleKind, Callable[[Rule, Lines, People, People], Columns]] = MappingProxyType(
    {
        "shared": chosen,
        "same": chosen,
        "different": chosen,
        "within": counted,
        "ahead": counted,
        "different_manager": managed,
    }
)

STOPS: Mapping[RuleKind, Callable[..., Yes]] = MappingProxyType(
    {
        "shared": too_little_shared,
        "same": nothing_shared,
        "different": something_shared,
        "within": too_far_apart,
        "ahead": out_of_range,
        "different_manager": any_mark,
    }
)
