"""Goals: what people reached themselves, pooled from five people up."""

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from rapport.domain.findings import Hidden, Shown, Unit, Why, shown_parts
from rapport.evaluation.engine.attainment import Fate, Goal, attain, raters
from rapport.evaluation.engine.estimate import Estimate
from rapport.evaluation.study.shown import estimated, shown

FATES = {"dropped": Fate.DROPPED, "replaced": Fate.REPLACED}
LEAST = 5


@dataclass(frozen=True)
class Attained:
    """Goals as one rater sees them. `levels` from lowest to highest, None where hidden."""

    rater: str
    levels: tuple[int | None, ...]
    reached: Shown
    t_score: Shown
    t_before: Shown
    goals: int
    people: int
    dropped: int
    replaced: int
    unscored: int


@dataclass(frozen=True)
class Gap:
    """Mentee minus mentor, in levels, for goals that both rated."""

    gap: Shown
    alike: float
    goals: int


@dataclass(frozen=True)
class Goals:
    """Each rater by itself, never mixed, and how far the two are apart."""

    by_rater: tuple[Attained, ...]
    gap: Gap | None
    silent: int


def goals_of(frame: pl.DataFrame, participants: Iterable[int]) -> Goals:
    """The goals of participants; `silent` counts those without a single goal."""
    known = set(participants)
    frame = frame.filter(pl.col("person").is_in(list(known)))
    found = [
        _attained(rater, frame.filter(pl.col("rater") == rater))
        for rater in ("mentee", "mentor")
        if (frame["rater"] == rater).any()
    ]
    return Goals(tuple(found), _gap(frame), len(known - set(frame["person"].to_list())))


def _attained(rater: str, frame: pl.DataFrame) -> Attained:
    goals = [_goal(*row) for row in frame.select("person", "level", "fate").iter_rows()]
    found = estimated(lambda: attain(goals))
    count = {fate: sum(goal.fate is fate for goal in goals) for fate in Fate}
    others = (count[Fate.DROPPED], count[Fate.REPLACED], count[Fate.UNSCORED])
    if found is None or found.people < LEAST:
        people = found.people if found else 0
        hidden = Hidden(Why.FEW)
        return Attained(rater, (None,) * 5, hidden, hidden, hidden, len(goals), people, *others)
    before = [_goal(*row) for row in frame.select("person", "before", "fate").iter_rows()]
    start = estimated(lambda: attain([goal for goal in before if goal.level is not None]))
    visible = shown_parts(found.levels)
    return Attained(
        rater,
        tuple(n if seen else None for n, seen in zip(found.levels, visible, strict=True)),
        shown(found.reached, Unit.SHARE, n=found.people),
        _score(found.t_score),
        _score(start.t_score if start else None),
        sum(found.levels),
        found.people,
        *others,
    )


def _goal(person: int, level: float | None, fate: str) -> Goal:
    if fate in FATES:
        return Goal(person, None, FATES[fate])
    return Goal(person, None, Fate.UNSCORED) if level is None else Goal(person, int(level))


def _score(estimate: Estimate | None) -> Shown:
    return Hidden(Why.NOT_RECORDED) if estimate is None else shown(estimate, Unit.SCORE)


def _gap(frame: pl.DataFrame) -> Gap | None:
    scored = frame.filter(pl.col("fate") == "kept", pl.col("level").is_not_null())
    mentee, mentor = (scored.filter(pl.col("rater") == one) for one in ("mentee", "mentor"))
    both = mentee.join(mentor, on=["person", "goal"], suffix="_mentor")
    if both["person"].n_unique() < LEAST:
        return None
    found = estimated(lambda: raters(both["level"].to_list(), both["level_mentor"].to_list()))
    if found is None:
        return None
    return Gap(shown(found.gap, Unit.SCORE), found.alike, both.height)
