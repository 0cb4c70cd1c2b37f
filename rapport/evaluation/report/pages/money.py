"""Page 8: money, or why there is no line of it."""

from rapport.evaluation.report.document import Block, Box, Page, Table, Text
from rapport.evaluation.report.pages.figures import both_of
from rapport.evaluation.study.evaluation import Evaluation
from rapport.evaluation.study.money import Worth
from rapport.evaluation.words import Voice


def page(evaluation: Evaluation, voice: Voice) -> Page:
    worth = evaluation.worth
    if isinstance(worth, Worth):
        blocks: list[Block] = [
            Text(voice.say("money_lead", chance=round(worth.chance * 100)), strong=True),
            _table(evaluation, worth, voice),
        ]
    else:
        blocks = [Text(voice.say(f"money_{worth}"), strong=True)]
    blocks.append(Box(voice.say("money_title"), voice.say("money_how")))
    return Page("money", voice.say("page_money"), tuple(blocks))


def _table(evaluation: Evaluation, worth: Worth, voice: Voice) -> Table:
    money = evaluation.plan.money
    currency = money.currency if money else ""
    rows = (
        (voice.say("money_fewer"), both_of(worth.fewer, voice)),
        (voice.say("money_net", currency=currency), both_of(worth.net, voice)),
    )
    return Table(voice.say("money_table"), (voice.say("what"), voice.say("value")), rows)
