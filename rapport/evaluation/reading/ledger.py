"""Every row that was set aside and why, and every repair that was made, file by file.

A row is counted once, under the first reason that was found for it.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

import polars as pl

from rapport.evaluation.words import Note, Value

SHOWN = 12


@dataclass(frozen=True)
class Entry:
    """Rows of one file that share one reason; `rows` are numbers as a spreadsheet shows them."""

    file: str
    reason: str
    count: int
    rows: tuple[int, ...]


@dataclass
class Ledger:
    """`read` counts the filled rows of each file; `notes` say what was repaired or assumed."""

    read: dict[str, int] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def set_aside(self, file: str, reason: str, rows: Iterable[int]) -> None:
        """Keep all row numbers; nothing is kept of what stood in the rows."""
        numbers = tuple(sorted(rows))
        if numbers:
            self.entries.append(Entry(file, reason, len(numbers), numbers))

    def count_aside(self, file: str, reason: str, count: int) -> None:
        """Enter people, once, whose rows were read but contradict the other file."""
        entry = Entry(file, reason, count, ())
        if count and entry not in self.entries:
            self.entries.append(entry)

    def note(self, key: str, **values: Value) -> None:
        note = Note.of(key, **values)
        if note not in self.notes:
            self.notes.append(note)

    def set_aside_where(
        self, frame: pl.DataFrame, reason: str, where: pl.Expr, *, file: str
    ) -> pl.DataFrame:
        """The frame without the rows for which `where` is true; those are entered here."""
        bad = frame.select(where.fill_null(value=False)).to_series()
        if not bad.any():
            return frame
        self.set_aside(file, reason, frame["row"].filter(bad).to_list())
        return frame.filter(~bad)

    def total(self, file: str) -> int:
        return sum(entry.count for entry in self.entries if entry.file == file)

    def reasons(self, file: str) -> Counter[str]:
        counts: Counter[str] = Counter()
        for entry in self.entries:
            if entry.file == file:
                counts[entry.reason] += entry.count
        return counts
