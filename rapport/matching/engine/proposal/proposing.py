"""The whole way from a pool and criteria to proposed pairs. Knows the order of steps, no more."""

from collections.abc import Sequence

import numpy as np

from rapport.matching.engine.arrays import Whole
from rapport.matching.engine.assignment.objectives import optimum
from rapport.matching.engine.assignment.optimum import mend
from rapport.matching.engine.assignment.result import Assignment, Objective
from rapport.matching.engine.assignment.seats import Offer
from rapport.matching.engine.assignment.shortage import Seating
from rapport.matching.engine.candidates.permitted import Candidates
from rapport.matching.engine.candidates.searching import Progress, silent
from rapport.matching.engine.criteria.kinds import DEFAULT, Criteria
from rapport.matching.engine.criteria.pool import Pool

from .laying import Keep, Laid, edited, lay_out
from .pairs import Pair, pairs_of
from .proving import prove_all
from .solution import NextSeat, Solution
from .unmatched import unmatched

NOTHING_YET = Keep()


def propose(  # noqa: PLR0913 - each has a default that is right for most
    pool: Pool,
    criteria: Criteria = DEFAULT,
    *,
    seed: int,
    objective: Objective = "fair",
    keep: Keep = NOTHING_YET,
    tell: Progress = silent,
) -> Solution:
    """The best pairs for everybody in the pool, with reasons and proof.

    As many people as possible, then the seats mentors count on, then the best possible worst
    pair (left out by ``objective="total"``), then the highest total, then wishes; what is still
    equal is drawn by ``seed``, never by order of arrival or by name. ``objective="stable"`` is
    another thing, to compare with: its ``gap`` says what it costs. ``"leximin"`` and ``"logs"``
    are fairer still, see ``assign``. ``keep``: pairs of an
    earlier solution that part only at a price; then the weakest pair need be no better than the
    weakest of them. ``tell`` hears how far the work on a large pool is. Raises UnusableError when
    pool or criteria cannot be worked with.
    """
    laid = lay_out(pool, criteria, seed, objective, tell)
    floor = laid.weakest(keep) if objective == "fair" else None
    return conclude(*solved(laid, keep, floor, objective), objective, ())


def match(
    people: Pool, criteria: Criteria = DEFAULT, *, seed: int = 0, objective: Objective = "fair"
) -> Solution:
    """The whole way in one call: ``propose`` for whoever does not mind which lot is drawn."""
    return propose(people, criteria, seed=seed, objective=objective)


def solved(
    laid: Laid, keep: Keep, floor: int | None, objective: Objective
) -> tuple[Laid, Assignment]:
    """The optimum over all pairs, and the pairs it was found on."""
    if laid.search is not None:
        return prove_all(laid, keep, floor, objective)
    return laid, optimum(laid.task(keep, floor), objective)


def resolve(
    before: Solution, pool: Pool, *, criteria: Criteria | None = None, price: int = 20
) -> Solution:
    """Solve again after an edit, parting a pair only when that is worth its ``price``.

    ``price``: points of the total (0..1000) that one changed pair must bring; at 0 pairs stay
    only among equals. People and seats counted on still come first; the weakest pair need be no
    better than the weakest was before. Pairs that were only locked or forbidden are mended, any
    other edit, and other ``criteria``, are solved anew. Raises UnusableError as propose does.
    """
    asked = before.criteria if criteria is None else criteria
    keep = Keep(frozenset(pair.ids for pair in before.pairs), price)
    mendable = asked == before.criteria and before.objective in {"fair", "total"}
    same = edited(before.laid, pool) if mendable else None
    laid = same or lay_out(pool, asked, before.seed, before.objective)
    floor = before.worst if before.objective == "fair" and asked == before.criteria else None
    chosen = mend(laid.task(keep, floor), before.assignment) if same else None
    if chosen is None:
        laid, chosen = solved(laid, keep, floor, before.objective)
    return conclude(laid, chosen, before.objective, before.pairs if same else ())


def conclude(
    laid: Laid, chosen: Assignment, objective: Objective, known: Sequence[Pair]
) -> Solution:
    """A solved pool in words and ids; ``known`` pairs of the same ground are taken over."""
    found, offer = laid.found, laid.ground.offer
    stays = np.isin(np.arange(offer.mentees), found.locked[0])
    seating = Seating(laid.offer(), mentor_of_each(offer, chosen.pairs), stays, laid.search)
    return Solution(
        pool=found.pool,
        criteria=laid.criteria,
        seed=laid.seed,
        objective=objective,
        pairs=pairs_of(found, offer.mentee[chosen.pairs], offer.mentor[chosen.pairs], known),
        unmatched=tuple(sorted(unmatched(found, seating), key=lambda one: (one.role, one.person))),
        total=chosen.total,
        worst=chosen.worst,
        bound=chosen.bound,
        gap=chosen.gap,
        next_seat=next_seats(found, chosen),
        laid=laid,
        assignment=chosen,
    )


def mentor_of_each(offer: Offer, pairs: Whole) -> Whole:
    mentor = np.full(offer.mentees, -1, dtype=np.int64)
    mentor[offer.mentee[pairs]] = offer.mentor[pairs]
    return mentor


def next_seats(found: Candidates, chosen: Assignment) -> dict[str, NextSeat]:
    """What one more seat at each mentor would change."""
    return {
        mentor: NextSeat(int(opens), int(points))
        for mentor, opens, points in zip(found.ids[1], chosen.opens, chosen.prices, strict=True)
    }
