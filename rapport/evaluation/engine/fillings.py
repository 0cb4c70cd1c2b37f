"""Facts with gaps, filled in many times before people are matched, and one answer from them all.

Knows rows of people as they go into `staff`. What fills a gap has seen joining, leaving and when;
else filled facts would know nothing of what they are to be adjusted for.

Sources: White & Royston 2009 (the cumulative hazard in the model); Rubin 1987.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from .arrays import Floats, Names, Whole, Yes, numbered
from .estimate import LEVEL, Estimate, NotEstimable
from .imputation import impute, rubin
from .staff import Rows, Staff, staff
from .timing import NEVER

TIMES = 20


def fill(
    rows: Rows, *, times: int = TIMES, seed: int = 0, fields: Names | None = None
) -> list[Staff]:
    """The staff with every gap (nan) filled, ``times`` over; once where nothing is missing.

    ``fields`` says which columns belong to one fact (its words): they are filled together. Raises
    NotEstimable when a fact has too few known values.
    """
    facts = np.asarray(rows.facts, dtype=np.float64)
    if not np.isnan(facts).any():
        return [staff(rows)]
    seen = np.column_stack([facts, told(rows)])
    columns = np.arange(facts.shape[1]) if fields is None else numbered(fields)[0]
    beside = np.arange(seen.shape[1] - len(columns)) + columns.max() + 1
    filled = impute(seen, times=times, seed=seed, fields=np.concatenate([columns, beside]))
    return [staff(replace(rows, facts=each[:, : facts.shape[1]])) for each in filled]


def told(rows: Rows) -> Floats:
    """Joining, leaving, and the cumulative hazard at the end of each person's time."""
    person, people = numbered(rows.person)
    since, until = np.asarray(rows.since), np.asarray(rows.until)
    begun, ended = np.full(people, NEVER), np.zeros(people, dtype=np.int64)
    np.minimum.at(begun, person, since)
    np.maximum.at(ended, person, until)
    gone = np.zeros(people, dtype=bool)
    np.logical_or.at(gone, person, np.asarray(rows.left, dtype=bool))
    hazard = cumulative(ended - begun, gone)
    joined = np.asarray(rows.joined) < NEVER
    columns = [joined, gone[person], hazard[person], joined * hazard[person]]
    return np.column_stack(columns).astype(np.float64)


def cumulative(stay: Whole, gone: Yes) -> Floats:
    """The estimate of Nelson and Aalen at the end of each person's stay."""
    days, place = np.unique(stay, return_inverse=True)
    left = np.bincount(place, weights=gone, minlength=len(days))
    watched = len(stay) - np.concatenate([[0], np.cumsum(np.bincount(place))[:-1]])
    found: Floats = np.cumsum(left / watched)[place]
    return found


def over_all[T](
    fillings: Sequence[T], ask: Callable[[T], Estimate | None], *, level: float = LEVEL
) -> Estimate:
    """What ``ask`` finds in every filling, as one estimate with Rubin's interval.

    With one filling its own answer. Raises NotEstimable when ask finds nothing in one of them.
    """
    found = [ask(each) for each in fillings]
    answers = [one for one in found if one is not None]
    if len(answers) < len(fillings):
        raise NotEstimable("too_few")
    first = answers[0]
    if len(answers) == 1:
        return first
    pooled = rubin(
        [one.value for one in answers], [one.se for one in answers], first.n, level=level
    )
    return replace(pooled, events=first.events, method=f"{first.method}_filled")
