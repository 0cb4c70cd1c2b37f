"""Estimates with their intervals, one below the other, beside the line of no difference."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapport.evaluation.report.charts.svg import INK, OURS, SOFT, WIDTH, Picture, ticks

LEFT, RIGHT, ROW, TOP = 215, 150, 36, 34


@dataclass(frozen=True)
class Estimated:
    """`said` is the number in words; blank `value` where there is none, and `said` says why."""

    name: str
    said: str
    value: float | None = None
    low: float = 0.0
    high: float = 0.0
    main: bool = False


def forest_chart(
    title: str,
    description: str,
    rows: Sequence[Estimated],
    sides: tuple[str, str],
    nil: float = 0.0,
) -> str:
    """`sides` name what lies left and right of `nil`. Intervals beyond the frame end in arrows."""
    height = TOP + ROW * len(rows) + 34
    picture = Picture(title, description, height)
    shown = [row for row in rows if row.value is not None]
    edge = max((abs(end - nil) for row in shown for end in (row.low, row.high)), default=1.0)
    marks = ticks(nil - edge, nil + edge)
    low, high = marks[0], marks[-1]

    def x(value: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (min(max(value, low), high) - low) / (high - low)

    bottom = TOP + ROW * len(rows)
    picture.line((x(nil), TOP - 8), (x(nil), bottom), colour=INK, width=1.2)
    picture.text(x(nil) - 10, 14, f"← {sides[0]}", anchor="end", fill=SOFT, size=13)
    picture.text(x(nil) + 10, 14, f"{sides[1]} →", fill=SOFT, size=13)
    for mark in marks:
        label = f"{mark:g}".replace("-", "−")
        picture.text(x(mark), bottom + 20, label, anchor="middle", fill=SOFT, size=13)
        picture.line((x(mark), bottom), (x(mark), bottom + 5), colour=SOFT)
    for place, row in enumerate(rows):
        middle = TOP + ROW * place + ROW / 2
        picture.text(0, middle + 4, row.name)
        picture.text(WIDTH, middle + 4, row.said, anchor="end", fill=SOFT, size=13)
        if row.value is not None:
            picture.line((x(row.low), middle), (x(row.high), middle), colour=OURS, width=2.5)
            picture.dot(x(row.value), middle, colour=OURS, hollow=not row.main, size=6)
    return picture.drawn()
