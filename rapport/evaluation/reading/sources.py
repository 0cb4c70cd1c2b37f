"""Reads all files of one evaluation in the right order, and gives what they hold as one value."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from rapport.evaluation.reading.columns import columns_of, named_columns
from rapport.evaluation.reading.exits import Counted
from rapport.evaluation.reading.identities import numbered, same_zeros, with_persons
from rapport.evaluation.reading.ledger import Ledger
from rapport.evaluation.reading.outcomes import goals_of, ratings_of
from rapport.evaluation.reading.parsing import parse
from rapport.evaluation.reading.participants import Participants, participants_of
from rapport.evaluation.reading.questions import Answers, Unusable
from rapport.evaluation.reading.survey import with_survey
from rapport.evaluation.reading.suspicions import barred_facts
from rapport.evaluation.reading.table import Choice, Readable, read_frame
from rapport.evaluation.reading.window import window_of
from rapport.evaluation.reading.workforce import Workforce, counted_of, workforce_of
from rapport.evaluation.words import Note


@dataclass(frozen=True)
class Sources:
    """Everything that was read. `barred`: why a fact may not be used; `columns`: what was what."""

    participants: Participants
    workforce: Workforce
    goals: pl.DataFrame | None
    ratings: pl.DataFrame | None
    counted: Counted
    barred: Mapping[str, str]
    ledger: Ledger
    answers: Answers
    columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def read_sources(  # noqa: PLR0913 -- each is decided by somebody else
    paths: Mapping[str, Readable],
    answers: Answers,
    *,
    columns: Mapping[str, Mapping[str, str]] | None = None,
    settled: Collection[str] = (),
    role: str = "mentee",
    counted: Counted | None = None,
) -> Sources:
    """All files, cleaned. `paths` names at least `participants` and `workforce`; `counted`, which
    exits count as leaving, is asked when it was not decided. Of `settled` files `columns` says
    everything, and no header is guessed.

    Raises Unusable when a file cannot be read, Unanswered when questions stay open.
    """
    ledger = Ledger()
    frames, chosen = _parsed(paths, answers, columns or {}, settled, ledger)
    window = window_of(frames["workforce"], answers)
    participants = participants_of(frames["participants"], role, ledger)
    staff = frames["workforce"]
    if "survey" in frames:
        staff = with_survey(staff, frames["survey"], participants.joined, ledger)
    workforce = workforce_of(staff, window, answers, ledger)
    counted = counted or counted_of(workforce, answers)
    answers.settle()
    return Sources(
        participants=participants,
        workforce=workforce,
        goals=goals_of(frames["goals"], ledger) if "goals" in frames else None,
        ratings=ratings_of(frames["ratings"], ledger) if "ratings" in frames else None,
        counted=counted,
        barred=barred_facts(workforce),
        ledger=ledger,
        answers=answers,
        columns=chosen,
    )


def _parsed(
    paths: Mapping[str, Readable],
    answers: Answers,
    columns: Mapping[str, Mapping[str, str]],
    settled: Collection[str],
    ledger: Ledger,
) -> tuple[dict[str, pl.DataFrame], dict[str, Mapping[str, str]]]:
    """Each file with people, days and numbers in place of texts, and which header had what."""
    if "workforce" not in paths:
        raise Unusable(Note.of("refused_no_workforce"))
    chosen: dict[str, Mapping[str, str]] = {}
    frames = {
        file: _frame(file, path, _chooser(file, columns, settled, ledger), chosen, ledger)
        for file, path in paths.items()
    }
    frames = _numbered(frames, ledger)
    return {file: parse(frame, file, answers, ledger) for file, frame in frames.items()}, chosen


def _numbered(frames: dict[str, pl.DataFrame], ledger: Ledger) -> dict[str, pl.DataFrame]:
    """People as numbers, those of the personnel file first."""
    others = [(file, frames[file]) for file in frames if file != "workforce"]
    frames["workforce"], same = same_zeros(frames["workforce"], others, ledger)
    frames |= dict(zip((file for file, _frame in others), same, strict=True))
    return numbered({"workforce": frames["workforce"], **frames})


def _chooser(
    file: str,
    columns: Mapping[str, Mapping[str, str]],
    settled: Collection[str],
    ledger: Ledger,
) -> Choice:
    def choose(headers: Sequence[str]) -> Mapping[str, str]:
        said = columns.get(file, {})
        if file in settled:
            return named_columns(file, headers, said)
        return columns_of(file, headers, said, ledger)

    return choose


def _frame(
    file: str,
    path: Readable,
    chooser: Choice,
    chosen: dict[str, Mapping[str, str]],
    ledger: Ledger,
) -> pl.DataFrame:
    def choose(headers: Sequence[str]) -> Mapping[str, str]:
        chosen[file] = chooser(headers)
        return chosen[file]

    return with_persons(read_frame(file, path, choose, ledger), file, ledger)
