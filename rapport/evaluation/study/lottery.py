"""Those who were drawn beside those who were not: where a lottery decided, it outranks all else.

Time zero is the day of the draw (of applying where none is given). Everybody counts where the lot
put them, whether they then took part or not.
"""

from dataclasses import dataclass
from datetime import date

import polars as pl

from rapport.domain.findings import Hidden, Shown, Unit, Why
from rapport.evaluation.engine.arrays import Whole, Yes
from rapport.evaluation.engine.guards import Sizes, may_compare
from rapport.evaluation.engine.lottery import complier_effect, intention_to_treat
from rapport.evaluation.engine.proportions import wilson
from rapport.evaluation.reading.sources import Sources
from rapport.evaluation.study.retention import Horizon, days_of, without
from rapport.evaluation.study.shown import estimated, shown
from rapport.evaluation.study.staffing import watched

EPOCH = date(1970, 1, 1)


@dataclass(frozen=True)
class Drawn:
    """One horizon: the comparison by lot, and the effect on those who took part because of it."""

    horizon: Horizon
    compliers: Shown
    people: int


@dataclass(frozen=True)
class Applicants:
    """One entry an applicant who was in the lottery and employed on its day."""

    won: Yes
    took_part: Yes
    draw: Whole
    day: Whole
    until: Whole
    gone: Yes

    def seen(self, days: int, last: int) -> Yes:
        """Who was watched for so long, or left before."""
        found: Yes = (self.day + days <= last) & (self.gone | (self.until >= self.day + days))
        return found


def drawn_at(sources: Sources, kinds: list[str], months: int, level: float) -> Drawn | None:
    """The lottery at one horizon; None when there was none or nobody was watched so long."""
    if not sources.participants.has_lottery:
        return None
    applicants = applicants_of(sources, kinds)
    days = days_of(months)
    last = (sources.workforce.window.export_day - EPOCH).days
    seen = applicants.seen(days, last)
    won, draw = applicants.won[seen], applicants.draw[seen]
    stayed = ~(applicants.gone & (applicants.until <= applicants.day + days))[seen]
    found = estimated(lambda: intention_to_treat(won, stayed, draw, level=level))
    if found is None:
        return None
    left = int((won & ~stayed).sum()), int((~won & ~stayed).sum())
    sides = [
        shown(
            wilson(int((side & stayed).sum()), int(side.sum())),
            Unit.SHARE,
            cells=(int((side & ~stayed).sum()), int((side & stayed).sum())),
        )
        for side in (won, ~won)
    ]
    few = not may_compare(Sizes(min(int(won.sum()), int((~won).sum())), *left)).open
    base = without(Why.TOO_SMALL, months)
    difference = Hidden(Why.TOO_SMALL) if few else shown(found, Unit.DIFFERENCE, n=int(seen.sum()))
    horizon = Horizon(
        months,
        days,
        sides[0],
        sides[1],
        difference,
        base.stayed,
        base.in_time,
        base.weighted,
        *left,
    )
    part = applicants.took_part[seen]
    moved = estimated(lambda: complier_effect(won, part, stayed, draw, level=level).effect)
    compliers = Hidden(Why.NOT_ESTIMABLE) if moved is None or few else shown(moved, Unit.DIFFERENCE)
    return Drawn(horizon, compliers, int(won.sum()))


def applicants_of(sources: Sources, kinds: list[str]) -> Applicants:
    """Everybody in the lottery who was employed on its day."""
    day = pl.coalesce("drawn_on", "applied", "joined").cast(pl.Int32).cast(pl.Int64)
    people = sources.participants.people.filter(pl.col("drawn").is_not_null()).select(
        "person",
        "drawn",
        "draw",
        day.alias("day"),
        pl.col("joined").is_not_null().alias("took_part"),
    )
    rows = people.join(watched(sources, kinds), on="person", how="inner").filter(
        pl.col("day") >= pl.col("since"), pl.col("day") < pl.col("until")
    )
    draw = rows["draw"].fill_null("").rank("dense").cast(pl.Int64)
    return Applicants(
        rows["drawn"].to_numpy(),
        rows["took_part"].to_numpy(),
        draw.to_numpy(),
        rows["day"].to_numpy(),
        rows["until"].to_numpy(),
        rows["gone"].to_numpy(),
    )
