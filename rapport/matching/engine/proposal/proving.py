"""Proof over all pairs for a result from short lists.

Knows three questions to every pair that is not listed: could it seat one person more, could it
make the worst pair better, could it make the total higher. Each is asked with prices that answer
it for all pairs at once; whatever could is added, until nothing can.
"""

from dataclasses import dataclass

import numpy as np

from rapport.matching.engine.arrays import Whole, Yes
from rapport.matching.engine.assignment.optimum import best
from rapport.matching.engine.assignment.result import Assignment, Objective
from rapport.matching.engine.assignment.seats import Levels, Seats, lowest
from rapport.matching.engine.assignment.threshold import Filling, highest_floor
from rapport.matching.engine.assignment.weighing import Weighed
from rapport.matching.engine.candidates.listing import grown_by
from rapport.matching.engine.candidates.searching import NEVER, Found, Search, Sweep

from .laying import Keep, Laid

ADDED = 8
"""How many missing pairs a mentee are added at once."""


def prove_all(
    laid: Laid, keep: Keep, floor: int | None, objective: Objective
) -> tuple[Laid, Assignment]:
    """The optimum over all pairs of a pool that is searched."""
    if objective == "fair":
        laid, floor = with_floor(laid, keep, floor)
    asked: Asked | None = None
    while True:
        chosen = best(laid.task(keep, floor), objective)
        missing, asked = improving(laid, chosen, floor if objective == "fair" else None, asked)
        if not missing.mentee.size:
            return laid, chosen
        laid = laid.with_offer(grown_by(laid.found, laid.ground.offer, missing))


@dataclass(frozen=True, slots=True)
class Asked:
    """Prices that were put to all pairs, and the mentees of whom more may be missing.

    Everything that was worth more is listed since. So a pair can only be missing at other prices
    where a seat became cheaper or a mentee gains less.
    """

    sweep: Sweep
    more: Whole

    def again(self, now: Sweep, rows: Whole) -> tuple[Whole, Whole, Yes]:
        """Who must see all mentors, who only some, and which are those."""
        before = self.sweep
        if (before.unit, before.lowest) != (now.unit, now.lowest):
            return rows, rows[:0], np.zeros(now.price.size, dtype=bool)
        poorer = np.isin(rows, self.more) | (now.need[rows] < before.need[rows])
        return rows[poorer], rows[~poorer], now.price < before.price


def improving(
    laid: Laid, chosen: Assignment, floor: int | None, asked: Asked | None
) -> tuple[Found, Asked]:
    """The pairs not listed that are worth more than their mentee gains and their seat costs."""
    sweep, rows, search = sweep_for(laid, chosen, floor), waiting(laid), searched(laid)
    if asked is None:
        found = [search.look(sweep, rows, "proof")]
    else:
        anew, rest, cheaper = asked.again(sweep, rows)
        found = [search.look(sweep, anew, "proof")]
        if rest.size and cheaper.any():
            found.append(search.look(sweep, rest, "proof", cheaper))
    mentee, mentor, score = (
        np.concatenate([getattr(one, name) for one in found])
        for name in ("mentee", "mentor", "score")
    )
    many = np.bincount(mentee, minlength=1)
    return Found(mentee, mentor, score), Asked(sweep, np.flatnonzero(many >= sweep.many))


def sweep_for(laid: Laid, chosen: Assignment, floor: int | None) -> Sweep:
    """The question whether a pair is worth more than its mentee gains and its seat costs."""
    levels, seats = levels_and_seats(laid, chosen)
    offer = laid.ground.offer
    price = np.zeros(offer.capacity.size, dtype=np.int64)
    least = np.full(offer.capacity.size, NEVER, dtype=np.int64)
    np.minimum.at(least, seats.mentor, chosen.proof.price - levels.counted_on * seats.counted_on)
    there = least < NEVER
    price[there] = least[there]
    need = chosen.proof.gain - levels.person + base_of(laid, chosen) * levels.point
    return Sweep(ADDED, levels.point, price, need, floor or 0)


def base_of(laid: Laid, chosen: Assignment) -> int:
    """The score that counts as no points."""
    solved = chosen.solved
    return solved.lowest if isinstance(solved, Weighed) else lowest(laid.ground.offer.score)


def levels_and_seats(laid: Laid, chosen: Assignment) -> tuple[Levels, Seats]:
    """What the numbers of a result mean."""
    solved = chosen.solved
    if isinstance(solved, Weighed):
        return solved.levels, solved.stalls.seats
    return laid.ground.levels, laid.ground.seats


def searched(laid: Laid) -> Search:
    if laid.search is None:
        raise TypeError(laid)
    return laid.search


def waiting(laid: Laid) -> Whole:
    """The mentees who want a place and have none decided by hand."""
    mentees: Whole = np.setdiff1d(searched(laid).mentees, laid.found.locked[0])
    return mentees


def with_floor(laid: Laid, keep: Keep, enough: int | None) -> tuple[Laid, int | None]:
    """The lists grown until they seat as many, with as good a worst pair, as all pairs could."""
    while True:
        lists = laid.task(keep, enough).lists()
        if not lists.score.size:
            return laid, None
        filling = Filling(lists)
        floor, _ = highest_floor(lists, enough)
        asked = [lowest(lists.score)] if floor == enough else [lowest(lists.score), floor + 1]
        missing = [
            one
            for score in asked
            for seats in ("capacity", "least")
            if getattr(lists, seats).any()
            for one in [unreached(laid, *filling.cover(seats, score), score)]
            if one.mentee.size
        ]
        if not missing:
            return laid, floor
        for one in missing:
            laid = laid.with_offer(grown_by(laid.found, laid.ground.offer, one))


def unreached(laid: Laid, mentees: Yes, mentors: Yes, score: int) -> Found:
    """Pairs of at least a score that lead out of a shortage: from its mentees to other mentors."""
    search = searched(laid)
    need = np.full(mentees.size, -1, dtype=np.int64)
    bottom = score if score > lowest(laid.ground.offer.score) else 0
    sweep = Sweep(ADDED, 1, np.zeros(mentors.size, dtype=np.int64), need, bottom)
    rows = np.intersect1d(waiting(laid), np.flatnonzero(mentees))
    return search.look(sweep, rows, "proof", ~mentors)
