"""What stands in the columns of a file that came in, before anybody said what they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapport.evaluation.reading.columns import recognised
from rapport.evaluation.reading.ledger import Ledger
from rapport.evaluation.reading.table import Given, read_frame

SAMPLES = 3
LONGEST = 60


@dataclass(frozen=True)
class Column:
    """One column: its header, some different values, and the field it is taken for or ""."""

    header: str
    samples: tuple[str, ...]
    field: str


def columns_in(kind: str, given: Given, said: Mapping[str, str] | None = None) -> list[Column]:
    """All columns in the order of the file. Raises Unusable when it cannot be read.

    `said` is field -> header from an earlier look; without it the headers decide.
    """
    headers: list[str] = []

    def every(found: Sequence[str]) -> Mapping[str, str]:
        headers[:] = found
        return {f"column {place}": header for place, header in enumerate(found)}

    frame = read_frame(kind, given, every, Ledger())
    taken = taken_for(kind, headers, said)
    found = []
    for place, header in enumerate(headers):
        values = frame[f"column {place}"].drop_nulls().unique(maintain_order=True).head(SAMPLES)
        samples = tuple(value[:LONGEST] for value in values.to_list())
        found.append(Column(header, samples, taken.get(header, "")))
    return found


def taken_for(kind: str, headers: Sequence[str], said: Mapping[str, str] | None) -> dict[str, str]:
    """Header -> field."""
    fields = recognised(kind, headers, {}, Ledger()) if said is None else said
    return {header: field for field, header in fields.items()}
