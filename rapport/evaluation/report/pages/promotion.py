"""Page 6: who is promoted, or why the records do not show it."""

from rapport.evaluation.report.document import Box, Page, Text
from rapport.evaluation.study.evaluation import Evaluation
from rapport.evaluation.verdicts.wording import sentence_of
from rapport.evaluation.words import Voice


def page(evaluation: Evaluation, voice: Voice) -> Page:
    claims = [claim for claim in evaluation.claims if claim.outcome == "promotion"]
    said = [Text(sentence_of(claim, voice), strong=True) for claim in claims]
    return Page(
        "promotion",
        voice.say("page_promotion"),
        (*said, Box(voice.say("promotion_title"), voice.say("promotion_how"))),
    )
