"""Everybody who could have joined: one row for each stretch of time in which the facts hold.

Knows the dates of employment, the day of joining, the facts dated at the start of each row, and the
lot each row draws. Refuses what cannot be: joining after leaving, rows that overlap. Does not know
who is compared with whom.

A row holds after day ``since`` through day ``until``, like a spell. Rows of one person that follow
each other with the same facts are one row, so splitting a row changes nothing.
"""

from dataclasses import dataclass

import numpy as np

from .arrays import Bits, Floats, Names, Numbers, Whole, Yes, numbered, whole, yes
from .estimate import NotEstimable
from .spells import Spells
from .timing import NEVER


@dataclass(frozen=True, slots=True)
class Staff:
    """Rows sorted by person and day.

    ``person`` is numbered from 0; ``group`` numbers what must match exactly; ``joined`` is the day
    of joining or `NEVER`. ``end`` and ``gone`` have one entry a person: the last day watched, and
    whether they left on it. ``opened`` is the day after which a row may be compared: facts of the
    ``first`` row of a person are known on the day itself.
    """

    person: Whole
    since: Whole
    until: Whole
    joined: Whole
    hired: Whole
    group: Whole
    facts: Floats
    first: Yes
    opened: Whole
    end: Whole
    gone: Yes

    def __len__(self) -> int:
        return len(self.person)

    @property
    def people(self) -> int:
        """How many people there are."""
        return len(self.end)

    @property
    def spells(self) -> Spells:
        """The rows as spells; only the last row of a person can end with leaving."""
        last = np.append(self.first[1:], True)
        return Spells(self.since, self.until, last & self.gone[self.person])

    def shifted(self, joined: Whole) -> "Staff":
        """The same people with other days of joining, one a row."""
        return Staff(
            self.person, self.since, self.until, joined, self.hired, self.group, self.facts,
            self.first, self.opened, self.end, self.gone,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rows:
    """The plain columns a `Staff` is made of; ``facts`` has one column a fact, no gaps."""

    person: Names
    since: Numbers
    until: Numbers
    left: Numbers
    joined: Numbers
    group: Names
    facts: Floats
    hired: Numbers | None = None


def staff(rows: Rows) -> Staff:
    """Check, sort and join the rows.

    Raises NotEstimable without rows, ValueError when rows of a person overlap or end before they
    begin, when somebody joins after leaving, and when a fact is missing (impute it first).
    """
    person, people = numbered(rows.person)
    since, until, joined = whole(rows.since), whole(rows.until), whole(rows.joined)
    if people == 0:
        raise NotEstimable("nobody")
    order = np.lexsort((until, since, person))
    person, since, until, joined = (x[order] for x in (person, since, until, joined))
    facts = np.asarray(rows.facts, dtype=np.float64).reshape(len(order), -1)[order]
    group, left = numbered(rows.group)[0][order], yes(rows.left)[order]
    first = np.append(True, person[1:] != person[:-1])
    last = np.append(first[1:], True)
    check(since, until, first, facts)
    end, gone = until[last], left[last]
    if ((joined > end[person]) & (joined < NEVER)).any():
        raise ValueError("nobody joins after leaving")
    begun = since[first][person]
    hired = begun if rows.hired is None else whole(rows.hired)[order]
    same = ~first
    same[1:] &= (since[1:] == until[:-1]) & (group[1:] == group[:-1]) & (hired[1:] == hired[:-1])
    same[1:] &= (facts[1:] == facts[:-1]).all(axis=1)
    kept = np.flatnonzero(~same)
    closing = np.append(kept[1:] - 1, len(person) - 1)
    return Staff(
        person[kept], since[kept], until[closing], joined[kept], hired[kept], group[kept],
        facts[kept], first[kept], since[kept] - first[kept], end, gone,
    )  # fmt: skip


def check(since: Whole, until: Whole, first: Yes, facts: Floats) -> None:
    """Refuse what cannot be."""
    if (until < since).any():
        raise ValueError("nobody leaves before entering")
    if (~first[1:] & (since[1:] < until[:-1])).any():
        raise ValueError("rows of one person overlap")
    if np.isnan(facts).any():
        raise ValueError("a fact is missing")


def lots(of: Staff, seed: int) -> Whole:
    """A random place for each row that depends on the seed and on what the rows say.

    Rows are laid in the order of a hash of their content first, so neither the order of a file nor
    the name of a person plays a part, and adding a constant to all dates changes nothing.
    """
    base = int(of.since.min())
    known = np.full(len(of), NEVER)
    joined = np.where(of.joined < NEVER, of.joined - base, known)
    columns = [
        of.since - base, of.until - base, of.hired - base, joined, of.group,
        of.end[of.person] - base, of.gone[of.person].astype(np.int64),
        *(np.ascontiguousarray(column + 0.0).view(np.int64) for column in of.facts.T),
    ]  # fmt: skip
    mixed = np.zeros(len(of), dtype=np.uint64)
    for column in columns:
        mixed = stirred(mixed ^ column.view(np.uint64))
    drawn = np.empty(len(of), dtype=np.int64)
    drawn[np.argsort(mixed, kind="stable")] = np.random.default_rng(seed).permutation(len(of))
    return drawn


def stirred(x: Bits) -> Bits:
    """The finishing step of splitmix64 (Steele, Lea & Flood 2014)."""
    x = x + np.uint64(0x9E3779B97F4A7C15)
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return x ^ (x >> np.uint64(31))
