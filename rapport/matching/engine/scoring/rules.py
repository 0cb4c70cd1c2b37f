"""Hard rules, worked out for a pool: which pairs are impossible, and by which rule.

Knows every kind of hard rule. Does not know how good a permitted pair is.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from rapport.matching.engine.arrays import Floats, Whole, Yes
from rapport.matching.engine.criteria.kinds import Rule, RuleKind
from rapport.matching.engine.criteria.lines import Lines
from rapport.matching.engine.criteria.pool import PairOfIds, Pool

from .columns import Choices, Columns, Marks, Numbers, People, choices, laid_out, numbers

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

    standing = {
        "oneself": {(person.id, person.id) for person in mentees},
        "own_line": set(line_pairs(lines, mentees, mentors)),
        "veto": set(veto_pairs(mentees, mentors)),
        "forbidden": pool.forbidden,
    }
    asked = (obstacle_for(rule, lines, mentees, mentors) for rule in rules)
    return (*(Obstacle(key, marked(pairs, mentees, mentors), is_marked)
              for key, pairs in standing.items()), *asked)  # fmt: skip


def line_pairs(lines: Lines, mentees: People, mentors: People) -> Iterable[PairOfIds]:
    """Pairs in which one stands above the other, in either direction and at any height."""
    yield from ((low, high) for low, high in below_and_above(lines, mentees, mentors))
    yield from ((high, low) for low, high in below_and_above(lines, mentors, mentees))


def below_and_above(lines: Lines, lower: People, upper: People) -> Iterable[tuple[str, str]]:
    called: dict[str, list[str]] = {}
    for person in upper:
        for name in lines.names[person.id]:
            called.setdefault(name, []).append(person.id)
    for person in lower:
        for name in lines.above[person.id]:
            yield from ((person.id, other) for other in called.get(name, ()))


def veto_pairs(mentees: People, mentors: People) -> Iterable[PairOfIds]:
    yield from ((person.id, other) for person in mentees for other in person.vetoes)
    yield from ((other, person.id) for person in mentors for other in person.vetoes)


def marked(pairs: Iterable[PairOfIds], mentees: People, mentors: People) -> Marks:
    """A mark on each of the pairs that exists in the pool."""
    row = {person.id: number for number, person in enumerate(mentees)}
    column = {person.id: number for number, person in enumerate(mentors)}
    found = [(row[a], column[b], 1.0) for a, b in pairs if a in row and b in column]
    shape = (len(mentees), len(mentors))
    everybody = (np.ones(shape[0], dtype=bool), np.ones(shape[1], dtype=bool))
    return Marks(laid_out(found, shape), everybody)


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
    reports: dict[str, list[str]] = {}
    for mentor in mentors:
        if mentor.id in lines.nearest:
            reports.setdefault(lines.nearest[mentor.id], []).append(mentor.id)
    pairs = [
        (mentee.id, other)
        for mentee in mentees
        for other in reports.get(lines.nearest.get(mentee.id, ""), ())
    ]
    return marked(pairs, mentees, mentors)


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
