"""Who gets whom: the optimum over all permitted pairs, on arrays, with proof.

Knows the arrays that callers have, and the lot that decides between equals.
"""

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from rapport.matching.engine.arrays import Whole
from rapport.matching.engine.swiftly import swift, worthwhile

from .given import Arrays, lists_from, offer_of
from .large import Question, answer, answered
from .lists import Lists
from .objectives import optimum
from .optimum import Task
from .result import Assignment, Objective
from .seats import Offer, ground_of, levels_for


def assign(  # noqa: PLR0913 - arrays side by side are what callers have
    mentee: npt.ArrayLike,
    mentor: npt.ArrayLike,
    score: npt.ArrayLike,
    *,
    mentors: int,
    capacity: npt.ArrayLike,
    minimum: npt.ArrayLike | None = None,
    locked: npt.ArrayLike | None = None,
    wish: npt.ArrayLike | None = None,
    objective: Objective = "fair",
    seed: int = 0,
) -> Assignment:
    """The best assignment of mentees to mentors; each mentee gets one mentor at most.

    ``mentee``, ``mentor``, ``score``: the permitted pairs, scores in whole points; a pair that is
    not listed is forbidden. ``capacity``, ``minimum``: seats a mentor has, and how many of them
    she counts on. ``locked``: places of pairs already decided. ``wish``: small whole numbers that
    decide between equal totals. Equal results are drawn by ``seed``. Raises UnusableError when
    the arrays do not fit each other. ``objective``: "fair" as the module says; "total" leaves
    out the worst pair; "leximin" goes on after it, with as few pairs as possible in each band of
    weak scores; "logs" is the highest sum of logarithms; "stable" leaves no two people who would
    both rather have each other, and its gap says how many points the highest total has more.
    """
    arrays = Arrays(mentee, mentor, score, wish, mentors, capacity, minimum, locked)
    random = np.random.default_rng(seed)
    if objective in {"fair", "total"} and worthwhile(np.size(score)):
        return assign_lists(arrays, objective, random)
    return assign_offer(arrays, objective, random)


def assign_offer(arrays: Arrays, objective: Objective, random: np.random.Generator) -> Assignment:
    """The way of a small pool, on every pair by itself."""
    offer, fixed = offer_of(arrays)
    rows, columns = random.permutation(offer.mentees), random.permutation(offer.capacity.size)
    mixed, order = drawn(offer, rows, columns)
    task = Task(ground_of(mixed, levels_for(mixed)), np.argsort(order)[fixed])
    found = optimum(task, objective)
    return replace(
        found,
        pairs=np.sort(order[found.pairs]),
        prices=found.prices[columns],
        opens=found.opens[columns],
    )


def assign_lists(arrays: Arrays, objective: Objective, random: np.random.Generator) -> Assignment:
    """The way of a large pool, on one list a mentee."""
    lists, locked, order = lists_from(arrays)
    rows, columns = random.permutation(lists.mentees), random.permutation(lists.capacity.size)
    waiting = np.full(locked.size, -1, dtype=np.int64)
    waiting[rows] = np.where(locked >= 0, columns[locked], -1)
    question = Question(drawn_lists(lists, rows, columns), objective, waiting)
    found = answer(question)
    mentor = np.append(np.argsort(columns), -1)[found.mentor[rows]]
    place = lists.where(mentor)
    pairs = np.sort(place[place >= 0] if order is None else order[place[place >= 0]])
    return answered(question, found, pairs, columns)


def drawn_lists(lists: Lists, rows: Whole, columns: Whole) -> Lists:
    """The lists with everybody renumbered by lot."""
    start, mentor, score = swift().mixed(lists.start, lists.mentor, lists.score, rows, columns)
    wish = lists.wish
    if wish is not None:
        wish = swift().mixed(lists.start, lists.mentor, wish, rows, columns)[2]
    capacity, least = np.empty_like(lists.capacity), np.empty_like(lists.least)
    capacity[columns], least[columns] = lists.capacity, lists.least
    return Lists(start, mentor, score, wish, capacity, least)


def drawn(offer: Offer, rows: Whole, columns: Whole) -> tuple[Offer, Whole]:
    """The offer with everybody renumbered by lot, and the place each pair came from."""
    mentee, mentor = rows[offer.mentee], columns[offer.mentor]
    order = np.lexsort((mentor, mentee))
    capacity, least = np.empty_like(offer.capacity), np.empty_like(offer.least)
    capacity[columns], least[columns] = offer.capacity, offer.least
    mixed = Offer(
        offer.mentees, mentee[order], mentor[order], offer.score[order], offer.wish[order],
        capacity, least,
    )  # fmt: skip
    return mixed, order
