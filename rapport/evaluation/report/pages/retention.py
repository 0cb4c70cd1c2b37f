"""Page 5: who stays: two curves with their bands, numbers below, differences at each horizon."""

from collections.abc import Sequence

from rapport.domain.findings import Finding
from rapport.evaluation.engine.estimate import NotEstimable
from rapport.evaluation.engine.survival import Curve
from rapport.evaluation.report.charts.curves import Axis, Line, curves_chart
from rapport.evaluation.report.document import Block, Box, Figure, Page, Table, Text
from rapport.evaluation.report.pages.figures import both_of, share_of, value_of
from rapport.evaluation.study.evaluation import Evaluation
from rapport.evaluation.study.retention import Retention, days_of
from rapport.evaluation.verdicts.wording import sentence_of
from rapport.evaluation.words import Voice

STEP = 3
ROUNDED = 5


def page(evaluation: Evaluation, voice: Voice) -> Page:
    claims = [claim for claim in evaluation.claims if claim.outcome == "retention"]
    claims.sort(key=lambda claim: claim.months)
    blocks: list[Block] = [Text(sentence_of(claim, voice), strong=True) for claim in claims[:1]]
    blocks += [Text(sentence_of(claim, voice)) for claim in claims[1:]]
    found = evaluation.retention
    if found is not None and any(isinstance(one.difference, Finding) for one in found.horizons):
        if evaluation.drawn:
            blocks.append(Text(voice.say("curves_not_lottery")))
        blocks += [_figure(found, voice), _differences(found, voice)]
        blocks += [_ways(evaluation, voice)] if evaluation.ways else []
    blocks.append(Box(voice.say("clock_title"), voice.say("clock")))
    return Page("retention", voice.say("page_retention"), tuple(blocks))


def _figure(found: Retention, voice: Voice) -> Figure:
    """Points every three months and numbers to the nearest five: no single exit can be seen."""
    last = max(one.months for one in found.horizons if isinstance(one.difference, Finding))
    months = list(range(0, last + 1, STEP))
    shown = [month for month in months if month % max(STEP, last // 4 // STEP * STEP) == 0]
    sides = ((voice.say("participants"), found.joined), (voice.say("colleagues"), found.others))
    lines = [
        Line(name, _points(curve, months), _watched(curve, shown, voice)) for name, curve in sides
    ]
    axis = Axis(
        [(days_of(month), voice.number(month)) for month in shown],
        voice.say("still_here"),
        voice.say("watched"),
        voice.say("percent"),
    )
    title, caption = voice.say("curves_chart"), voice.say("curves_caption")
    table = Table(
        title,
        (voice.say("months"), *(line.name for line in lines)),
        tuple(_row(month, [line.points for line in lines], voice) for month in months[1:]),
    )
    return Figure(curves_chart(title, caption, axis, lines), f"{title}. {caption}", caption, table)


def _points(curve: Curve, months: Sequence[int]) -> list[tuple[int, float, float, float]]:
    points = [(0, 1.0, 1.0, 1.0)]
    for month in months[1:]:
        try:
            at = curve.at(days_of(month))
        except NotEstimable:
            break
        points.append((days_of(month), at.value, at.low, at.high))
    return points


def _watched(curve: Curve, months: Sequence[int], voice: Voice) -> list[str]:
    """How many were still watched, to the nearest five."""
    counts = [curve.watched(max(days_of(month), 1)) for month in months]
    return [voice.number(round(count / ROUNDED) * ROUNDED) for count in counts]


def _row(
    month: int, lines: Sequence[Sequence[tuple[int, float, float, float]]], voice: Voice
) -> tuple[str, ...]:
    cells = []
    for points in lines:
        found = next((point for point in points if point[0] == days_of(month)), None)
        low, high = (voice.number(end * 100) for end in found[2:]) if found else ("", "")
        interval = voice.say("between", low=low, high=high)
        cells.append(f"{voice.number(found[1] * 100)} ({interval})" if found else "–")
    return (voice.number(month), *cells)


def _ways(evaluation: Evaluation, voice: Voice) -> Table:
    rows = tuple(
        (voice.say(f"way_{way.name}"), share_of(way.joined, voice), share_of(way.others, voice))
        for way in evaluation.ways
    )
    head = ("way", "participants", "colleagues")
    title = voice.say("ways_table", months=evaluation.plan.months[0])
    return Table(title, tuple(map(voice.say, head)), rows)


def _differences(found: Retention, voice: Voice) -> Table:
    head = ("months", "participants", "colleagues", "difference", "days_longer")
    rows = tuple(
        (
            voice.number(one.months),
            share_of(one.joined, voice),
            share_of(one.others, voice),
            both_of(one.difference, voice),
            value_of(one.stayed, voice),
        )
        for one in found.horizons
    )
    return Table(voice.say("differences_table"), tuple(map(voice.say, head)), rows)
