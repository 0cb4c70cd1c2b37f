"""Page 7: how sure: three methods side by side, the checks, and what would change the answer."""

from rapport.domain.findings import Finding, Hidden, Shown
from rapport.evaluation.engine.estimate import Estimate
from rapport.evaluation.engine.sensitivity import e_value
from rapport.evaluation.report.charts.forest import Estimated, forest_chart
from rapport.evaluation.report.document import Block, Box, Figure, Page, Table, Text
from rapport.evaluation.report.pages.figures import both_of, number_of, value_of
from rapport.evaluation.study.evaluation import Evaluation
from rapport.evaluation.study.retention import Horizon
from rapport.evaluation.verdicts import Check, Claim, Grade, Situation
from rapport.evaluation.words import Voice

METHODS = ("difference", "in_time", "weighted")
PASSED = {True: "passed_yes", False: "passed_no", None: "passed_unknown"}


def page(evaluation: Evaluation, voice: Voice) -> Page:
    claim = next(claim for claim in evaluation.claims if claim.outcome == "retention")
    blocks: list[Block] = [Text(_lead(claim, voice), strong=True)]
    found = evaluation.retention
    lottery = evaluation.drawn[0].horizon.difference if evaluation.drawn else None
    if found is not None and isinstance(found.horizons[0].difference, Finding):
        blocks.append(_forest(found.horizons[0], lottery, voice))
    if claim.checks:
        blocks.append(_checks(claim.checks, voice))
    blocks.append(_control(evaluation, voice))
    blocks += _pretended(evaluation, voice)
    blocks += _hidden_factor(evaluation, claim, voice)
    blocks += _sensitivity(evaluation, claim, voice)
    blocks += _filled(evaluation, voice)
    blocks += _compliers(evaluation, voice)
    blocks.append(Box(voice.say("unknown_title"), voice.say("unknown")))
    return Page("how-sure", voice.say("page_how_sure"), tuple(blocks))


def _lead(claim: Claim, voice: Voice) -> str:
    if isinstance(claim.difference, Hidden):
        return voice.say("sure_none")
    if claim.grade is Grade.A:
        return voice.say("sure_lottery")
    return voice.say("sure_disagree" if claim.situation is Situation.DISAGREE else "sure_agree")


def _forest(horizon: Horizon, lottery: Shown | None, voice: Voice) -> Figure:
    title = voice.say("forest_chart", months=horizon.months)
    caption = voice.say("forest_caption")
    shown = [(name, getattr(horizon, name)) for name in METHODS]
    shown = [("lottery", lottery), *shown] if lottery else shown
    rows = []
    for name, one in shown:
        said = both_of(one, voice)
        label = voice.say(f"method_{name}")
        if isinstance(one, Finding):
            value, low, high = number_of(one)
            rows.append(Estimated(label, said, value, low, high, main=name == shown[0][0]))
        else:
            rows.append(Estimated(label, said))
    table = Table(
        title,
        (voice.say("method"), voice.say("difference")),
        tuple((row.name, row.said) for row in rows),
    )
    sides = (voice.say("side_less"), voice.say("side_more"))
    return Figure(forest_chart(title, caption, rows, sides), f"{title}. {caption}", caption, table)


def _checks(checks: tuple[Check, ...], voice: Voice) -> Table:
    rows = tuple(
        (voice.say(f"check_{check.name}"), voice.say(PASSED[check.passed])) for check in checks
    )
    return Table(voice.say("checks_table"), (voice.say("check"), voice.say("result")), rows)


def _hidden_factor(evaluation: Evaluation, claim: Claim, voice: Voice) -> list[Block]:
    """How strong an unrecorded trait would have to be; only where a difference is shown."""
    found = evaluation.retention
    if found is None or not claim.shows or claim.grade is Grade.A:
        return []
    ratio = found.ratio
    if isinstance(ratio, Hidden) or isinstance(claim.theirs, Hidden):
        return []
    estimate = Estimate(ratio.value, ratio.low, ratio.high, ratio.n)
    strength = e_value(estimate, share=1 - claim.theirs.value)
    point, limit = (voice.number(one, 1) for one in (strength.point, strength.limit))
    return [Text(voice.say("hidden_factor", point=point, limit=limit))]


def _compliers(evaluation: Evaluation, voice: Voice) -> list[Block]:
    if not evaluation.drawn or isinstance(evaluation.drawn[0].compliers, Hidden):
        return []
    return [Text(voice.say("compliers", effect=both_of(evaluation.drawn[0].compliers, voice)))]


def _sensitivity(evaluation: Evaluation, claim: Claim, voice: Voice) -> list[Block]:
    """Rosenbaum's gamma, and what those nobody watched so long would have to have done."""
    found = evaluation.sensitivity
    if found is None or not claim.shows or claim.grade is Grade.A:
        return []
    said: list[Block] = []
    if found.gamma is not None:
        said.append(Text(voice.say("gamma", gamma=voice.number(found.gamma, 1))))
    if isinstance(found.silent, Finding):
        silent = value_of(found.silent, voice)
        if found.tip is None:
            said.append(Text(voice.say("tip_none", silent=silent, months=claim.months)))
        else:
            tip = round(found.tip * 100)
            said.append(Text(voice.say("tip", silent=silent, months=claim.months, tip=tip)))
    return said


def _pretended(evaluation: Evaluation, voice: Voice) -> list[Block]:
    found = evaluation.pretended
    if not isinstance(found, Finding):
        return []
    key = "pretended_passed" if found.low <= 0 <= found.high else "pretended_failed"
    return [Text(f"{voice.say(key)} {voice.say('difference')}: {both_of(found, voice)}.")]


def _filled(evaluation: Evaluation, voice: Voice) -> list[Block]:
    names = evaluation.staffed.filled
    if not names:
        return []
    fields = ", ".join(voice.say(f"field_{name}") for name in names)
    times = len(evaluation.staffed.fillings)
    return [Text(voice.say("filled", fields=fields, times=times))]


def _control(evaluation: Evaluation, voice: Voice) -> Block:
    control = evaluation.control
    if isinstance(control, Hidden):
        return Text(voice.say("control_unknown"))
    finds = not control.low <= 0 <= control.high
    key = "control_failed" if finds else "control_passed"
    return Text(f"{voice.say(key)} {voice.say('difference')}: {both_of(control, voice)}.")
