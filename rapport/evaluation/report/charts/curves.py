"""Curves over months with bands, a dashed and a plain one, and the numbers of people below."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapport.evaluation.report.charts.svg import (
    INK,
    LINE,
    OURS,
    SOFT,
    THEIRS,
    WIDTH,
    Picture,
    ticks,
)

LEFT, RIGHT, TOP, PLOT, BELOW = 70, 24, 34, 200, 40
COLOURS, DASHES = (OURS, THEIRS), ("", "7 4")

type Scale = Callable[[float], float]


@dataclass(frozen=True)
class Line:
    """`points` are (day, share, low, high) with shares from 0 to 1; `watched` one text a tick."""

    name: str
    points: Sequence[tuple[int, float, float, float]]
    watched: Sequence[str]


@dataclass(frozen=True)
class Axis:
    """Days with their labels, and what the vertical axis and the numbers below are called."""

    days: Sequence[tuple[int, str]]
    upright: str
    watched: str
    percent: str


def curves_chart(title: str, description: str, axis: Axis, lines: Sequence[Line]) -> str:
    """Shares over time, from point to point.

    The upright axis shows the part that matters, and says so by its ticks.
    """
    height = TOP + PLOT + BELOW + 26 + 22 * len(lines)
    picture = Picture(title, description, height)
    last = axis.days[-1][0]
    values = [share for line in lines for _day, *shares in line.points for share in shares]
    marks = ticks(min(values, default=0), max(values, default=1))
    low, high = max(marks[0], 0.0), min(marks[-1], 1.0)

    def x(day: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * day / last

    def y(share: float) -> float:
        return TOP + PLOT * (high - min(max(share, low), high)) / max(high - low, 1e-9)

    _frame(picture, axis, [m for m in marks if low - 1e-9 <= m <= high + 1e-9], (x, y))
    for place, line in enumerate(lines):
        steps = [point for point in line.points if point[0] <= last]
        band = [(x(day), y(b)) for day, _s, _a, b in steps]
        band += [(x(day), y(a)) for day, _s, a, _b in reversed(steps)]
        picture.path(band, colour=COLOURS[place], filled=True)
        path = [(x(day), y(share)) for day, share, _a, _b in steps]
        picture.path(path, colour=COLOURS[place], dash=DASHES[place], width=2.5)
        _legend(picture, place, line.name)
        row = TOP + PLOT + BELOW + 24 + 22 * place
        for (day, _label), count in zip(axis.days, line.watched, strict=True):
            picture.text(x(day), row, count, anchor="middle", fill=COLOURS[place], size=13)
    picture.text(8, TOP + PLOT + BELOW + 4, axis.watched, fill=SOFT, size=13)
    return picture.drawn()


def _frame(
    picture: Picture, axis: Axis, marks: Sequence[float], scales: tuple[Scale, Scale]
) -> None:
    x, y = scales
    for mark in marks:
        picture.line((LEFT, y(mark)), (WIDTH - RIGHT, y(mark)), colour=LINE)
        label = axis.percent.format(round(mark * 100))
        picture.text(LEFT - 8, y(mark) + 4, label, anchor="end", fill=SOFT, size=13)
    for day, label in axis.days:
        picture.line((x(day), TOP + PLOT), (x(day), TOP + PLOT + 5), colour=SOFT)
        picture.text(x(day), TOP + PLOT + 20, label, anchor="middle", fill=SOFT, size=13)


def _legend(picture: Picture, place: int, name: str) -> None:
    x = LEFT + place * 250
    picture.line((x, 16), (x + 26, 16), colour=COLOURS[place], width=2.5, dash=DASHES[place])
    picture.text(x + 34, 21, name, fill=INK)
