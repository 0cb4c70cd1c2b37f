"""The lead as a small chart with its table: positions for the picture, words for everybody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from rapport.domain.lead import COURSE_SENTENCES, Led, Side, course, reported
from rapport.domain.sentences import _

WIDTH, HEIGHT, EDGE = 320, 150, 20
SIDE_NAMES: dict[Side | None, str] = {
    Side.MENTOR: _("mentor"),
    Side.MENTEE: _("mentee"),
    None: _("not known"),
}


@dataclass(frozen=True)
class Row:
    """One meeting: for the table in words, for the picture in its coordinates."""

    when: datetime
    led: str
    agenda: str
    called: str
    x: int
    y: int | None
    agenda_y: int | None
    called_y: int | None


@dataclass(frozen=True)
class Chart:
    rows: tuple[Row, ...]
    line: str
    sentence: str
    width: int = WIDTH
    height: int = HEIGHT


def chart_of(leads: Sequence[Led], labels: dict[int, str]) -> Chart:
    """`labels` name the five steps from mentor to mentee."""
    rows = tuple(row_of(place, led, len(leads), labels) for place, led in enumerate(leads))
    line = " ".join(f"{row.x},{row.y}" for row in rows if row.y is not None)
    return Chart(rows, line, gettext(COURSE_SENTENCES[course(leads)]))


def row_of(place: int, led: Led, count: int, labels: dict[int, str]) -> Row:
    said = reported(led)
    steps = max(1, count - 1)
    return Row(
        when=led.when,
        led=str(labels[round(said)]) if said is not None else "–",
        agenda=gettext(SIDE_NAMES[led.agenda_by]),
        called=gettext(SIDE_NAMES[led.called_by]),
        x=EDGE + round(place * (WIDTH - 2 * EDGE) / steps),
        y=height_of(said) if said is not None else None,
        agenda_y=side_height(led.agenda_by, 9),
        called_y=side_height(led.called_by, -9),
    )


def height_of(position: float) -> int:
    """Mentor-led (1) below, mentee-led (5) above."""
    return round(HEIGHT - EDGE - (position - 1) * (HEIGHT - 2 * EDGE) / 4)


def side_height(side: Side | None, off: int) -> int | None:
    """A little above or below the edge of its side, so that two marks do not hide each other."""
    if side is None:
        return None
    return height_of(5 if side is Side.MENTEE else 1) + off
