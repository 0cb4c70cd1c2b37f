"""The ten pages of the report, one file each, in the order in which they are read."""

from rapport.evaluation.report.document import Document
from rapport.evaluation.report.pages import (
    change,
    goals,
    how_sure,
    method,
    money,
    next_time,
    people,
    promotion,
    retention,
    verdict,
)
from rapport.evaluation.study.evaluation import Evaluation
from rapport.evaluation.words import Voice

PAGES = (
    verdict,
    goals,
    change,
    people,
    retention,
    promotion,
    how_sure,
    money,
    next_time,
    method,
)


def document_of(evaluation: Evaluation, voice: Voice) -> Document:
    """The whole report in one language. It has no clock: its day is the last one of the data."""
    day = evaluation.sources.workforce.window.export_day
    return Document(
        title=evaluation.plan.title or voice.say("report_title"),
        subtitle=voice.say("report_subtitle", day=day),
        language=voice.language,
        day=(day.year, day.month, day.day),
        pages=tuple(page.page(evaluation, voice) for page in PAGES),
        labels={"contents": voice.say("report_contents")},
    )
