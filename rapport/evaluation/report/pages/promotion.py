"""Page 6: who is promoted, with leaving in its way, or why the records do not show it."""

from rapport.domain.findings import Finding
from rapport.evaluation.report.document import Block, Box, Page, Table, Text
from rapport.evaluation.report.pages.figures import both_of, share_of
from rapport.evaluation.study.evaluation import Evaluation
from rapport.evaluation.verdicts import Claim, Situation
from rapport.evaluation.verdicts.wording import sentence_of
from rapport.evaluation.words import Voice


def page(evaluation: Evaluation, voice: Voice) -> Page:
    claims = [claim for claim in evaluation.claims if claim.outcome == "promotion"]
    blocks: list[Block] = [Text(sentence_of(claim, voice), strong=True) for claim in claims]
    blocks += [_table(claim, voice) for claim in claims if isinstance(claim.difference, Finding)]
    absent = claims[0].situation is Situation.ABSENT
    name = "promotion_absent" if absent else "promotion"
    blocks.append(Box(voice.say(f"{name}_title"), voice.say(f"{name}_how")))
    return Page("promotion", voice.say("page_promotion"), tuple(blocks))


def _table(claim: Claim, voice: Voice) -> Table:
    head = ("months", "participants", "colleagues", "difference")
    row = (
        voice.number(claim.months),
        share_of(claim.ours, voice),
        share_of(claim.theirs, voice),
        both_of(claim.difference, voice),
    )
    return Table(voice.say("promotion_table"), tuple(map(voice.say, head)), (row,))
