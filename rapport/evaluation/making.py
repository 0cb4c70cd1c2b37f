"""From inputs to finished editions, step by step; knows no database and no clock."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from rapport.evaluation import vault
from rapport.evaluation.queries.reading import Inputs
from rapport.evaluation.reading.sources import Sources
from rapport.evaluation.report.document import as_data
from rapport.evaluation.report.numbers import as_csv, as_json
from rapport.evaluation.report.pages import document_of
from rapport.evaluation.report.pdf import pdf_of
from rapport.evaluation.study.evaluation import Evaluation, evaluate
from rapport.evaluation.words import LANGUAGES

STAGES = ("reading", "matching", "comparing", "checking", "writing")

type Tell = Callable[[str], None]


@dataclass(frozen=True)
class Edition:
    """The report in one language."""

    language: str
    document: dict[str, Any]
    pdf: bytes
    findings: str
    figures: str


def made(inputs: Inputs, tell: Tell) -> tuple[list[Edition], list[str]]:
    """All editions, and the grounds of the report. Raises Unusable and Unanswered."""
    tell("reading")
    sources = inputs.read()
    evaluation = replace(evaluate(sources, inputs.plan, tell), skills=inputs.skills)
    tell("writing")
    return [edition(evaluation, language) for language in LANGUAGES], grounds_of(sources)


def edition(evaluation: Evaluation, language: str) -> Edition:
    voice = LANGUAGES[language]
    document = document_of(evaluation, voice)
    return Edition(
        language,
        as_data(document),
        pdf_of(document),
        as_json(evaluation, voice, rows=False),
        as_csv(evaluation, voice, rows=False),
    )


def grounds_of(sources: Sources) -> list[str]:
    """For each participant a mark of what a report could show of her, sorted; no name is in it.

    Where between one and four of the marks differ from those of another report, both together
    would show whose.
    """
    facts: dict[int, list[Any]] = defaultdict(list)
    for person, joined in _rows(sources.participants.joined, "person", "joined"):
        facts[person].append(joined)
    left = sources.workforce.spells.filter(pl.col("left").is_not_null())
    for person, day, why in _rows(left.sort("left"), "person", "left", "exit"):
        if person in facts:
            facts[person] += [day, why]
    if sources.goals is not None:
        for person, *rest in _rows(sources.goals.sort("goal", "rater"), "person", "rater", "level"):
            if person in facts:
                facts[person].append(tuple(rest))
    return sorted(vault.mark(*found) for found in facts.values())


def _rows(frame: pl.DataFrame, *columns: str) -> Iterable[tuple[Any, ...]]:
    return frame.select(*columns).iter_rows()
