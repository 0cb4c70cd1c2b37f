"""Page 3: competence before and after, beside people who were asked too, where there are any.

Last comes what members lent of their own view of their skills.
"""

from rapport.domain.findings import Finding
from rapport.evaluation.report.charts.forest import Estimated, forest_chart
from rapport.evaluation.report.document import Block, Box, Figure, Page, Table, Text
from rapport.evaluation.report.pages.figures import both_of, count_of, number_of, value_of
from rapport.evaluation.report.pages.skills import skills
from rapport.evaluation.study.competence import Change
from rapport.evaluation.study.evaluation import Evaluation
from rapport.evaluation.verdicts.wording import sentence_of
from rapport.evaluation.words import Voice


def page(evaluation: Evaluation, voice: Voice) -> Page:
    claims = [claim for claim in evaluation.claims if claim.outcome == "competence"]
    blocks: list[Block] = [Text(sentence_of(claim, voice), strong=True) for claim in claims]
    if not evaluation.changes:
        blocks.append(Box(voice.say("change_missing_title"), voice.say("change_missing")))
    else:
        blocks.append(_figure(evaluation.changes, voice))
        blocks += _reliable(evaluation.changes, voice)
        blocks += [
            Text(voice.say("change_tip", scale=_name(one, voice), at=voice.number(one.tip, 2)))
            for one in evaluation.changes
            if one.tip is not None
        ]
        blocks.append(Box(voice.say("change_care_title"), voice.say("change_care")))
    blocks += skills(evaluation.skills, voice)
    return Page("change", voice.say("page_change"), tuple(blocks))


def _figure(changes: tuple[Change, ...], voice: Voice) -> Figure:
    title, caption = voice.say("change_chart"), voice.say("change_caption")
    rows = [_estimated(change, voice) for change in changes]
    head = ("scale", "participants", "colleagues", "alike_difference", "answered")
    table = Table(
        voice.say("change_table"),
        tuple(map(voice.say, head)),
        tuple(
            (
                _name(change, voice),
                both_of(change.ours, voice),
                both_of(change.theirs, voice),
                both_of(change.difference, voice),
                voice.say(
                    "of", part=count_of(change.answered, voice), all=count_of(change.asked, voice)
                ),
            )
            for change in changes
        ),
    )
    sides = (voice.say("side_fell"), voice.say("side_rose"))
    return Figure(forest_chart(title, caption, rows, sides), f"{title}. {caption}", caption, table)


def _answered(change: Change, voice: Voice) -> str:
    part, whole = (count_of(count, voice) for count in (change.answered, change.asked))
    return voice.say("of", part=part, all=whole)


def _reliable(changes: tuple[Change, ...], voice: Voice) -> list[Block]:
    """Of whom it can be said one by one; the noise of the scores is taken from `reliability`."""
    found = [(_name(one, voice), one.reliable) for one in changes if one.reliable]
    if not found:
        return [Text(voice.say("reliable_missing"))]
    head = ("scale", "improved", "unchanged", "worse", "reliable_limit", "reliability")
    rows = tuple(
        (
            name,
            *(value_of(count, voice) for count in (one.improved, one.unchanged, one.worse)),
            voice.number(one.limit, 2),
            voice.say(f"reliability_{one.source}", value=voice.number(one.reliability, 2)),
        )
        for name, one in found
    )
    table = Table(voice.say("reliable_table"), tuple(map(voice.say, head)), rows)
    return [table, Text(voice.say("reliable_care"))]


def _estimated(change: Change, voice: Voice) -> Estimated:
    compares = isinstance(change.difference, Finding)
    shown = change.difference if compares else change.ours
    if not isinstance(shown, Finding):
        return Estimated(_name(change, voice), both_of(shown, voice))
    value, low, high = number_of(shown)
    return Estimated(_name(change, voice), both_of(shown, voice), value, low, high, main=compares)


def _name(change: Change, voice: Voice) -> str:
    return change.scale or voice.say("competence")
