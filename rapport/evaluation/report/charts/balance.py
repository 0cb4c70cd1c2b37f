"""How alike two groups are, fact by fact, before and after similar colleagues were chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapport.evaluation.report.charts.svg import INK, LINE, OURS, SOFT, THEIRS, WASH, WIDTH, Picture

LEFT, RIGHT, ROW, TOP = 215, 30, 28, 40
LIMIT = 0.1


@dataclass(frozen=True)
class Alike:
    """Standardised differences; they are taken without their sign."""

    name: str
    before: float
    after: float


def balance_chart(
    title: str, description: str, rows: Sequence[Alike], names: tuple[str, str]
) -> str:
    """Hollow dots for before, filled ones for after; the wash is where a difference is small."""
    bottom = TOP + ROW * len(rows)
    picture = Picture(title, description, bottom + 34)
    most = max([abs(n) for row in rows for n in (row.before, row.after)] + [0.2])
    high = -(-most // 0.1) * 0.1

    def x(value: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * abs(value) / high

    picture.bar((LEFT, TOP - 4), (x(LIMIT) - LEFT, bottom - TOP + 8), colour=WASH)
    picture.line((x(LIMIT), TOP - 4), (x(LIMIT), bottom + 4), colour=SOFT, dash="4 3")
    for number in range(round(high / 0.1) + 1):
        if high <= 0.8 or number % 2 == 0:
            label = f"{number / 10:g}"
            picture.text(x(number / 10), bottom + 22, label, anchor="middle", fill=SOFT, size=13)
    picture.dot(LEFT + 6, 14, colour=THEIRS, hollow=True)
    picture.text(LEFT + 20, 19, names[0], fill=INK)
    picture.dot(LEFT + 206, 14, colour=OURS)
    picture.text(LEFT + 220, 19, names[1], fill=INK)
    for place, row in enumerate(rows):
        y = TOP + ROW * place + ROW / 2
        picture.text(0, y + 4, row.name)
        picture.line((x(row.before), y), (x(row.after), y), colour=LINE, width=2)
        picture.dot(x(row.before), y, colour=THEIRS, hollow=True)
        picture.dot(x(row.after), y, colour=OURS)
    return picture.drawn()
