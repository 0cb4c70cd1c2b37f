"""The checks that a grade rests on, and the pretended outcome that mentoring cannot change."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from rapport.domain.findings import Finding, Hidden, Shown, Unit, Why
from rapport.evaluation.engine.comparison import compare_retention
from rapport.evaluation.engine.controls import EARLIER, pretend_earlier
from rapport.evaluation.engine.controls import negative_control as pretended
from rapport.evaluation.engine.guards import RAILS
from rapport.evaluation.engine.neighbours import Terms
from rapport.evaluation.engine.riskset import Matched
from rapport.evaluation.engine.spells import Spells
from rapport.evaluation.engine.staff import Staff
from rapport.evaluation.plan import Plan
from rapport.evaluation.reading.fields import When, fields_of
from rapport.evaluation.reading.sources import Sources
from rapport.evaluation.study.promotion import first_after
from rapport.evaluation.study.retention import Horizon, Retention, match_in, terms_of
from rapport.evaluation.study.shown import estimated, shown
from rapport.evaluation.verdicts.grade import Check
from rapport.evaluation.verdicts.situation import disagree

FELT_OR_JUDGED = frozenset({"rating", "engagement", "intention"})


def checks_of(
    found: Retention, horizon: Horizon, controls: Sequence[Shown], plan: Plan
) -> tuple[Check, ...]:
    """Everything that was checked about one comparison, in the order of the report."""
    fields = {fact.field for fact in found.staffed.facts} | set(found.staffed.exact)
    compared = isinstance(horizon.difference, Finding)
    return (
        Check("lottery", passed=False),
        Check("compared", passed=compared),
        Check("dated", passed=bool(fields) and not _only_for_good(fields)),
        Check("before", passed=bool(fields & FELT_OR_JUDGED)),
        Check("balance", passed=found.after.passes if compared else None),
        Check("control", passed=_find_nothing(controls)),
        Check("agreement", passed=agreement(horizon)),
        Check("locked", passed=plan.is_locked),
    )


def _only_for_good(fields: set[str]) -> bool:
    """Whether nothing is known about people but what never changes, such as age."""
    known = fields_of("workforce")
    return all(known[name].fact is When.FOR_GOOD for name in fields)


def _find_nothing(controls: Sequence[Shown]) -> bool | None:
    """Whether nothing is found where nothing can be; None when none of them could be looked at."""
    known = [one for one in controls if isinstance(one, Finding)]
    return all(one.low <= 0 <= one.high for one in known) if known else None


def agreement(horizon: Horizon) -> bool | None:
    """Whether the methods tell one story; None when there is only one."""
    others = [one for one in (horizon.in_time, horizon.weighted) if isinstance(one, Finding)]
    if isinstance(horizon.difference, Hidden) or not others:
        return None
    return not disagree(horizon.difference, others)


def pretended_control(found: Retention, sources: Sources, plan: Plan) -> Shown:
    """The difference in promotions within a year of a pretended joining, a year too early.

    Hidden with fewer than five promotions on a side, and where none are recorded.
    """
    if sources.workforce.promotions.is_empty():
        return Hidden(Why.NOT_RECORDED)
    of = pretend_earlier(found.staffed.staff)
    matched = _with_others(of, terms_of(plan))
    if matched is None:
        return Hidden(Why.NOT_ESTIMABLE)
    first = first_after(found.staffed.persons[matched.person], matched.day, sources)
    hit = first - matched.day <= EARLIER
    if min(hit[matched.treated].sum(), hit[~matched.treated].sum()) < RAILS.events:
        return Hidden(Why.NOT_RECORDED)
    outcome = hit.astype(np.float64)
    compared = estimated(lambda: pretended(matched, outcome, level=plan.level))
    return shown(compared, Unit.DIFFERENCE) if compared else Hidden(Why.NOT_ESTIMABLE)


def _with_others(of: Staff, terms: Terms) -> Matched | None:
    """The match; None where joining follows from the facts, so that nobody is left to compare."""
    try:
        with np.errstate(divide="raise", invalid="raise", over="raise"):
            return match_in(of, terms)
    except FloatingPointError:
        return None


def negative_control(found: Retention, days: int) -> Shown:
    """The difference in exits that do not count: ends of terms, retirement, transfers.

    Hidden with fewer than five such exits on a side: then the records do not allow the check.
    """
    matched, staff = found.matched, found.staffed.staff
    last = matched.spells.leave + matched.day == staff.end[matched.person]
    spells = Spells(
        matched.spells.entry, matched.spells.leave, last & found.staffed.otherwise[matched.person]
    )
    pretended = replace(matched, spells=spells)
    compared = estimated(lambda: compare_retention(pretended, days))
    if compared is None or min(compared.joined.events, compared.others.events) < RAILS.events:
        return Hidden(Why.NOT_RECORDED)
    return shown(compared.difference, Unit.DIFFERENCE)
