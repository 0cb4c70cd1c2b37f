"""How many people went which way, from everybody on the list to those who could be compared."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapport.evaluation.report.charts.svg import LINE, OURS, SOFT, WASH, Picture

BOX, GAP, STEP, TOP, HIGH = 300, 28, 58, 6, 38


@dataclass(frozen=True)
class Station:
    """`count` and `name` of those who came so far; `aside` says who went away before, if any."""

    count: str
    name: str
    aside: str = ""


def flow_chart(title: str, description: str, stations: Sequence[Station]) -> str:
    """Boxes from top to bottom; who went away stands to the right, on the way."""
    picture = Picture(title, description, TOP * 2 + STEP * len(stations) - (STEP - HIGH))
    middle = BOX / 2
    for place, station in enumerate(stations):
        y = TOP + STEP * place
        if place:
            picture.line((middle, y - (STEP - HIGH)), (middle, y), colour=OURS, width=2)
        if station.aside:
            level = y - (STEP - HIGH) / 2
            picture.line((middle, level), (BOX + GAP, level), colour=LINE, width=1.5)
            picture.text(BOX + GAP + 8, level + 4, station.aside, fill=SOFT, size=13)
        picture.bar((0, y), (BOX, HIGH), colour=WASH)
        picture.text(16, y + 26, station.count, fill=OURS, size=20)
        picture.text(100, y + 24, station.name)
    return picture.drawn()
