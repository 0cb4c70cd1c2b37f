"""Page 4: who took part, who could have, and how alike the two sides are."""

import math

from rapport.evaluation.engine.balance import Balance
from rapport.evaluation.report.charts.balance import Alike, balance_chart
from rapport.evaluation.report.charts.flow import Station, flow_chart
from rapport.evaluation.report.document import Block, Box, Figure, Page, Points, Table, Text
from rapport.evaluation.report.pages.figures import value_of
from rapport.evaluation.study.evaluation import Evaluation
from rapport.evaluation.words import Voice

STATIONS = ("listed", "joined", "found", "matched")
LARGEST = 3.0


def page(evaluation: Evaluation, voice: Voice) -> Page:
    blocks: list[Block] = [Text(voice.say("people_lead"), strong=True), _flow(evaluation, voice)]
    found = evaluation.retention
    if found is not None:
        blocks += [_likeness(found.before, found.after, voice), _exact(evaluation, voice)]
    if evaluation.staffed.barred:
        blocks += [Text(voice.say("barred_lead")), _barred(evaluation, voice)]
    return Page("people", voice.say("page_people"), tuple(blocks))


def _flow(evaluation: Evaluation, voice: Voice) -> Figure:
    flow = evaluation.flow
    counts = {name: value_of(getattr(flow, name), voice) for name in STATIONS}
    title, caption = voice.say("flow_chart"), _caption(evaluation, voice)
    stations = [Station(counts[name], voice.say(f"flow_{name}")) for name in STATIONS]
    rows = [(voice.say(f"flow_{name}"), counts[name]) for name in STATIONS]
    rows.append((voice.say("flow_colleagues"), value_of(flow.colleagues, voice)))
    rows.append((voice.say("flow_people"), value_of(flow.people, voice)))
    table = Table(title, (voice.say("who"), voice.say("how_many")), tuple(rows))
    return Figure(flow_chart(title, caption, stations), f"{title}. {caption}", caption, table)


def _caption(evaluation: Evaluation, voice: Voice) -> str:
    flow = evaluation.flow
    return voice.say(
        "flow_caption",
        colleagues=value_of(flow.colleagues, voice),
        people=value_of(flow.people, voice),
    )


def _likeness(before: Balance, after: Balance, voice: Voice) -> Figure:
    names = [fact_name(row.name, voice) for row in after.rows]
    rows = [
        Alike(name, _drawn(old.difference), _drawn(new.difference))
        for name, old, new in zip(names, before.rows, after.rows, strict=True)
    ]
    title = voice.say("balance_chart")
    caption = voice.say("balance_passes" if after.passes else "balance_fails")
    head = ("fact", "before_matching", "after_matching")
    table = Table(
        title,
        tuple(map(voice.say, head)),
        tuple((row.name, voice.number(row.before, 2), voice.number(row.after, 2)) for row in rows),
    )
    sides = (voice.say("before_matching"), voice.say("after_matching"))
    return Figure(balance_chart(title, caption, rows, sides), f"{title}. {caption}", caption, table)


def _drawn(difference: float) -> float:
    """A difference that fits on the page; one without bounds stands at the edge."""
    if math.isinf(difference):
        return math.copysign(LARGEST, difference)
    return max(min(difference, LARGEST), -LARGEST)


def fact_name(name: str, voice: Voice) -> str:
    """A fact of the engine in words: the field, and the word where it has words."""
    field, _colon, word = name.partition(":")
    said = voice.say("age" if field == "born" else f"field_{field}")
    said = said[:1].upper() + said[1:]
    return f"{said}: {word}" if word else said


def _exact(evaluation: Evaluation, voice: Voice) -> Box:
    exact = evaluation.staffed.exact
    names = ", ".join(voice.say(f"field_{name}") for name in exact)
    words = voice.say("exact", fields=names) if exact else voice.say("exact_none")
    return Box(voice.say("similar_title"), words)


def _barred(evaluation: Evaluation, voice: Voice) -> Points:
    return Points(
        tuple(
            voice.say(f"barred_{why}", field=voice.say(f"field_{name}"))
            for name, why in sorted(evaluation.staffed.barred.items())
        )
    )
