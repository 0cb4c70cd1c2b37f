"""Page 9: what to change, so that the next report can say more."""

from rapport.evaluation.report.document import Page, Points, Table, Text
from rapport.evaluation.study.advice import NEEDED, advice_for
from rapport.evaluation.study.evaluation import Evaluation
from rapport.evaluation.words import Voice


def page(evaluation: Evaluation, voice: Voice) -> Page:
    points = tuple(voice.say(f"advice_{name}") for name in advice_for(evaluation))
    return Page(
        "next-time",
        voice.say("page_next_time"),
        (Text(voice.say("next_lead"), strong=True), Points(points), _needed(voice)),
    )


def _needed(voice: Voice) -> Table:
    rows = tuple(
        (voice.say("fewer_leave", share=round((1 - ratio) * 100)), voice.number(people))
        for ratio, people in NEEDED
    )
    head = (voice.say("true_change"), voice.say("participants_needed"))
    return Table(voice.say("needed_table"), head, rows)
