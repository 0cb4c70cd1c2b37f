"""Short lists in place of all pairs, for pools so large that all of them would not fit.

Knows which pairs a list must hold from the start, and how lists grow.
"""

from typing import Any

import numpy as np

from rapport.matching.engine.arrays import Whole, distinct
from rapport.matching.engine.assignment.result import Objective
from rapport.matching.engine.assignment.seats import Offer
from rapport.matching.engine.criteria.crowd import least_and_most
from rapport.matching.engine.criteria.kinds import Criteria
from rapport.matching.engine.scoring.columns import at
from rapport.matching.engine.scoring.order import alike_together, narrowed
from rapport.matching.engine.scoring.sheets import sheets_for
from rapport.matching.engine.sentences import UnusableError
from rapport.matching.engine.swiftly import installed

from .permitted import Candidates
from .searching import Found, Progress, Search, silent

CELLS = 4_000_000
"""Up to so many cells, mentees times mentors, all pairs are laid out at once."""

MOST_CELLS = 100_000_000
"""More cells are never laid out at once."""

LISTED = 16
"""How many mentors a list begins with: each costs memory, and the proof finds what is missing."""


def wants_lists(found: Candidates, objective: Objective) -> bool:
    """Whether a pool is too large to lay out all pairs.

    Only the total and the worst pair can be proven from lists; for other objectives all pairs
    are laid out, and UnusableError is raised where they would not fit.
    """
    cells = len(found.mentees) * len(found.mentors)
    if objective in {"fair", "total"}:
        return cells > CELLS and installed()
    if cells > MOST_CELLS:
        raise UnusableError("pool_too_large", people=len(found.mentees) + len(found.mentors))
    return False


def search_of(found: Candidates, criteria: Criteria, tell: Progress = silent) -> Search:
    """The search over all pairs of a pool."""
    wanting, seats = (least_and_most(side)[1] > 0 for side in (found.mentees, found.mentors))
    sheets = sheets_for(criteria.rules, found.obstacles, found.scale.measures, wanting.size, seats)
    return search_in(sheets, np.flatnonzero(wanting), tell)


def search_in(sheets: Any, mentees: Whole, tell: Progress = silent) -> Search:
    """A search with mentors who answer alike side by side."""
    order = alike_together(sheets)
    return Search(narrowed(sheets, order), mentees, order, tell=tell)


def listed(found: Candidates, search: Search) -> Offer:
    """The best pairs of everybody, all pairs wished for and those decided by hand."""
    best = search.best(LISTED)
    rows, columns = with_wishes(found)
    offer = offer_with(found, best.mentee, best.mentor, best.score)
    return grown(found, offer, rows, columns)


def with_wishes(found: Candidates) -> tuple[Whole, Whole]:
    """The permitted pairs that somebody wished for, and the pairs decided by hand."""
    wished = found.wished.tocoo()
    rows, columns = wished.row.astype(np.int64), wished.col.astype(np.int64)
    stopped = np.zeros(rows.size, dtype=bool)
    for obstacle in found.obstacles:
        stopped |= obstacle.each(rows, columns)
    for people, places in ((found.mentees, rows), (found.mentors, columns)):
        most = least_and_most(people)[1]
        stopped |= most[places] == 0 if places.size else False
    locked = found.locked
    return (
        np.concatenate([rows[~stopped], locked[0]]),
        np.concatenate([columns[~stopped], locked[1]]),
    )


def grown(found: Candidates, offer: Offer, rows: Whole, columns: Whole) -> Offer:
    """The offer with more pairs, those it has already left out."""
    if not rows.size:
        return offer
    width = len(found.mentors)
    key, known = distinct(rows * width + columns), offer.mentee * width + offer.mentor
    place = np.minimum(np.searchsorted(known, key), max(known.size - 1, 0))
    new = key[known[place] != key] if known.size else key
    score = found.scale.each(new // width, new % width)
    return offer_with(
        found,
        np.concatenate([offer.mentee, new // width]),
        np.concatenate([offer.mentor, new % width]),
        np.concatenate([offer.score, score]),
    )


def grown_by(found: Candidates, offer: Offer, more: Found) -> Offer:
    """The offer with what a sweep found."""
    return grown(found, offer, more.mentee, more.mentor)


def offer_with(found: Candidates, mentee: Whole, mentor: Whole, score: Whole) -> Offer:
    """An offer of the given pairs, in order."""
    order = np.lexsort((mentor, mentee))
    mentee, mentor = mentee[order].astype(np.int64), mentor[order].astype(np.int64)
    return Offer(
        len(found.mentees), mentee, mentor, score[order].astype(np.int64),
        at(found.wished, mentee, mentor).astype(np.int64), *found.seats,
    )  # fmt: skip
