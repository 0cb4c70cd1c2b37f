"""The checks that a grade rests on, and the pretended outcome that mentoring cannot change."""

from dataclasses import replace

from rapport.domain.findings import Finding, Hidden, Shown, Unit, Why
from rapport.evaluation.engine.comparison import compare_retention
from rapport.evaluation.engine.guards import RAILS
from rapport.evaluation.engine.spells import Spells
from rapport.evaluation.plan import Plan
from rapport.evaluation.reading.fields import When, fields_of
from rapport.evaluation.study.retention import Horizon, Retention
from rapport.evaluation.study.shown import estimated, shown
from rapport.evaluation.verdicts.grade import Check
from rapport.evaluation.verdicts.situation import disagree

FELT_OR_JUDGED = frozenset({"rating", "engagement", "intention"})


def checks_of(found: Retention, horizon: Horizon, control: Shown, plan: Plan) -> tuple[Check, ...]:
    """Everything that was checked about one comparison, in the order of the report."""
    fields = {fact.field for fact in found.staffed.facts} | set(found.staffed.exact)
    compared = isinstance(horizon.difference, Finding)
    return (
        Check("lottery", passed=False),
        Check("compared", passed=compared),
        Check("dated", passed=bool(fields) and not _only_for_good(fields)),
        Check("before", passed=bool(fields & FELT_OR_JUDGED)),
        Check("balance", passed=found.after.passes if compared else None),
        Check("control", passed=_finds_nothing(control)),
        Check("agreement", passed=agreement(horizon)),
        Check("locked", passed=plan.is_locked),
    )


def _only_for_good(fields: set[str]) -> bool:
    """Whether nothing is known about people but what never changes, such as age."""
    known = fields_of("workforce")
    return all(known[name].fact is When.FOR_GOOD for name in fields)


def _finds_nothing(control: Shown) -> bool | None:
    return None if isinstance(control, Hidden) else control.low <= 0 <= control.high


def agreement(horizon: Horizon) -> bool | None:
    """Whether the methods tell one story; None when there is only one."""
    others = [one for one in (horizon.in_time, horizon.weighted) if isinstance(one, Finding)]
    if isinstance(horizon.difference, Hidden) or not others:
        return None
    return not disagree(horizon.difference, others)


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
