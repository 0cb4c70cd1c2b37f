"""Who is promoted after joining, beside similar colleagues; leaving stands in the way of it.

Whoever leaves can no longer be promoted and stays among those who were not: the share promoted is
the Aalen-Johansen one, found as a Kaplan-Meier estimate in which leavers are watched to the end of
the file (their end of watching is known; Fine & Gray 1999).
"""

from dataclasses import replace

import numpy as np
import polars as pl

from rapport.domain.findings import Shown, Unit, Why
from rapport.evaluation.engine.arrays import Whole
from rapport.evaluation.engine.comparison import compare_retention
from rapport.evaluation.engine.estimate import Estimate
from rapport.evaluation.engine.riskset import Matched
from rapport.evaluation.engine.spells import Spells
from rapport.evaluation.engine.timing import NEVER
from rapport.evaluation.reading.sources import Sources
from rapport.evaluation.study.retention import Horizon, Retention, days_of, refused, without
from rapport.evaluation.study.shown import estimated, shown


def promoted_within(
    found: Retention, sources: Sources, months: int, level: float
) -> Horizon | None:
    """Shares promoted within so many months; None where no promotion is recorded at all."""
    if sources.workforce.promotions.is_empty():
        return None
    matched = _watched_for_promotion(found, sources)
    days = days_of(months)
    compared = estimated(lambda: compare_retention(matched, days, level=level))
    if compared is None:
        return without(Why.NOT_ESTIMABLE, months)
    joined, others = compared.joined, compared.others
    sizes = compared.sizes(matched.share)
    base = replace(
        without(refused(sizes) or Why.TOO_SMALL, months),
        joined=_turned(joined, matched.matched),
        others=_turned(others, others.n),
        left_joined=joined.events,
        left_others=others.events,
    )
    if refused(sizes):
        return base
    return replace(base, difference=shown(compared.difference.turned(), Unit.DIFFERENCE))


def _turned(waiting: Estimate, people: int) -> Shown:
    """The share promoted, from the share not yet promoted."""
    turned = replace(waiting, value=1 - waiting.value, low=1 - waiting.high, high=1 - waiting.low)
    cells = (waiting.events, people - waiting.events)
    return shown(turned, Unit.SHARE, cells=cells, n=people)


def _watched_for_promotion(found: Retention, sources: Sources) -> Matched:
    """The match with promotion in place of leaving, and leavers watched to the end of the file."""
    matched, staffed = found.matched, found.staffed
    staff = staffed.staff
    promoted = first_after(staffed.persons[matched.person], matched.day, sources)
    stay = matched.spells.leave
    after = promoted - matched.day
    happened = after <= stay
    ended = stay + matched.day == staff.end[matched.person]
    ended &= (staff.gone | staffed.otherwise)[matched.person]
    last = staff.end.max()
    watched = np.where(happened, after, np.where(ended, np.maximum(last - matched.day, stay), stay))
    return replace(matched, spells=Spells(matched.spells.entry, watched, happened))


def first_after(persons: Whole, day: Whole, sources: Sources) -> Whole:
    """The first promotion after a day of each row, `NEVER` where there is none."""
    promotions = sources.workforce.promotions.select(
        pl.col("person").cast(pl.Int64),
        pl.col("promoted").cast(pl.Int32).cast(pl.Int64).alias("promoted"),
    ).with_columns(pl.col("promoted").alias("day"))
    rows = pl.DataFrame({"person": persons, "day": day + 1}).with_row_index("place")
    joined = rows.sort("day").join_asof(
        promotions.sort("day"), on="day", by="person", strategy="forward", check_sortedness=False
    )
    found: Whole = joined.sort("place")["promoted"].fill_null(NEVER).to_numpy()
    return found
