"""From when to when the export shows who was there: two days that hardly any file says itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import polars as pl

from rapport.evaluation.reading.dates import Order, day_of
from rapport.evaluation.reading.questions import Answers, Kind, Question, Unusable
from rapport.evaluation.words import Note

ALWAYS = "always"


@dataclass(frozen=True)
class Window:
    """`leavers_since` None: the file holds everybody who ever left. Both days are included."""

    leavers_since: date | None
    export_day: date


def window_of(frame: pl.DataFrame, answers: Answers) -> Window:
    """The window an export covers; asks what it does not say."""
    export_day = _export_day(frame, answers)
    left = frame["left"].drop_nulls() if "left" in frame.columns else pl.Series(dtype=pl.Date)
    earliest = left.filter(left <= export_day).min()
    question = Question(
        "leavers_since",
        Kind.DAY,
        Note.of("question_leavers_since", earliest=_shown(earliest)),
        until=ALWAYS,
    )
    answer = answers.take(question)
    since = None if answer == ALWAYS else day_said(question, answer)
    return Window(since, export_day)


def _export_day(frame: pl.DataFrame, answers: Answers) -> date:
    if "exported" in frame.columns:
        said = frame["exported"].drop_nulls().unique().to_list()
        if len(said) == 1 and "export_day" not in answers.given:
            return _a_day(said[0])
    latest = _latest(frame[name] for name in ("hired", "left", "changed") if name in frame.columns)
    question = Question(
        "export_day",
        Kind.DAY,
        Note.of("question_export_day", latest=latest),
        until=latest.isoformat(),
    )
    return day_said(question, answers.take(question))


def _latest(columns: Iterable[pl.Series]) -> date:
    days = [_a_day(found) for column in columns if (found := column.drop_nulls().max())]
    if not days:
        raise Unusable(Note.of("refused_no_days"))
    return max(days)


def _a_day(found: object) -> date:
    if not isinstance(found, date):
        raise TypeError("a column of days holds days")
    return found


def _shown(found: object) -> str | date:
    return found if isinstance(found, date) else "–"


def day_said(question: Question, text: str) -> date:
    """A day as a person or a plan writes it. Raises Unusable when it is none."""
    day = day_of(text.strip(), Order.DAY_FIRST)
    if not isinstance(day, date):
        raise Unusable(
            Note.of("refused_answer", question=question.name, answer=text, options="2024-12-31")
        )
    return day
