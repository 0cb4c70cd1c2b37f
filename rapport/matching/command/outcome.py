"""A solution as rows for a table, as JSON, and as what the report shows.

Knows names and words. Changes nothing.
"""

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from rapport.matching.command.guessing import Guess
from rapport.matching.command.people import Gathered
from rapport.matching.command.reading import Source
from rapport.matching.engine import Sentence, Solution, explain, spread
from rapport.matching.engine.proposal.pairs import Pair
from rapport.matching.engine.proposal.solution import Unmatched
from rapport.matching.words import fit_in_words, kept, said

COLUMNS = (
    "mentee", "mentee_reference", "mentor", "mentor_reference", "fit", "points", "reasons", "notes",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for a formula when a cell begins with it."""


@dataclass(frozen=True)
class Outcome:
    """All there is to say about one run."""

    sources: tuple[Source, ...]
    found: Gathered
    guesses: tuple[Guess, ...]
    solution: Solution

    def name(self, person: str) -> str:
        return self.found.names.get(person, person)


def rows_of(outcome: Outcome) -> Iterator[dict[str, Any]]:
    """One row a pair, by the mentee's name."""
    for pair in sorted(outcome.solution.pairs, key=lambda one: in_order(outcome.name(one.mentee))):
        yield {
            "mentee": outcome.name(pair.mentee),
            "mentee_reference": pair.mentee,
            "mentor": outcome.name(pair.mentor),
            "mentor_reference": pair.mentor,
            "fit": fit_in_words(pair.score),
            "points": pair.score,
            "reasons": reasons_for(outcome, pair),
            "notes": said([kept(one) for one in pair.notes]),
        }


def in_order(name: str) -> list[tuple[int, str]]:
    """Names in the order people expect: “mentee 2” before “mentee 10”."""
    parts = re.findall(r"\d+|\D+", name.casefold())
    return [(int(part), "") if part.isdigit() else (-1, part) for part in parts]


def reasons_for(outcome: Outcome, pair: Pair) -> list[str]:
    """What speaks for a pair; what both named is said also where it is little."""
    reasons = explain(outcome.solution, pair.ids).reasons
    said_of = {one.words.get("question") for one in reasons}
    found = outcome.solution.candidates
    mentee, mentor = found.mentees[found.row[pair.mentee]], found.mentors[found.column[pair.mentor]]
    both = tuple(sorted(mentee.topics & mentor.topics))
    if both and "topics" not in said_of:
        reasons += (Sentence("in_common", {"question": "topics", "shared": both}),)
    return said([kept(one) for one in reasons])


def left_over(outcome: Outcome) -> Iterator[dict[str, str]]:
    """Everybody without a pair, and why."""
    for one in outcome.solution.unmatched:
        yield {
            "name": outcome.name(one.person),
            "reference": one.person,
            "role": one.role,
            "why": why(one),
        }


def why(one: Unmatched) -> str:
    return said([kept(one.why)])[0]


def write_pairs(outcome: Outcome, path: Path) -> None:
    """The pairs as CSV, or as XLSX where the name ends so."""
    table = [[safe(row[column]) for column in COLUMNS] for row in rows_of(outcome)]
    if path.suffix.casefold() == ".xlsx":
        book = Workbook(write_only=True)
        sheet = book.create_sheet("Pairs")
        for line in [list(COLUMNS), *table]:
            sheet.append(line)
        book.save(path)
        return
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([COLUMNS, *table])


def safe(value: str | int | list[str]) -> str | int:
    """A cell that no spreadsheet takes for a formula."""
    if isinstance(value, int):
        return value
    text = " ".join(value) if isinstance(value, list) else value
    return f"'{text}" if text.startswith(FORMULA) else text


def as_json(outcome: Outcome) -> str:
    """Everything, for other programs."""
    solution = outcome.solution
    return json.dumps(
        {
            "pairs": list(rows_of(outcome)),
            "unmatched": list(left_over(outcome)),
            "total": solution.total,
            "worst": solution.worst,
            "bound": solution.bound,
            "gap": solution.gap,
            "seed": solution.seed,
            "objective": solution.objective,
            "next_seat": {
                mentor: {"people": one.people, "points": one.points}
                for mentor, one in solution.next_seat.items()
                if one.people or one.points
            },
            "set_aside": [
                {"row": row.number, "why": " ".join(map(str, row.sentences))}
                for source in outcome.sources
                for row in source.set_aside()
            ],
        },
        ensure_ascii=False,
        indent=1,
    )


def shown(outcome: Outcome) -> dict[str, Any]:
    """What the report is made of."""
    solution = outcome.solution
    seats = [
        (outcome.name(mentor), one.people, one.points)
        for mentor, one in solution.next_seat.items()
        if one.people or one.points
    ]
    return {
        "outcome": outcome,
        "solution": solution,
        "pairs": list(rows_of(outcome)),
        "left_over": list(left_over(outcome)),
        "mentees": len(solution.pool.mentees),
        "mentors": len(solution.pool.mentors),
        "guesses": [str(one.why) for one in outcome.guesses],
        "seats": sorted(seats, key=lambda one: (-one[1], -one[2], one[0]))[:20],
        "spread": spread(solution),
        "sources": [
            {"table": one.table, "columns": columns_of(one), "set_aside": aside(one),
             "notes": [str(note) for note in one.notes]}
            for one in outcome.sources
        ],
    }  # fmt: skip


def columns_of(source: Source) -> list[tuple[str, str, str]]:
    """Header, what it was taken for, and why."""
    return [(one.header, one.target.value, str(one.reason)) for one in source.mapping.columns]


def aside(source: Source) -> list[tuple[int, str]]:
    return [(row.number, " ".join(map(str, row.sentences))) for row in source.set_aside()]
