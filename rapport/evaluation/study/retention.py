"""Who stays: participants beside similar colleagues, by three methods, at each horizon of the plan.

Time zero is the day of joining for both sides. Knows the guard rails under which a comparison may
be made at all; what is then said about it is decided elsewhere.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from rapport.domain.findings import Finding, Hidden, Shown, Unit, Why
from rapport.evaluation.engine.att import att_of_staying
from rapport.evaluation.engine.balance import Balance, balance
from rapport.evaluation.engine.comparison import compare_retention
from rapport.evaluation.engine.cox import Design
from rapport.evaluation.engine.estimate import Estimate
from rapport.evaluation.engine.fillings import over_all
from rapport.evaluation.engine.guards import (
    RAILS,
    Sizes,
    may_adjust,
    may_adjust_twice,
    may_compare,
)
from rapport.evaluation.engine.neighbours import Terms
from rapport.evaluation.engine.riskset import Matched, match
from rapport.evaluation.engine.spells import Spells
from rapport.evaluation.engine.staff import Staff
from rapport.evaluation.engine.survival import Curve, kaplan_meier
from rapport.evaluation.engine.timing import NEVER, treatment_ratio
from rapport.evaluation.plan import Plan
from rapport.evaluation.study.shown import estimated, shown
from rapport.evaluation.study.staffing import Staffed

MONTH = 365.25 / 12


@dataclass(frozen=True)
class Horizon:
    """One horizon: shares still there, their difference, and what other methods find.

    `left_joined` and `left_others` count people who left before it; they are never shown small.
    """

    months: int
    days: int
    joined: Shown
    others: Shown
    difference: Shown
    stayed: Shown
    in_time: Shown
    weighted: Shown
    left_joined: int
    left_others: int


@dataclass(frozen=True)
class Retention:
    """All horizons, the match they stand on, its likeness before and after, and both curves.

    Where gaps were filled, differences stand on all fillings, and the rest on the first.
    """

    horizons: tuple[Horizon, ...]
    matched: Matched
    before: Balance
    after: Balance
    joined: Curve
    others: Curve
    ratio: Shown
    staffed: Staffed


def compared(
    staffed_by: Callable[[bool], Staffed], plan: Plan, tell: Callable[[str], None]
) -> Retention | Staffed:
    """Compare; only the staff when nobody who joined has anybody similar.

    Department and level must agree to the letter first; where that leaves more than one in five
    participants without similar colleagues, they become facts among others.
    """
    staffed = staffed_by(True)
    matched = _match(staffed, plan)
    if staffed.exact and (matched is None or matched.share < RAILS.matched):
        staffed = staffed_by(False)
        matched = _match(staffed, plan)
    tell("comparing")
    return staffed if matched is None else _compared(staffed, matched, plan)


def _compared(staffed: Staffed, matched: Matched, plan: Plan) -> Retention:
    joined, others = (matched.taken(rows) for rows in (matched.treated, ~matched.treated))
    fillings = staffed.fillings
    ratio = in_time_ratio(fillings, plan.level)
    terms = terms_of(plan)
    by_lot = replace(terms, by_lot=True)
    drawn = [match_in(one, by_lot) for one in fillings]
    again = [match_in(one, terms) for one in fillings[1:]]
    every = Matches((matched, *filter(None, again)), all_or_none(drawn))
    names = names_of(staffed)
    return Retention(
        horizons=tuple(_horizon(every, ratio, months, plan.level) for months in plan.months),
        matched=matched,
        before=_before(staffed.staff, names),
        after=balance(matched.facts, matched.treated, matched.weight, names),
        joined=kaplan_meier(joined.spells),
        others=kaplan_meier(others.spells, others.weight),
        ratio=Hidden(Why.TOO_SMALL) if ratio is None else shown(ratio, Unit.RATIO),
        staffed=staffed,
    )


def days_of(months: int) -> int:
    return round(months * MONTH)


def terms_of(plan: Plan) -> Terms:
    return Terms(each=plan.colleagues, caliper=plan.caliper, seed=plan.seed)


def _match(staffed: Staffed, plan: Plan) -> Matched | None:
    return match_in(staffed.staff, terms_of(plan))


def match_in(of: Staff, terms: Terms) -> Matched | None:
    """The match; None when nobody who joined has anybody similar."""
    return estimated(lambda: match(of, terms))


def all_or_none(matches: Sequence[Matched | None]) -> tuple[Matched, ...]:
    """All of them where there is none missing, else none."""
    found = tuple(filter(None, matches))
    return found if len(found) == len(matches) else ()


def names_of(staffed: Staffed) -> tuple[str, ...]:
    """The facts of matched rows in their order; a word stands behind its field and a colon."""
    named = (f"{fact.field}:{fact.word}" if fact.word else fact.field for fact in staffed.facts)
    return (*named, "tenure")


def _before(of: Staff, names: tuple[str, ...]) -> Balance:
    """Everybody who joined on that day, beside all others half-way through their time."""
    joined = (of.since <= of.joined) & (of.joined <= of.until)
    never = of.joined == NEVER
    rows = joined | never
    day = np.where(joined, of.joined, (of.since + of.until) / 2)[rows]
    facts = np.column_stack([of.facts[rows], day - of.hired[rows]])
    return balance(facts, joined[rows], names=names)


@dataclass(frozen=True)
class Matches:
    """One match for each filling: of the nearest, and by lot; the first is the one shown."""

    nearest: tuple[Matched, ...]
    by_lot: tuple[Matched, ...]


def in_time_ratio(fillings: Sequence[Staff], level: float) -> Estimate | None:
    """How many times as fast people leave once they joined, over all fillings."""
    logs = [_in_time(one, level) for one in fillings]
    known = [_logarithm(one) for one in logs if one is not None and one.low > 0]
    if not known or len(known) < len(fillings):
        return None
    return over_all(known, lambda one: one, level=level).exponential()


def _logarithm(ratio: Estimate) -> Estimate:
    value, low, high = (math.log(one) for one in (ratio.value, ratio.low, ratio.high))
    return replace(ratio, value=value, low=low, high=high)


def _in_time(of: Staff, level: float) -> Estimate | None:
    """On years in the firm. None below ten people who left for each fact, counting joining."""
    if not may_adjust(int(of.gone.sum()), of.facts.shape[1] + 1).open:
        return None
    spells = Spells(of.since - of.hired, of.until - of.hired, of.spells.left)
    joined = np.where((of.joined < NEVER) & (of.joined <= of.until), of.joined - of.hired, NEVER)
    design = Design(strata=of.group, cluster=of.person)
    varies = of.facts.std(axis=0) > 0
    facts = of.facts[:, varies] if varies.any() else None
    return estimated(lambda: treatment_ratio(spells, joined, facts, design).ratio(0, level=level))


def _horizon(every: Matches, ratio: Estimate | None, months: int, level: float) -> Horizon:
    days, matched = days_of(months), every.nearest[0]
    found = estimated(lambda: compare_retention(matched, days, level=level))
    if found is None:
        return without(Why.NOT_ESTIMABLE, months)
    sides = ((found.joined, matched.matched), (found.others, found.others.n))
    joined, others = (
        shown(side, Unit.SHARE, cells=(side.events, people - side.events), n=people)
        for side, people in sides
    )
    sizes = found.sizes(matched.share)
    why = refused(sizes)
    if why:
        return replace(
            without(why, months),
            joined=joined,
            others=others,
            left_joined=found.joined.events,
            left_others=found.others.events,
        )
    twice = every.by_lot if may_adjust_twice(sizes).open else ()
    weighted = _over(twice, lambda one: att_of_staying(one, days, level=level).effect, level)
    found_in_all = _over(
        every.nearest, lambda one: compare_retention(one, days, level=level).difference, level
    )
    return Horizon(
        months,
        days,
        joined,
        others,
        shown(found_in_all, Unit.DIFFERENCE) if found_in_all else Hidden(Why.NOT_ESTIMABLE),
        shown(found.days, Unit.DAYS),
        in_points(ratio, found.others.value),
        shown(weighted, Unit.DIFFERENCE) if weighted else Hidden(Why.TOO_SMALL),
        found.joined.events,
        found.others.events,
    )


def _over(
    matches: Sequence[Matched], ask: Callable[[Matched], Estimate], level: float
) -> Estimate | None:
    """One answer from all fillings; None without any, or where one of them has none."""
    return estimated(lambda: over_all(matches, ask, level=level)) if matches else None


def without(why: Why, months: int) -> Horizon:
    """A horizon at which nothing may be compared."""
    hidden = Hidden(why)
    return Horizon(
        months=months,
        days=days_of(months),
        joined=hidden,
        others=hidden,
        difference=hidden,
        stayed=hidden,
        in_time=hidden,
        weighted=hidden,
        left_joined=0,
        left_others=0,
    )


def refused(sizes: Sizes) -> Why | None:
    """Why no comparison may be shown; None when it may."""
    guard = may_compare(sizes)
    unlike = guard.why in {"too_few_matched", "too_many_joined_later"}
    return None if guard.open else Why.CANNOT_BE_SHOWN if unlike else Why.TOO_SMALL


def in_points(ratio: Estimate | None, stayed: float) -> Shown:
    """A ratio of leaving as a difference in shares, for people of whom `stayed` stay otherwise.

    With proportional rates the share still there is that of the others to the power of the ratio.
    """
    if ratio is None:
        return Hidden(Why.TOO_SMALL)
    high, value, low = (stayed**end - stayed for end in (ratio.low, ratio.value, ratio.high))
    return Finding(
        value=value,
        n=ratio.n,
        low=low,
        high=high,
        unit=Unit.DIFFERENCE,
        level=ratio.level,
        method="cox_in_time",
    )
