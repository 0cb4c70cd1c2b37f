"""Other shapes than one mentee with one mentor: several mentors for one, and groups.

Knows how each comes down to the plain question, asked more than once. What that costs against
asking everything at once is said with each.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .candidates.permitted import lot
from .criteria.kinds import DEFAULT, Criteria
from .criteria.person import Capacity, Person
from .criteria.pool import Pool
from .explanation.comparison import Difference, compare
from .proposal.proposing import propose
from .proposal.solution import Solution


def propose_teams(
    pool: Pool, criteria: Criteria = DEFAULT, *, seed: int, mentors: int = 2
) -> tuple[Solution, ...]:
    """Up to ``mentors`` mentors for each mentee who takes so many, one solution a turn.

    Everybody gets a first mentor before anybody gets a second, and every turn is the best there
    is after those before it; all turns chosen at once could reach a higher total.
    """
    turns: list[Solution] = []
    for turn in range(mentors):
        left = after(pool, turns)
        if not any(one.capacity.most for one in left.mentees):
            break
        turns.append(propose(left, criteria, seed=seed + turn))
    return tuple(turns)


def after(pool: Pool, turns: list[Solution]) -> Pool:
    """Who still takes somebody, and no pair twice."""
    given = [pair.ids for solution in turns for pair in solution.pairs]
    return replace(
        pool,
        mentees=tuple(
            less(one, sum(one.id == mentee for mentee, _ in given)) for one in pool.mentees
        ),
        mentors=tuple(
            less(one, sum(one.id == mentor for _, mentor in given)) for one in pool.mentors
        ),
        forbidden=pool.forbidden | frozenset(given),
        locked=pool.locked - frozenset(given),
    )


def less(person: Person, many: int) -> Person:
    """Somebody with so many people fewer to take."""
    capacity = person.capacity
    left = Capacity(max(0, capacity.least - many), max(0, capacity.most - many))
    return replace(person, capacity=left)


TRIED = 6
"""The closing of so many groups is tried before one is closed."""


@dataclass(frozen=True, slots=True)
class Groups:
    """``solution``: every group is empty or large enough. ``closed``: the mentors without one.

    ``cost``: what the closing costs against groups of any size; no groups can cost less than 0.
    """

    solution: Solution
    closed: tuple[str, ...]
    cost: Difference


def propose_groups(pool: Pool, criteria: Criteria = DEFAULT, *, seed: int) -> Groups:
    """Groups of at least ``Capacity.least`` people around each mentor, or none.

    One group after the other is closed, of those that lack most the one whose people find the
    best places elsewhere, until all are large enough. Which groups to close is not proven best:
    that is hard in the strict sense.
    """
    first = solution = propose(pool, criteria, seed=seed)
    closed: frozenset[str] = frozenset()
    while any(size < least for _, size, least in groups_of(solution)):
        ranked = sorted(groups_of(solution), key=lambda one: (one[1] - one[2], lot(one[0], seed)))
        tried = [closed | {name} for name, _, least in ranked if least > 1][:TRIED]
        solutions = [propose(without(pool, one), criteria, seed=seed) for one in tried]
        solution = max(solutions, key=lambda one: (in_groups(one), len(one.pairs), one.total))
        closed = tried[solutions.index(solution)]
    return Groups(solution, tuple(sorted(closed)), compare(first, solution))


def groups_of(solution: Solution) -> Iterator[tuple[str, int, int]]:
    """Every group that is begun: its mentor, its size, and the size it needs."""
    sizes = Counter(pair.mentor for pair in solution.pairs)
    for mentor in solution.pool.mentors:
        if sizes[mentor.id]:
            yield mentor.id, sizes[mentor.id], mentor.capacity.least


def in_groups(solution: Solution) -> int:
    """How many people are in groups that are large enough."""
    return sum(size for _, size, least in groups_of(solution) if size >= least)


def without(pool: Pool, closed: frozenset[str]) -> Pool:
    """The pool in which some mentors take nobody."""
    mentors = (
        replace(one, capacity=Capacity(0, 0)) if one.id in closed else one for one in pool.mentors
    )
    return replace(pool, mentors=tuple(mentors))
