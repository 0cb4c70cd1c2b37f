"""Small files for the tests of reading, and a short way to read them."""

from pathlib import Path

from rapport.evaluation.reading.questions import Answers
from rapport.evaluation.reading.sources import Sources, read_sources

SETTLED = {
    "leavers_since": "always",
    "export_day": "2023-12-31",
    "attributes": "then",
    "counted": "most",
}
PARTICIPANTS = "id,joined\n1,2021-05-01\n"
WORKFORCE = "id,hired,left\n1,2019-03-01,\n2,2019-03-01,2022-01-31\n"


def read(
    folder: Path,
    workforce: str | bytes = WORKFORCE,
    participants: str | bytes = PARTICIPANTS,
    answers: dict[str, str] | None = None,
    **more: str,
) -> Sources:
    """What is read of these texts; `more` are goals and ratings."""
    texts = {"workforce": workforce, "participants": participants, **more}
    paths = {}
    for name, text in texts.items():
        paths[name] = folder / f"{name}.csv"
        paths[name].write_bytes(text if isinstance(text, bytes) else text.encode())
    given = SETTLED if answers is None else answers
    return read_sources(paths, Answers(given))


def reasons(sources: Sources, file: str = "workforce") -> dict[str, int]:
    return dict(sources.ledger.reasons(file))


def notes(sources: Sources) -> set[str]:
    return {note.key for note in sources.ledger.notes}


def spells(sources: Sources) -> list[tuple[str, str, str]]:
    rows = sources.workforce.spells.iter_rows(named=True)
    return [(str(r["person"] + 1), str(r["hired"]), str(r["left"] or "")) for r in rows]
