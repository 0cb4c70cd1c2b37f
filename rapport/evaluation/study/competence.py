"""Competence: scores before and after, pooled from five people up, and who changed beyond noise."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from rapport.domain.findings import LEAST, Hidden, Shown, Unit, Why, shown_counts
from rapport.evaluation.engine.arrays import Floats
from rapport.evaluation.engine.change import (
    ancova,
    correlation,
    paired_change,
    reliable_change,
    tipping_point,
)
from rapport.evaluation.plan import Plan
from rapport.evaluation.study.shown import estimated, shown

LEAST_FOR_RELIABILITY = 20
"""Below so many people a correlation of two scores says little about an instrument."""


@dataclass(frozen=True)
class Reliable:
    """Participants one by one: how many changed by more than `limit` points, and which way.

    `source` says where the reliability is from: the plan, or the two scores of others.
    """

    improved: Shown
    unchanged: Shown
    worse: Shown
    limit: float
    reliability: float
    source: str


@dataclass(frozen=True)
class Change:
    """One scale: change of participants, of others, and the difference between alike starters.

    `size` is the change in average standard deviations (Hedges' g_av). `answered` of `asked`
    participants gave a second value. If the others changed by less than `tip`, the average of all
    would not differ from nil; None where it does not anyway, or fewer than five are silent.
    """

    scale: str
    ours: Shown
    theirs: Shown
    difference: Shown
    size: float
    answered: int
    asked: int
    tip: float | None = None
    reliable: Reliable | None = None


def changes_of(frame: pl.DataFrame, participants: Iterable[int], plan: Plan) -> tuple[Change, ...]:
    """Every scale by itself; people who are not participants are the comparison."""
    known = list(participants)
    frame = frame.with_columns(pl.col("person").is_in(known).alias("joined"))
    scales = frame["scale"].unique().sort().to_list()
    return tuple(_change(scale, frame.filter(pl.col("scale") == scale), plan) for scale in scales)


def _change(scale: str, frame: pl.DataFrame, plan: Plan) -> Change:
    asked = int(frame["joined"].sum())
    full = frame.drop_nulls("after")
    ours, theirs = full.filter("joined"), full.filter(~pl.col("joined"))
    columns = [full[name].to_list() for name in ("before", "after", "joined")]
    alike = estimated(lambda: ancova(columns[0], columns[1], columns[2], level=plan.level))
    enough = min(ours.height, theirs.height) >= LEAST
    found = estimated(lambda: paired_change(ours["before"].to_list(), ours["after"].to_list()))
    return Change(
        scale=scale,
        ours=_paired(ours),
        theirs=_paired(theirs),
        difference=shown(alike, Unit.SCORE) if alike and enough else Hidden(Why.NOT_RECORDED),
        size=found.g_av if found and ours.height >= LEAST else 0.0,
        answered=ours.height,
        asked=asked,
        tip=_tip(ours, asked - ours.height),
        reliable=_reliable(full, frame["before"].to_numpy(), plan.reliability),
    )


def _tip(ours: pl.DataFrame, silent: int) -> float | None:
    if min(silent, ours.height) < LEAST:
        return None
    sides = (ours["before"].to_list(), ours["after"].to_list())
    found = estimated(lambda: tipping_point(*sides, silent))
    return found.at if found and math.isfinite(found.at) else None


def _paired(side: pl.DataFrame) -> Shown:
    if side.height < LEAST:
        return Hidden(Why.FEW)
    found = estimated(lambda: paired_change(side["before"].to_list(), side["after"].to_list()))
    return shown(found.mean, Unit.SCORE) if found else Hidden(Why.NOT_ESTIMABLE)


def _reliable(full: pl.DataFrame, first: Floats, reliability: float | None) -> Reliable | None:
    """How many participants changed by more than the noise of the scores.

    The instrument's own reliability stands in the plan. Without it how alike the two scores of
    others are stands in: they change for reasons of their own too, so it errs towards `unchanged`.
    """
    ours, theirs = (full.filter(pl.col("joined") == side) for side in (True, False))
    source = "plan"
    if reliability is None and theirs.height >= LEAST_FOR_RELIABILITY:
        before, after = (theirs[name].to_numpy() for name in ("before", "after"))
        reliability, source = correlation(before, after), "others"
    spread = float(first.std(ddof=1)) if len(first) > 1 else 0.0
    if ours.height < LEAST or not (reliability and 0 < reliability < 1 and spread > 0):
        return None
    found = reliable_change(
        ours["before"].to_numpy(),
        ours["after"].to_numpy(),
        deviation=spread,
        reliability=reliability,
    )
    counts = (found.improved, found.unchanged, found.worse)
    improved, unchanged, worse = shown_counts(counts)
    return Reliable(improved, unchanged, worse, found.limit, reliability, source)
