"""Rules and criteria of a pool as sheets for the sweep over all pairs.

Knows how each kind comes down to one formula a form of answer; the formulas stand beside those in
``rules`` and ``points`` and give the same points.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import inf
from types import MappingProxyType

import numpy as np
from scipy import sparse

from rapport.matching.engine.arrays import Floats, Ints, Yes
from rapport.matching.engine.criteria.kinds import Criterion, Rule
from rapport.matching.engine.swiftly import swift

from .columns import HUNDRED, Choices, Columns, Marks, Numbers, Vectors
from .points import Measure, required
from .rules import Obstacle
from .texts import STEPS

type Setting = tuple[float, float, float, float, float]
type Part = tuple[int, int, int, int, bool]
"""Form, column, points, neutral, and whether what is shared is a small number."""

TABLE, CODE, CHOICE, MARK, VECTOR = range(5)

RULE_SETTINGS: Mapping[str, Callable[[Rule], Setting]] = MappingProxyType(
    {
        "shared": lambda rule: (1 if rule.least is None else rule.least, inf, 0, 0, 0),
        "same": lambda _: (1, inf, 0, 0, 0),
        "different": lambda _: (0, 0, 0, 0, 0),
    }
)

CRITERION_SETTINGS: Mapping[str, Callable[[Criterion], Setting]] = MappingProxyType(
    {
        "coverage": lambda _: (1, inf, 0, HUNDRED, 0),
        "likeness": lambda _: (2, inf, 0, 1, 1),
        "same": lambda _: (1, 1, 1, 0, 0),
        "preference": lambda _: (1, 1, 1, 0, 0),
        "enough": lambda one: (1, inf, required(one.most), 0, 0),
    }
)

NOTHING: Setting = (0, 0, 0, 0, 0)
BYTE = 256


@dataclass
class Laying:
    """Sheets under way, for so many mentees and mentors."""

    mentees: int
    mentors: int
    parts: list[Part] = field(default_factory=list)
    settings: list[Setting] = field(default_factory=list)
    tables: list[tuple[Ints, Ints]] = field(default_factory=list)
    codes: list[tuple[Ints, Ints]] = field(default_factory=list)
    choices: list[tuple[Choices, int]] = field(default_factory=list)
    marks: list[tuple[sparse.csr_array, Yes, Yes]] = field(default_factory=list)
    texts: list[Vectors] = field(default_factory=list)

    def add_rule(self, obstacle: Obstacle, kind: str, setting: Setting) -> None:
        """A rule: whether a pair is stopped."""
        if isinstance(obstacle.columns, Numbers):
            values, places = distinct(obstacle.columns)
            self.add_table(
                replace(obstacle, columns=values).grid(slice(0, values.mentees.size)), places
            )
        else:
            self.add(obstacle.columns, 0, 0, kind, setting)

    def add_criterion(self, measure: Measure) -> None:
        """A criterion: the points of a pair."""
        asked = measure.criterion
        if isinstance(measure.columns, Numbers):
            values, places = distinct(measure.columns)
            points = replace(measure, columns=values).grid(slice(0, values.mentees.size))
            self.add_table(points, places)
        else:
            setting = setting_of(CRITERION_SETTINGS, asked)
            self.add(measure.columns, measure.of, measure.neutral, asked.kind, setting)

    def add_table(self, table: Ints | Yes, places: Ints) -> None:
        """Points, or stops, by the mentee's answer."""
        self.note((TABLE, len(self.tables), 0, 0, False), NOTHING)
        self.tables.append((table.astype(np.int16), places))

    def add(self, columns: Columns, of: int, neutral: int, kind: str, setting: Setting) -> None:
        """A rule or criterion on choices or marks."""
        if isinstance(columns, Marks):
            self.note((MARK, len(self.marks), of, neutral, False), setting)
            self.marks.append((columns.marks, *columns.known))
        elif isinstance(columns, Vectors):
            square = float(STEPS * STEPS)
            self.note((VECTOR, len(self.texts), of, neutral, False), (square, 0, 0, 0, 0))
            self.texts.append(columns)
        elif isinstance(columns, Choices) and kind != "coverage" and single(columns):
            alike = (1, inf, 1, 0, 0) if kind == "likeness" else setting
            self.note((CODE, len(self.codes), of, neutral, False), alike)
            self.codes.append((coded(columns.mentees, columns.mentee_total, -2),
                               coded(columns.mentors, columns.mentor_total, 2**30)))  # fmt: skip
        elif isinstance(columns, Choices):
            self.add_choices(columns, of, neutral, setting)

    def add_choices(self, columns: Choices, of: int, neutral: int, setting: Setting) -> None:
        """Choices, divided by what all their weights can be divided by."""
        by = common(columns.mentees) * common(columns.mentors)
        sought = np.asarray(columns.mentees.sum(axis=1, dtype=np.int64)).max(initial=0)
        most = int(sought) * int(columns.mentors.data.max(initial=0))
        narrow = most // by < BYTE and not setting[4]
        factor = setting[0] * by if of else setting[0] / by
        part = (CHOICE, len(self.choices), of, neutral, narrow)
        self.note(part, (factor, *setting[1:]))
        self.choices.append((columns, by))

    def note(self, part: Part, setting: Setting) -> None:
        self.parts.append(part)
        self.settings.append(setting)


def setting_of[A: Rule | Criterion](
    table: Mapping[str, Callable[[A], Setting]], asked: A
) -> Setting:
    """The setting of a kind that has one."""
    return table[asked.kind](asked) if asked.kind in table else NOTHING


def distinct(columns: Numbers) -> tuple[Numbers, Ints]:
    """Every answer of the mentees once, and which one each of them gave."""
    values, places = np.unique(columns.mentees, return_inverse=True)
    return Numbers(values, columns.mentors), places.astype(np.int32)


def common(weights: sparse.csr_array) -> int:
    """The largest whole number that divides all weights."""
    return max(1, int(np.gcd.reduce(np.unique(weights.data).astype(np.int64), initial=0)))


def single(columns: Choices) -> bool:
    """Whether nobody chose more than one thing."""
    return bool((columns.mentee_total <= 1).all() and (columns.mentor_total <= 1).all())


def coded(chosen: sparse.csr_array, total: Floats, elsewhere: int) -> Ints:
    """The number of the one choice; ``elsewhere`` if nobody on the other side made it, or -1."""
    shared = np.full(total.size, elsewhere, dtype=np.int32)
    shared[np.diff(chosen.indptr) > 0] = chosen.indices
    return np.where(total > 0, shared, -1).astype(np.int32)


def sheets_for(
    rules: Sequence[Rule], obstacles: Sequence[Obstacle], measures: Sequence[Measure],
    mentees: int, seats: Yes,
) -> object:  # fmt: skip
    """The sheets of a pool; ``obstacles`` are the standing rules and then those of ``rules``."""
    laying = Laying(mentees, seats.size)
    standing = len(obstacles) - len(rules)
    for obstacle in obstacles[:standing]:
        laying.add_rule(obstacle, "", NOTHING)
    for rule, obstacle in zip(rules, obstacles[standing:], strict=True):
        laying.add_rule(obstacle, rule.kind, setting_of(RULE_SETTINGS, rule))
    for one in measures:
        laying.add_criterion(one)
    return laid_out(laying, len(obstacles), seats)


def laid_out(laying: Laying, rules: int, seats: Yes) -> object:
    """Everything in the arrays that compiled code takes."""
    kernel = swift()
    form, column, of, neutral, narrow = np.array(laying.parts, dtype=np.int64).reshape(-1, 5).T
    setting = np.array(laying.settings, dtype=np.float64).reshape(-1, 5)
    parts = kernel.Parts(form.copy(), column.copy(), of.copy(), neutral.copy(), setting, narrow > 0)
    return kernel.Sheets(
        rules,
        parts,
        *tabled(laying),
        *sides(laying.codes, laying.mentees, laying.mentors, np.dtype(np.int32)),
        *chosen(laying),
        *marked(laying),
        *written(laying),
        seats,
    )


def tabled(laying: Laying) -> tuple[Ints, Ints]:
    """All tables under each other, and for each question the row of each mentee."""
    value = np.zeros((len(laying.tables), laying.mentees), dtype=np.int32)
    tables, rows = [np.zeros((0, laying.mentors), np.int16)], 0
    for row, (table, places) in enumerate(laying.tables):
        value[row] = rows + places
        tables.append(table)
        rows += table.shape[0]
    return value, np.concatenate(tables)


def sides[T: np.generic](
    found: Sequence[tuple[np.ndarray, np.ndarray]], mentees: int, mentors: int, kind: np.dtype[T]
) -> tuple[np.ndarray, np.ndarray]:
    """Columns of both sides under each other; of the right shape also when there is none."""
    ours = np.zeros((len(found), mentees), dtype=kind)
    theirs = np.zeros((len(found), mentors), dtype=kind)
    for row, (one, other) in enumerate(found):
        ours[row], theirs[row] = one, other
    return ours, theirs


def chosen(laying: Laying) -> tuple[np.ndarray, ...]:
    """The choices of each mentee with weights, the level of each mentor, and the totals."""
    start = np.zeros((len(laying.choices), laying.mentees + 1), dtype=np.int64)
    own, weight = [np.zeros(0, np.int32)], [np.zeros(0, np.uint8)]
    levels: list[Ints] = []
    pairs, choices = 0, 0
    for row, (one, _) in enumerate(laying.choices):
        start[row] = pairs + one.mentees.indptr
        own.append(choices + one.mentees.indices)
        weight.append(one.mentees.data // common(one.mentees))
        levels.append(np.ascontiguousarray(one.mentors.T.toarray() // common(one.mentors)))
        pairs, choices = pairs + one.mentees.nnz, choices + one.mentees.shape[1]
    level = np.concatenate(levels) if levels else np.zeros((0, laying.mentors), np.uint8)
    return (
        start, np.concatenate(own).astype(np.int32), np.concatenate(weight).astype(np.int32), level,
        *sides([(one.mentee_total, one.mentor_total) for one, _ in laying.choices],
               laying.mentees, laying.mentors, np.dtype(np.float64)),
    )  # fmt: skip


def written(laying: Laying) -> tuple[np.ndarray, ...]:
    """The directions of all texts side by side, and who wrote."""
    start = np.cumsum([0, *(one.mentees.shape[1] for one in laying.texts)])
    ours = [np.zeros((laying.mentees, 0)), *(one.mentees for one in laying.texts)]
    theirs = [np.zeros((0, laying.mentors)), *(one.mentors.T for one in laying.texts)]
    return (
        start, np.concatenate(ours, axis=1).astype(np.int8),
        np.concatenate(theirs).astype(np.int8, order="C"),
        *sides([one.known for one in laying.texts], laying.mentees, laying.mentors,
               np.dtype(np.bool_)),
    )  # fmt: skip


def marked(laying: Laying) -> tuple[Ints, Ints, Floats, Yes, Yes]:
    """The marks of each mentee, and who is known."""
    start = np.zeros((len(laying.marks), laying.mentees + 1), dtype=np.int64)
    columns, worths, before = [np.zeros(0, np.int32)], [np.zeros(0)], 0
    for row, (marks, *_) in enumerate(laying.marks):
        start[row] = before + marks.indptr
        columns.append(marks.indices)
        worths.append(marks.data)
        before += marks.indices.size
    known = [(one, other) for _, one, other in laying.marks]
    return (
        start, np.concatenate(columns).astype(np.int32), np.concatenate(worths),
        *sides(known, laying.mentees, laying.mentors, np.dtype(np.bool_)),
    )  # fmt: skip
