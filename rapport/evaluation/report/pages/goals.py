"""Page 2: how far goals were reached: all five levels first, then a share, and the score last."""

from rapport.domain.findings import Finding, Hidden, Shown
from rapport.evaluation.report.charts.levels import Rated, levels_chart
from rapport.evaluation.report.document import Block, Box, Figure, Page, Points, Table, Text
from rapport.evaluation.report.pages.figures import both_of, count_of, share_of, value_of
from rapport.evaluation.study.evaluation import Evaluation
from rapport.evaluation.study.goals import Attained, Goals
from rapport.evaluation.verdicts.wording import sentence_of
from rapport.evaluation.words import Voice

LEVELS = ("level_lowest", "level_low", "level_expected", "level_high", "level_highest")
EASY = 60.0


def page(evaluation: Evaluation, voice: Voice) -> Page:
    claim = next(claim for claim in evaluation.claims if claim.outcome == "goals")
    blocks: list[Block] = [Text(sentence_of(claim, voice), strong=True)]
    goals = evaluation.goals
    if goals is None:
        blocks.append(Box(voice.say("goals_missing_title"), voice.say("goals_missing")))
    elif any(isinstance(one.reached, Finding) for one in goals.by_rater):
        blocks += [_figure(goals, voice), _table(goals, voice), _points(goals, voice)]
        blocks.append(Box(voice.say("goals_care_title"), voice.say("goals_care")))
    return Page("goals", voice.say("page_goals"), tuple(blocks))


def _figure(goals: Goals, voice: Voice) -> Figure:
    levels = [voice.say(level) for level in LEVELS]
    raters = [Rated(voice.say(f"rater_{one.rater}"), one.levels) for one in goals.by_rater]
    hidden = voice.say("hidden_few")
    title, caption = voice.say("goals_chart"), voice.say("goals_caption")
    rows = tuple(
        (
            level,
            *(
                hidden if one.levels[place] is None else str(one.levels[place])
                for one in goals.by_rater
            ),
        )
        for place, level in reversed(list(enumerate(levels)))
    )
    table = Table(title, (voice.say("level"), *(rater.name for rater in raters)), rows)
    svg = levels_chart(title, caption, levels, raters, hidden)
    return Figure(svg, f"{title}. {caption}", caption, table)


def _table(goals: Goals, voice: Voice) -> Table:
    head = ("rated_by", "reached_share", "score_before", "score_after")
    rows = tuple(
        (
            voice.say(f"rater_{one.rater}"),
            share_of(one.reached, voice),
            _score(one.t_before, voice),
            _score(one.t_score, voice),
        )
        for one in goals.by_rater
    )
    return Table(voice.say("goals_table"), tuple(map(voice.say, head)), rows)


def _score(score: Shown, voice: Voice) -> str:
    if isinstance(score, Hidden):
        return value_of(score, voice)
    return voice.number(score.value, 0)


def _points(goals: Goals, voice: Voice) -> Points:
    first = goals.by_rater[0]
    items = [
        voice.say(
            "goals_set_apart",
            dropped=count_of(first.dropped, voice),
            replaced=count_of(first.replaced, voice),
        )
    ]
    items.append(voice.say("goals_unscored", count=count_of(first.unscored, voice)))
    items.append(voice.say("goals_silent", count=count_of(goals.silent, voice)))
    if goals.gap:
        alike = voice.number(goals.gap.alike * 100)
        items.append(voice.say("goals_gap", gap=both_of(goals.gap.gap, voice), alike=alike))
    if _is_easy(first):
        items.append(voice.say("goals_easy"))
    return Points(tuple(items))


def _is_easy(attained: Attained) -> bool:
    return isinstance(attained.t_score, Finding) and attained.t_score.value >= EASY
