"""A made-up firm in which the true effect of joining is known."""

import numpy as np

from rapport.evaluation.engine.arrays import Whole
from rapport.evaluation.engine.staff import Rows
from rapport.evaluation.engine.timing import NEVER

LAST = 1460


def firm(
    seed: int, people: int = 400, *, trait: float = 0.8, ratio: float = 1.0, recorded: bool = True
) -> Rows:
    """People hired over two years; a trait that makes them join and stay; a tenth join a year."""
    rng = np.random.default_rng(seed)
    mood = rng.normal(size=people)
    hired = rng.integers(0, 730, people)
    stay = rng.exponential(365 / 0.2 * np.exp(trait * mood * 0.6))
    wait = np.where(rng.random(people) < 1 / (1 + np.exp(2 - trait * mood)), 1.0, np.inf)
    wait *= np.ceil(rng.exponential(200, people))
    late = stay > wait
    stay[late] = wait[late] + (stay[late] - wait[late]) / ratio
    leave = hired + np.ceil(stay).astype(np.int64)
    end = np.minimum(leave, LAST)
    joined = np.where(late & (hired + wait < end), hired + wait, NEVER).astype(np.int64)
    facts = np.column_stack(
        [mood if recorded else rng.normal(size=people), rng.normal(size=people)]
    )
    return Rows(
        person=np.arange(people), since=hired, until=end, left=leave <= LAST, joined=joined,
        group=rng.integers(0, 3, people), facts=facts, hired=hired,
    )  # fmt: skip


def reordered(rows: Rows, order: Whole, *, shift: int = 0, rename: bool = False) -> Rows:
    """The same rows in another order, with other names, on another calendar."""
    joined = np.asarray(rows.joined)[order]
    names = [f"x{9999 - int(n)}" for n in np.asarray(rows.person)[order]]
    return Rows(
        person=names if rename else np.asarray(rows.person)[order],
        since=np.asarray(rows.since)[order] + shift,
        until=np.asarray(rows.until)[order] + shift,
        left=np.asarray(rows.left)[order],
        joined=np.where(joined < NEVER, joined + shift, NEVER),
        group=np.asarray(rows.group)[order],
        facts=rows.facts[order],
        hired=np.asarray(rows.hired)[order] + shift,
    )


def halved(rows: Rows, row: int) -> Rows:
    """The same people, one of whose rows is cut in two."""
    since, until = np.asarray(rows.since), np.asarray(rows.until)
    day = int((since[row] + until[row]) // 2)
    everybody = np.append(np.arange(len(since)), row)
    left = np.asarray(rows.left)[everybody].copy()
    left[row] = False
    return Rows(
        person=np.asarray(rows.person)[everybody],
        since=np.append(since, day),
        until=np.append(np.where(np.arange(len(since)) == row, day, until), until[row]),
        left=left,
        joined=np.asarray(rows.joined)[everybody],
        group=np.asarray(rows.group)[everybody],
        facts=rows.facts[everybody],
        hired=np.asarray(rows.hired)[everybody],
    )
