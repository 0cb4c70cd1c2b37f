"""Asks the engine: the best pairs for a pool, or how one pair would be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from rapport.domain.refusals import NotAcceptable
from rapport.domain.sentences import _
from rapport.matching import engine
from rapport.matching.engine import Criteria, Person, Pool, Sentence, UnusableError
from rapport.matching.queries.pool import Pair
from rapport.matching.words import kept

if TYPE_CHECKING:
    from rapport.matching.engine import Explanation, Keep, Solution
    from rapport.matching.engine import Pair as ProposedPair
    from rapport.matching.engine.assignment.result import Objective
    from rapport.matching.engine.scoring.points import Part

UNUSABLE = _(
    "The pairs that you fixed cannot all stay: somebody would have more partners than she wants, "
    "or her own manager. Nothing was changed; release one of them and try again."
)


@dataclass(frozen=True)
class Judgement:
    """What speaks for a pair and what forbids it; `rules` are keys of the engine."""

    rules: tuple[str, ...]
    score: int
    reasons: dict[str, Any]
    parts: dict[str, int]


@dataclass(frozen=True)
class Told:
    """What is stored with a pair: sentences as keys, and each criterion's share of full points."""

    reasons: dict[str, Any]
    parts: dict[str, int]


def solve(
    pool: Pool,
    criteria: Criteria,
    seed: int,
    keep: Keep | None = None,
    objective: Objective = "fair",
) -> Solution:
    """The best pairs; two people who could mentor each other do so in one direction only.

    `keep`: pairs that part only when it is worth their price.
    """
    with usable():
        solution = engine.propose(
            pool, criteria, seed=seed, keep=keep or engine.Keep(), objective=objective
        )
    if mutual := mutual_pairs(solution):
        pool = replace(pool, forbidden=pool.forbidden | mutual)
        return solve(pool, criteria, seed, keep, objective)
    return solution


@contextmanager
def usable() -> Iterator[None]:
    """What the engine cannot work with becomes a sentence for the coordinator."""
    try:
        yield
    except UnusableError as error:
        raise NotAcceptable(UNUSABLE) from error


def mutual_pairs(solution: Solution) -> frozenset[Pair]:
    """One direction of two people given to each other both ways, never a fixed one; by lot."""
    from rapport.matching.engine.candidates.permitted import lot  # noqa: PLC0415  # brings scipy

    chosen = {pair.ids for pair in solution.pairs}
    drawn = {pair: (lot(pair[0], solution.seed), lot(pair[1], solution.seed)) for pair in chosen}
    both_ways = (
        (one, other)
        for one, other in chosen
        if (other, one) in chosen and drawn[one, other] < drawn[other, one]
    )
    locked = solution.pool.locked
    return frozenset(
        (other, one) if (one, other) in locked else (one, other) for one, other in both_ways
    )


def judge(pool: Pool, criteria: Criteria, pair: Pair, seed: int) -> Judgement:
    """How a pair of the pool would be, whether it is allowed or not."""
    from rapport.matching.engine.candidates.permitted import candidates  # noqa: PLC0415  # scipy

    found = candidates(pool, criteria, seed)
    (parts,) = found.scale.parts(*found.places(pair))
    mentee, mentor = found.mentees[found.row[pair[0]]], found.mentors[found.column[pair[1]]]
    reasons = {"reasons": in_common(mentee, mentor), "notes": []}
    score = sum(part.points for part in parts)
    return Judgement(found.stopped_by(pair), score, reasons, shares(parts))


def with_reasons(solution: Solution) -> Iterator[tuple[ProposedPair, Told]]:
    """Every pair of a solution with what is stored with it."""
    for pair, explained in zip(solution.pairs, engine.explain_all(solution), strict=True):
        notes = [kept(each) for each in pair.notes]
        reasons = {"reasons": reasons_of(solution, explained), "notes": notes}
        yield pair, Told(reasons, shares(explained.parts))


def reasons_of(solution: Solution, explained: Explanation) -> list[dict[str, Any]]:
    """What speaks for a pair in words both may read; else whatever both named."""
    if strong := [kept(each) for each in explained.reasons]:
        return strong
    found = solution.candidates
    mentee, mentor = found.row[explained.mentee], found.column[explained.mentor]
    return in_common(found.mentees[mentee], found.mentors[mentor])


def shares(parts: Iterable[Part]) -> dict[str, int]:
    """Per criterion its points in thousandths of the most it gives, where it could be judged."""
    return {part.key: 1000 * part.points // part.of for part in parts if part.known and part.of}


def in_common(mentee: Person, mentor: Person) -> list[dict[str, Any]]:
    """What both named and may show, whether it is much or little."""
    shared = {
        "topics": mentee.topics & mentor.topics,
        "languages": mentee.languages & mentor.languages,
    }
    may_show = mentee.shareable & mentor.shareable
    return [
        kept(Sentence("in_common", {"question": question, "shared": tuple(sorted(both))}))
        for question, both in shared.items()
        if both and question in may_show
    ]
