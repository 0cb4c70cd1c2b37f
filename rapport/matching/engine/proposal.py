"""The whole way from a pool and criteria to proposed pairs. Knows the order of steps, no more."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from .arrays import Whole
from .assignment import Assignment, Objective, best
from .candidates import DEAREST, Candidates, candidates
from .criteria import DEFAULT, STANDING_RULES, Criteria
from .pool import PairOfIds, Pool
from .rules import marked
from .seats import Offer
from .sentences import Sentence
from .shortage import Seating
from .solution import NextSeat, Pair, Solution
from .unmatched import unmatched

NOBODY_YET: frozenset[PairOfIds] = frozenset()


def propose(  # noqa: PLR0913 - two of them only matter when solving again
    pool: Pool,
    criteria: Criteria = DEFAULT,
    *,
    seed: int,
    objective: Objective = "fair",
    keep: frozenset[PairOfIds] = NOBODY_YET,
    price: int = 0,
) -> Solution:
    """The best pairs for everybody in the pool, with reasons and proof.

    As many people as possible, then the seats mentors count on, then the best possible worst
    pair (left out by ``objective="total"``), then the highest total, then wishes; what is still
    equal is drawn by ``seed``, never by order of arrival or by name. ``keep``: pairs that are to
    stay unless parting them is worth ``price`` points; at a price of 0 they only decide between
    equal totals. Raises UnusableError when pool or criteria cannot be worked with.
    """
    found = candidates(pool, criteria, seed)
    offer = found.offer()
    chosen = best(preferring(found, offer, keep, price), locked_places(found, offer), objective)
    stays = np.isin(np.arange(offer.mentees), found.locked[0])
    seating = Seating(offer, mentor_of_each(offer, chosen.pairs), stays)
    pairs = tuple(sorted(pairs_of(found, offer, chosen.pairs), key=lambda pair: pair.ids))
    total = sum(pair.score for pair in pairs)
    return Solution(
        pool=pool,
        criteria=criteria,
        seed=seed,
        objective=objective,
        pairs=pairs,
        unmatched=tuple(sorted(unmatched(found, seating), key=lambda one: (one.role, one.person))),
        total=total,
        worst=min((pair.score for pair in pairs if not pair.locked), default=None),
        bound=total + chosen.gap,
        gap=chosen.gap,
        next_seat=next_seats(found, chosen),
        candidates=found,
        assignment=chosen,
    )


def preferring(found: Candidates, offer: Offer, keep: frozenset[PairOfIds], price: int) -> Offer:
    """The offer with ``price`` points more for every pair to keep, and more than any wish."""
    kept = marked(keep, found.mentees, found.mentors).each(offer.mentee, offer.mentor)[0] > 0
    return replace(
        offer, score=offer.score + price * kept, wish=offer.wish + (2 * DEAREST + 1) * kept
    )


def locked_places(found: Candidates, offer: Offer) -> Whole:
    """Where in the offer the pairs decided by hand stand."""
    rows, columns = found.locked
    width = len(found.mentors)
    return np.searchsorted(offer.mentee * width + offer.mentor, rows * width + columns)


def mentor_of_each(offer: Offer, pairs: Whole) -> Whole:
    mentor = np.full(offer.mentees, -1, dtype=np.int64)
    mentor[offer.mentee[pairs]] = offer.mentor[pairs]
    return mentor


def pairs_of(found: Candidates, offer: Offer, pairs: Whole) -> Iterator[Pair]:
    """The chosen pairs with the parts of their scores."""
    rows, columns = offer.mentee[pairs], offer.mentor[pairs]
    parts = found.scale.parts(rows, columns)
    notes = notes_of(found, rows, columns)
    for place, row, column in zip(range(pairs.size), rows.tolist(), columns.tolist(), strict=True):
        mentee, mentor = found.mentees[row].id, found.mentors[column].id
        yield Pair(
            mentee,
            mentor,
            sum(part.points for part in parts[place]),
            parts[place],
            (mentee, mentor) in found.pool.locked,
            tuple(notes[place]),
        )


def notes_of(found: Candidates, rows: Whole, columns: Whole) -> list[list[Sentence]]:
    """What a coordinator should know about each pair before she announces it."""
    notes: list[list[Sentence]] = [[] for _ in rows]
    for place, (row, column) in enumerate(zip(rows.tolist(), columns.tolist(), strict=True)):
        pair = (found.mentees[row].id, found.mentors[column].id)
        if pair in found.pool.locked:
            notes[place].append(Sentence("set_by_hand"))
        if found.lines.same_manager(*pair):
            notes[place].append(Sentence("same_manager"))
    for rule in found.obstacles:
        if rule.key in STANDING_RULES:
            continue
        for place in np.flatnonzero(rule.each(rows, columns)).tolist():
            notes[place].append(Sentence("set_despite", {"rule": rule.key}))
        for place in np.flatnonzero(~rule.checked(rows, columns)).tolist():
            notes[place].append(Sentence("not_checked", {"rule": rule.key}))
    return notes


def next_seats(found: Candidates, chosen: Assignment) -> dict[str, NextSeat]:
    """What one more seat at each mentor would change."""
    return {
        mentor.id: NextSeat(int(opens), int(points))
        for mentor, opens, points in zip(found.mentors, chosen.opens, chosen.prices, strict=True)
    }
