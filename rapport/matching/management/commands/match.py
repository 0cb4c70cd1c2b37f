"""`rapport match`: pairs from tables, without a database.

Ends with 0 when every row was taken, 1 when some were set aside, 2 when nothing could be matched.
"""

import sys
from argparse import ArgumentParser
from datetime import UTC, datetime
from pathlib import Path
from textwrap import shorten
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.template.loader import render_to_string
from django.utils.translation import get_language

from rapport.matching.command.guessing import Guess, guessed, written
from rapport.matching.command.outcome import Outcome, as_json, shown, write_pairs
from rapport.matching.command.people import Gathered, gathered
from rapport.matching.command.reading import Source, Unusable, read_sources
from rapport.matching.engine import Criteria, UnusableError, propose, read_criteria
from rapport.programmes.reading import Unreadable

OBJECTIVES = ("fair", "total", "leximin", "logs", "stable")
SOME_SET_ASIDE = 1
REFUSED = 2


class Command(BaseCommand):
    help = "Pair mentees and mentors from a table (XLSX, XLS, ODS, CSV), without a database."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--people", type=Path, required=True, help="all people, or mentees")
        parser.add_argument("--mentors", type=Path, help="the mentors, if they have a file")
        parser.add_argument("--sheet", help="the sheet to read, if not the first with people")
        parser.add_argument("--criteria", type=Path, help="criteria.toml; guessed without it")
        parser.add_argument("--write-criteria", type=Path, help="write the guess there, stop")
        parser.add_argument("--out", type=Path, help="the pairs, as .csv or .xlsx")
        parser.add_argument("--report", type=Path, help="a page to read and print")
        parser.add_argument("--json", type=Path, help="everything, for other programs")
        parser.add_argument("--objective", choices=OBJECTIVES, default="fair")
        parser.add_argument("--seed", type=int, default=0, help="decides between equals")

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            code = self.match(options)
        except (Unreadable, Unusable, OSError, ValueError) as error:
            raise CommandError(told(error), returncode=REFUSED) from error
        if code:
            sys.exit(code)

    def match(self, options: dict[str, Any]) -> int:
        if not (options["out"] or options["write_criteria"]):
            raise Unusable("Say where the pairs go: --out pairs.csv")
        sources = read_sources(options["people"], options["mentors"], options["sheet"])
        self.tell_sources(sources)
        sign_ups = [one for source in sources for one in source.sign_ups()]
        found = gathered(sign_ups, datetime.now(UTC))
        criteria, guesses = criteria_for(found, options["criteria"])
        self.tell_guesses(guesses)
        if options["write_criteria"]:
            options["write_criteria"].write_text(written(criteria), encoding="utf-8")
            return 0
        solution = propose(
            found.pool, criteria, seed=options["seed"], objective=options["objective"],
            tell=self.tell_progress,
        )  # fmt: skip
        outcome = Outcome(sources, found, guesses, solution)
        self.write(outcome, options)
        self.tell_outcome(outcome)
        return SOME_SET_ASIDE if any(one.set_aside() for one in sources) else 0

    def write(self, outcome: Outcome, options: dict[str, Any]) -> None:
        """All that was asked for."""
        write_pairs(outcome, options["out"])
        if options["json"]:
            options["json"].write_text(as_json(outcome), encoding="utf-8")
        if options["report"]:
            context = shown(outcome) | {"language": get_language()}
            page = render_to_string("matching/command/report.html", context)
            options["report"].write_text(page, encoding="utf-8")

    def tell_sources(self, sources: tuple[Source, ...]) -> None:
        for source in sources:
            self.stdout.write(f"{source.table.file_name} {source.table.sheet}".strip())
            for column, place in zip(source.mapping.columns, source.table.columns, strict=True):
                if column.target.value != "ignore":
                    header = shorten(column.header, 60)
                    self.stdout.write(f"  {place.letters:>3}  {column.target.value:<15} {header}")
            for note in source.notes:
                self.stdout.write(f"  {note}")
            for row in source.set_aside():
                self.stdout.write(f"  Row {row.number}: {' '.join(map(str, row.sentences))}")

    def tell_guesses(self, guesses: tuple[Guess, ...]) -> None:
        for one in guesses:
            weight = f" ({one.criterion.weight:g})" if one.criterion else ""
            self.stdout.write(f"- {one.why}{weight}")

    def tell_progress(self, what: str, done: int, of: int) -> None:
        """True progress, on one line where somebody watches."""
        if sys.stderr.isatty():
            self.stderr.write(f"\r{what}: {done:,} of {of:,} ", ending="" if done < of else "\n")

    def tell_outcome(self, outcome: Outcome) -> None:
        solution = outcome.solution
        alone = sum(one.role == "mentee" for one in solution.unmatched)
        self.stdout.write(
            f"{len(solution.pairs)} pairs; mentees without one: {alone}; weakest pair "
            f"{solution.worst} of 1000 points; "
            + ("no better choice exists." if not solution.gap else f"gap {solution.gap} points.")
        )


def criteria_for(found: Gathered, path: Path | None) -> tuple[Criteria, tuple[Guess, ...]]:
    """The criteria of a file, or guessed ones with the reason for each."""
    if path is None:
        return guessed(found)
    return read_criteria(path.read_text(encoding="utf-8")), ()


def told(error: Exception) -> str:
    """What happened and what to do, in one sentence."""
    if isinstance(error, UnusableError):
        words = ", ".join(f"{name} {value}" for name, value in error.sentence.words.items())
        return f"Nothing was matched: {error.sentence.key.replace('_', ' ')} ({words})."
    return str(error)
