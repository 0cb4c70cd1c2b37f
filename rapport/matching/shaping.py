"""The pairs of a round in each format: one question in several shapes, several answers in one list.

Knows how a format is asked of the engine; what becomes of the pairs is said where they begin.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from rapport.domain.formats import Format
from rapport.matching import engine
from rapport.matching.engine import Capacity, Criteria, Person, Pool
from rapport.matching.solving import mutual_pairs, solve, usable

if TYPE_CHECKING:
    from rapport.matching.engine import Keep, Solution

FOR_GOOD = 1000
"""A price that no other pair can bring: what was paired among equals stays so."""

type Solver = Callable[[Pool, Criteria, int, Keep], list[Solution]]


def solve_in_format(
    shaped: Format, pool: Pool, criteria: Criteria, seed: int, keep: Keep | None = None
) -> list[Solution]:
    """The best pairs for a format; the first solution says who has nobody, and why."""
    return SOLVERS.get(shaped, in_pairs)(pool, criteria, seed, keep or engine.Keep())


def has_aims(shaped: Format) -> bool:
    """Whether a format is asked as plain pairs, for which one aim can be chosen among several."""
    return shaped not in SOLVERS


def in_pairs(pool: Pool, criteria: Criteria, seed: int, keep: Keep) -> list[Solution]:
    return [solve(pool, criteria, seed, keep)]


def in_teams(pool: Pool, criteria: Criteria, seed: int, keep: Keep) -> list[Solution]:
    """Everybody gets a first mentor before anybody gets a second: one solution a turn."""
    from rapport.matching.engine.formats import after  # noqa: PLC0415  # brings scipy

    turns = [solve(one_fixed_a_mentee(pool), criteria, seed, keep)]
    while turns[-1].pairs:
        left = after(pool, turns)
        if not any(one.capacity.most for one in left.mentees):
            return turns
        given = frozenset(pair.ids for turn in turns for pair in turn.pairs)
        stay = replace(keep, pairs=keep.pairs - given)
        turns.append(solve(one_fixed_a_mentee(left), criteria, seed + len(turns), stay))
    return turns


def one_fixed_a_mentee(pool: Pool) -> Pool:
    """Of several fixed mentors of one mentee the others wait for their turn."""
    first = {mentee: (mentee, mentor) for mentee, mentor in sorted(pool.locked, reverse=True)}
    return replace(pool, locked=frozenset(first.values()))


def in_groups(pool: Pool, criteria: Criteria, seed: int, _keep: Keep) -> list[Solution]:
    """Every group is large enough or is not; a group with somebody fixed is not closed."""
    fixed = {mentor for _mentee, mentor in pool.locked}
    open_ended = tuple(never_closed(one) if one.id in fixed else one for one in pool.mentors)
    with usable():
        solution = engine.propose_groups(
            replace(pool, mentors=open_ended), criteria, seed=seed
        ).solution
    if mutual := mutual_pairs(solution):
        return in_groups(replace(pool, forbidden=pool.forbidden | mutual), criteria, seed, _keep)
    return [solution]


def never_closed(mentor: Person) -> Person:
    return replace(mentor, capacity=Capacity(0, mentor.capacity.most))


def among_equals(pool: Pool, criteria: Criteria, seed: int, _keep: Keep) -> list[Solution]:
    """Everybody with one other of the same list; in each pair one is written as the mentor."""
    placed = {name for pair in pool.locked for name in pair}
    free = [one for one in pool.mentees if one.capacity.most and one.id not in placed]
    pairs = engine.pair_peers(free, criteria, seed=seed, forbidden=pool.forbidden).pairs
    seconds = {other for _one, other in [*pairs, *pool.locked]}
    sided = replace(
        pool,
        mentees=tuple(one for one in pool.mentees if one.id not in seconds),
        mentors=tuple(one for one in pool.mentors if one.id in seconds),
    )
    return [solve(sided, criteria, seed, engine.Keep(frozenset(pairs), FOR_GOOD))]


SOLVERS: dict[Format, Solver] = {
    Format.TEAM: in_teams,
    Format.GROUP: in_groups,
    Format.PEER: among_equals,
}
