"""How many goals ended on each of five levels, for one or two raters, as bars."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapport.evaluation.report.charts.svg import OURS, SOFT, THEIRS, WASH, WIDTH, Picture

LEFT, ROW, BAR, TOP = 190, 46, 16, 20
COLOURS = (OURS, THEIRS)


@dataclass(frozen=True)
class Rated:
    """`counts` from the lowest level to the highest; None where a count is hidden."""

    name: str
    counts: Sequence[int | None]


def levels_chart(
    title: str, description: str, levels: Sequence[str], raters: Sequence[Rated], hidden: str
) -> str:
    """The highest level stands on top. A hidden count has a dashed bar of fixed length."""
    height = TOP + ROW * len(levels) + 34
    picture = Picture(title, description, height)
    most = max([count or 0 for rater in raters for count in rater.counts] + [1])
    scale = (WIDTH - LEFT - 110) / most
    for place, level in enumerate(reversed(levels)):
        middle = TOP + ROW * place + ROW / 2
        picture.text(LEFT - 14, middle + 4, level, anchor="end")
        for number, rater in enumerate(raters):
            offset = (number - (len(raters) - 1) / 2) * (BAR + 3)
            count = rater.counts[len(levels) - 1 - place]
            corner = (middle + offset - BAR / 2, scale)
            _bar(picture, corner, count, COLOURS[number], hidden)
    for number, rater in enumerate(raters):
        x = LEFT + number * 160
        picture.bar((x, height - 22), (12, 12), colour=COLOURS[number])
        picture.text(x + 18, height - 11, rater.name, fill=SOFT)
    return picture.drawn()


def _bar(
    picture: Picture, top: tuple[float, float], count: int | None, colour: str, hidden: str
) -> None:
    y, scale = top
    if count is None:
        picture.bar((LEFT, y), (24, BAR), colour=WASH, edge=colour)
        picture.text(LEFT + 32, y + BAR - 3, hidden, fill=SOFT, size=13)
        return
    picture.bar((LEFT, y), (max(count * scale, 1), BAR), colour=colour)
    picture.text(LEFT + max(count * scale, 1) + 8, y + BAR - 3, str(count), size=13)
