"""A link as squares that a phone can read, drawn as one path of an inline picture."""

from dataclasses import dataclass

from qrcode import QRCode

QUIET = 4
"""Empty squares around the code; ISO/IEC 18004 asks for four."""


@dataclass(frozen=True)
class Squares:
    """`size` squares on each side, the dark ones as runs of an SVG path."""

    size: int
    path: str


def squares_of(text: str) -> Squares:
    """The code for a text, with its quiet zone."""
    code = QRCode(border=QUIET)
    code.add_data(text)
    rows: list[list[bool]] = code.get_matrix()
    runs = (run for y, row in enumerate(rows) for run in runs_of(row, y))
    return Squares(len(rows), "".join(runs))


def runs_of(row: list[bool], y: int) -> list[str]:
    """Neighbouring dark squares of a row as one rectangle each."""
    runs: list[str] = []
    start: int | None = None
    for x, dark in enumerate([*row, False]):
        if dark and start is None:
            start = x
        elif not dark and start is not None:
            runs.append(f"M{start} {y}h{x - start}v1h-{x - start}z")
            start = None
    return runs
