"""The whole evaluation as one value: what was compared, what was found, and what may be said."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapport.domain.findings import Finding, Hidden, Shown, Why, counted
from rapport.evaluation.plan import Outcome, Plan
from rapport.evaluation.reading.sources import Sources
from rapport.evaluation.study.checks import checks_of, negative_control, pretended_control
from rapport.evaluation.study.competence import Change, changes_of
from rapport.evaluation.study.detecting import detectable
from rapport.evaluation.study.exits import Way, ways_of
from rapport.evaluation.study.goals import Goals, goals_of
from rapport.evaluation.study.lottery import Drawn, drawn_at
from rapport.evaluation.study.money import WhyNot, Worth, worth_of
from rapport.evaluation.study.promotion import promoted_within
from rapport.evaluation.study.retention import Horizon, Retention, compared, days_of, without
from rapport.evaluation.study.sensitivity import Sensitivity, sensitivity_of
from rapport.evaluation.study.skills import PhaseChange
from rapport.evaluation.study.staffing import Staffed, kinds_of, staffed
from rapport.evaluation.verdicts import (
    Check,
    Claim,
    Grade,
    Situation,
    Size,
    graded,
    situation_of,
    size_of,
)


@dataclass(frozen=True)
class Flow:
    """How many people came how far; small numbers are hidden."""

    listed: Shown
    joined: Shown
    found: Shown
    matched: Shown
    colleagues: Shown
    people: Shown


@dataclass(frozen=True)
class Evaluation:
    """Everything a report needs. `claims` has the primary ones first."""

    plan: Plan
    sources: Sources
    staffed: Staffed
    retention: Retention | None
    control: Shown
    pretended: Shown
    goals: Goals | None
    changes: tuple[Change, ...]
    claims: tuple[Claim, ...]
    flow: Flow
    worth: Worth | WhyNot
    drawn: tuple[Drawn, ...] = ()
    sensitivity: Sensitivity | None = None
    ways: tuple[Way, ...] = ()
    skills: tuple[PhaseChange, ...] = ()


def silent(stage: str) -> None:
    """For whoever does not want to hear how far the work is."""


def evaluate(sources: Sources, plan: Plan, tell: Callable[[str], None] = silent) -> Evaluation:
    """Compute everything. Raises Unusable when no participant can be found.

    `tell` hears of each stage as it begins: matching, comparing, checking.
    """
    counts = sources.counted
    tell("matching")
    found = compared(lambda exact: staffed(sources, plan, counts, exact=exact), plan, tell)
    retention = found if isinstance(found, Retention) else None
    people = found.staffed if isinstance(found, Retention) else found
    tell("checking")
    controls = _controls(retention, sources, plan)
    names = sources.participants.joined["person"].to_list()
    goals = goals_of(sources.goals, names) if sources.goals is not None else None
    changes = changes_of(sources.ratings, names, plan) if sources.ratings is not None else ()
    drawn = _drawn(sources, plan)
    horizons = _horizons(plan, retention)
    claims = (
        *_retention_claims(plan, retention, people, controls, drawn),
        *_promotion_claims(plan, retention, sources, controls),
        *_goal_claims(goals),
        *_change_claims(changes),
    )
    return Evaluation(
        plan=plan,
        sources=sources,
        staffed=people,
        retention=retention,
        control=controls[0],
        pretended=controls[1],
        goals=goals,
        changes=changes,
        claims=_primary_first(claims, plan.primary),
        flow=_flow(sources, people, retention),
        worth=worth_of(claims[0], drawn[0].horizon if drawn else horizons[0], plan),
        drawn=drawn,
        sensitivity=sensitivity_of(retention.matched, horizons[0]) if retention else None,
        ways=_ways(retention, horizons[0], plan),
    )


def _retention_claims(
    plan: Plan,
    retention: Retention | None,
    people: Staffed,
    controls: Sequence[Shown],
    drawn: Sequence[Drawn],
) -> list[Claim]:
    """One for each horizon; what a lottery says stands in place of what a match says."""
    by_lot = {one.horizon.months: one for one in drawn}
    return [
        _lottery_claim(by_lot[one.months])
        if one.months in by_lot
        else _retention_claim(plan, retention, people, one, controls)
        for one in _horizons(plan, retention)
    ]


def _controls(retention: Retention | None, sources: Sources, plan: Plan) -> tuple[Shown, Shown]:
    """What cannot differ: exits that do not count, and promotions before anybody joined."""
    if retention is None:
        return Hidden(Why.NOT_RECORDED), Hidden(Why.NOT_RECORDED)
    days = days_of(plan.months[0])
    return negative_control(retention, days), pretended_control(retention, sources, plan)


def _drawn(sources: Sources, plan: Plan) -> tuple[Drawn, ...]:
    """The lottery at each horizon; empty where lots decided nothing."""
    kinds = kinds_of(sources, sources.counted)
    found = (drawn_at(sources, kinds, months, plan.level) for months in plan.months)
    return tuple(filter(None, found))


def _ways(retention: Retention | None, horizon: Horizon, plan: Plan) -> tuple[Way, ...]:
    """How people left, where a comparison may be shown at all."""
    if retention is None or not isinstance(horizon.difference, Finding):
        return ()
    return ways_of(retention.matched, retention.staffed, horizon.days, plan.level)


def _flow(sources: Sources, people: Staffed, retention: Retention | None) -> Flow:
    matched = retention.matched if retention else None
    colleagues = len(set(matched.person[~matched.treated].tolist())) if matched else 0
    return Flow(
        listed=counted(sources.participants.people.height),
        joined=counted(sources.participants.joined.height),
        found=counted(people.found),
        matched=counted(matched.matched if matched else 0),
        colleagues=counted(colleagues),
        people=counted(people.people),
    )


def _horizons(plan: Plan, retention: Retention | None) -> tuple[Horizon, ...]:
    if retention:
        return retention.horizons
    return tuple(without(Why.CANNOT_BE_SHOWN, months) for months in plan.months)


def _lottery_claim(drawn: Drawn) -> Claim:
    """What the lottery says, with the highest grade."""
    horizon = drawn.horizon
    checks = (Check("lottery", passed=True),)
    situation = situation_of(horizon.difference)
    return Claim(
        outcome=Outcome.RETENTION,
        months=horizon.months,
        grade=graded(checks),
        situation=situation,
        size=size_of(horizon.difference, situation),
        difference=horizon.difference,
        ours=horizon.joined,
        theirs=horizon.others,
        people=drawn.people,
        checks=checks,
    )


def _retention_claim(
    plan: Plan,
    retention: Retention | None,
    people: Staffed,
    horizon: Horizon,
    controls: Sequence[Shown],
) -> Claim:
    checks = checks_of(retention, horizon, controls, plan) if retention else ()
    situation = situation_of(horizon.difference, (horizon.in_time, horizon.weighted))
    return Claim(
        outcome=Outcome.RETENTION,
        months=horizon.months,
        grade=graded(checks),
        situation=situation,
        size=size_of(horizon.difference, situation, retention.matched.share if retention else 0),
        difference=horizon.difference,
        ours=horizon.joined,
        theirs=horizon.others,
        people=people.found,
        share=retention.matched.share if retention else 0.0,
        detectable=detectable(retention, horizon) if retention else 0.0,
        checks=checks,
    )


def _promotion_claims(
    plan: Plan, retention: Retention | None, sources: Sources, controls: Sequence[Shown]
) -> list[Claim]:
    """The first horizon of the plan; promotion has one method, so it never gets above C."""
    horizon = promoted_within(retention, sources, plan.months[0], plan.level) if retention else None
    if retention is None or horizon is None:
        return [_alone(Outcome.PROMOTION, Situation.ABSENT)]
    checks = checks_of(retention, horizon, controls, plan)
    situation = situation_of(horizon.difference)
    return [
        Claim(
            outcome=Outcome.PROMOTION,
            months=horizon.months,
            grade=graded(checks),
            situation=situation,
            size=size_of(horizon.difference, situation, retention.matched.share),
            difference=horizon.difference,
            ours=horizon.joined,
            theirs=horizon.others,
            people=retention.matched.matched,
            share=retention.matched.share,
            checks=checks,
        )
    ]


def _goal_claims(goals: Goals | None) -> list[Claim]:
    mentee = next((one for one in goals.by_rater if one.rater == "mentee"), None) if goals else None
    if mentee is None:
        return [_alone(Outcome.GOALS, Situation.ABSENT)]
    enough = isinstance(mentee.reached, Finding)
    situation = Situation.ALONE if enough else Situation.TOO_SMALL
    claim = _alone(Outcome.GOALS, situation, mentee.people)
    return [Claim(**{**vars(claim), "ours": mentee.reached, "items": mentee.goals})]


def _change_claims(changes: Sequence[Change]) -> list[Claim]:
    if not changes:
        return [_alone(Outcome.COMPETENCE, Situation.ABSENT)]
    return [_change_claim(change) for change in changes]


def _change_claim(change: Change) -> Claim:
    compares = isinstance(change.difference, Finding)
    enough = isinstance(change.ours, Finding)
    alone = Situation.ALONE if enough else Situation.TOO_SMALL
    shown = change.difference if compares else change.ours
    return Claim(
        outcome=Outcome.COMPETENCE,
        months=0,
        grade=Grade.C if compares else Grade.D,
        situation=situation_of(shown) if compares else alone,
        size=Size.NONE,
        difference=shown,
        ours=change.ours,
        theirs=change.theirs,
        people=change.answered,
        scale=change.scale,
    )


def _alone(outcome: Outcome, situation: Situation, people: int = 0) -> Claim:
    return Claim(outcome, 0, Grade.D, situation, Size.NONE, Hidden(Why.NOT_RECORDED), people=people)


def _primary_first(claims: Sequence[Claim], primary: Sequence[Outcome]) -> tuple[Claim, ...]:
    """Primary outcomes first, in the plan's order; only the first horizon of each is primary."""
    seen: set[Outcome] = set()
    marked: list[Claim] = []
    for claim in claims:
        is_primary = claim.outcome in primary and claim.outcome not in seen
        seen.add(claim.outcome)
        marked.append(Claim(**{**vars(claim), "primary": is_primary}))
    place = {outcome: number for number, outcome in enumerate(primary)}
    return tuple(
        sorted(marked, key=lambda c: (not c.primary, place.get(c.outcome, 9), c.outcome, c.months))
    )
