"""Asks the engine: the best pairs for a pool, or how one pair would be."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from rapport.domain.refusals import NotAcceptable
from rapport.domain.sentences import _
from rapport.matching.engine import Pair as ProposedPair
from rapport.matching.engine import (
    Person,
    Pool,
    Sentence,
    Solution,
    UnusableError,
    explain,
    propose,
)
from rapport.matching.engine.candidates import candidates, lot
from rapport.matching.pool import Pair, criteria_for
from rapport.matching.words import kept

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


def solve(pool: Pool, seed: int) -> Solution:
    """The best pairs; two people who could mentor each other do so in one
    direction only."""
    try:
        solution = propose(pool, criteria_for(pool), seed=seed)
    except UnusableError as error:
        raise NotAcceptable(UNUSABLE) from error
    if mutual := mutual_pairs(solution):
        return solve(replace(pool, forbidden=pool.forbidden | mutual), seed)
    return solution


def mutual_pairs(solution: Solution) -> frozenset[Pair]:
    """One direction of two people given to each other both ways, never a fixed one; by lot."""
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


def judge(pool: Pool, pair: Pair, seed: int) -> Judgement:
    """How a pair of the pool would be, whether it is allowed or not."""
    found = candidates(pool, criteria_for(pool), seed)
    (parts,) = found.scale.parts(*found.places(pair))
    mentee, mentor = found.mentees[found.row[pair[0]]], found.mentors[found.column[pair[1]]]
    reasons = {"reasons": in_common(mentee, mentor), "notes": []}
    return Judgement(found.stopped_by(pair), sum(part.points for part in parts), reasons)


def with_reasons(solution: Solution) -> Iterator[tuple[ProposedPair, dict[str, Any]]]:
    """Every pair of a solution with the reasons and notes that are stored with it."""
    mentees = {person.id: person for person in solution.pool.mentees}
    mentors = {person.id: person for person in solution.pool.mentors}
    for pair in solution.pairs:
        strong = [kept(each) for each in explain(solution, pair.ids).reasons]
        reasons = strong or in_common(mentees[pair.mentee], mentors[pair.mentor])
        yield pair, {"reasons": reasons, "notes": [kept(each) for each in pair.notes]}


def in_common(mentee: Person, mentor: Person) -> list[dict[str, Any]]:
    """What both named, whether it is much or little."""
    shared = {
        "topics": mentee.topics & mentor.topics,
        "languages": mentee.languages & mentor.languages,
    }
    return [
        kept(Sentence("in_common", {"question": question, "shared": tuple(sorted(both))}))
        for question, both in shared.items()
        if both
    ]
