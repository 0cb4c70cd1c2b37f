"""Two solutions beside each other: what an edit, a lock or another weight would change.

Knows solutions and how to solve again. Judges neither.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rapport.matching.engine.criteria.kinds import Criteria
from rapport.matching.engine.criteria.pool import PairOfIds
from rapport.matching.engine.proposal.proposing import resolve
from rapport.matching.engine.proposal.solution import Solution


@dataclass(frozen=True, slots=True)
class Move:
    """One mentee who would get somebody else; None stands for nobody."""

    mentee: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Difference:
    """What changes from one solution to another: people placed, worst pair, points, and who.

    ``points`` means little when the criteria changed: then both totals are on scales of their own.
    """

    people: int
    worst: int
    points: int
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class WhyNot:
    """Why a pair was not proposed: the rules against it, or else what insisting on it costs."""

    rules: tuple[str, ...]
    score: int
    cost: Difference | None


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another mentor a mentee could have: the points of that pair, and whether a seat is free."""

    mentor: str
    score: int
    free: bool


def compare(before: Solution, after: Solution) -> Difference:
    """What ``after`` has more (or, below zero, less) than ``before``, and whom it moves."""
    return Difference(
        people=len(after.pairs) - len(before.pairs),
        worst=(after.worst or 0) - (before.worst or 0),
        points=after.total - before.total,
        moves=tuple(moves(before, after)),
    )


def moves(before: Solution, after: Solution) -> Iterator[Move]:
    """Every mentee of either solution whose mentor is another, by id."""
    old, new = (dict(pair.ids for pair in one.pairs) for one in (before, after))
    for mentee in sorted(old.keys() | new.keys()):
        if old.get(mentee) != new.get(mentee):
            yield Move(mentee, old.get(mentee), new.get(mentee))


def simulate(solution: Solution, criteria: Criteria) -> tuple[Solution, Difference]:
    """The same pool under other criteria, solved anew, and what that changes."""
    after = resolve(solution, solution.pool, criteria=criteria, price=0)
    return after, compare(solution, after)


def insist(solution: Solution, pair: PairOfIds) -> Solution:
    """The best that is left for everybody when this pair is decided by hand."""
    others = {one for one in solution.pool.locked if one[0] != pair[0]}
    pool = replace(solution.pool, locked=frozenset(others | {pair}))
    return resolve(solution, pool, price=0)


def why_not(solution: Solution, pair: PairOfIds) -> WhyNot:
    """The rules against a pair, or the exact cost of insisting on it, found by solving again.

    ``cost.worst`` counts all pairs but the one insisted on. Raises UnusableError when somebody
    is not in the pool, or the mentor's seats are all decided by hand.
    """
    found = solution.candidates
    score = sum(part.points for part in found.scale.parts(*found.places(pair))[0])
    rules = found.stopped_by(pair)
    if rules:
        return WhyNot(rules, score, None)
    return WhyNot((), score, compare(solution, insist(solution, pair)))


def alternatives(solution: Solution, mentee: str, many: int = 3) -> tuple[Alternative, ...]:
    """The next-best permitted mentors of a mentee, best first, without the one she has."""
    found = solution.candidates
    row = found.row[mentee]
    one = slice(row, row + 1)
    permitted, scores = found.permitted(one)[0], found.scale.grid(one, len(found.mentors))[0]
    taken = [pair.mentor for pair in solution.pairs]
    mine = {pair.mentor for pair in solution.pairs if pair.mentee == mentee}
    ranked = sorted(permitted.nonzero()[0].tolist(), key=lambda column: (-scores[column], column))
    return tuple(
        Alternative(mentor.id, int(scores[column]), taken.count(mentor.id) < mentor.capacity.most)
        for column in ranked
        if (mentor := found.mentors[column]).id not in mine and mentor.capacity.most
    )[:many]
