"""The few shapes charts are drawn with. Knows colours and places, not what they stand for."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

INK, SOFT, LINE = "#22303c", "#5b6670", "#d8d3c8"
OURS, THEIRS, WASH = "#0e5a66", "#b4531f", "#e3efee"
FONT = "Libertinus Serif, ui-serif, Georgia, serif"
WIDTH = 640


def place(number: float) -> str:
    """A coordinate with one digit at most, so that equal pictures are equal bytes."""
    return f"{number:.1f}".removesuffix(".0").replace("-0.0", "0")


@dataclass
class Picture:
    """A drawing `WIDTH` wide. `title` and `description` are read aloud in its stead."""

    title: str
    description: str
    height: float
    parts: list[str] = field(default_factory=list)

    def text(  # noqa: PLR0913 -- a text has a place, words and a look
        self,
        x: float,
        y: float,
        words: str,
        *,
        anchor: str = "start",
        fill: str = INK,
        size: int = 14,
    ) -> None:
        """Words at a place; `anchor` says which end of them stands there."""
        at = f'x="{place(x)}" y="{place(y)}"'
        how = f'text-anchor="{anchor}" font-size="{size}" fill="{fill}"'
        self.parts.append(f"<text {at} {how}>{escape(words)}</text>")

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        *,
        colour: str = LINE,
        width: float = 1,
        dash: str = "",
    ) -> None:
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        (x1, y1), (x2, y2) = start, end
        ends = f'x1="{place(x1)}" y1="{place(y1)}" x2="{place(x2)}" y2="{place(y2)}"'
        self.parts.append(f'<line {ends} stroke="{colour}" stroke-width="{place(width)}"{dashes}/>')

    def path(
        self,
        points: Sequence[tuple[float, float]],
        *,
        colour: str,
        width: float = 2,
        dash: str = "",
        filled: bool = False,
    ) -> None:
        """A line through points, or the area that they enclose."""
        steps = " ".join(f"{place(x)},{place(y)}" for x, y in points)
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        if filled:
            self.parts.append(f'<polygon points="{steps}" fill="{colour}" fill-opacity="0.14"/>')
        else:
            look = f'fill="none" stroke="{colour}" stroke-width="{place(width)}"{dashes}'
            self.parts.append(f'<polyline points="{steps}" {look}/>')

    def bar(
        self, corner: tuple[float, float], size: tuple[float, float], *, colour: str, edge: str = ""
    ) -> None:
        (x, y), (width, height) = corner, size
        stroke = f' stroke="{edge}" stroke-dasharray="3 3"' if edge else ""
        where = f'x="{place(x)}" y="{place(y)}" width="{place(width)}" height="{place(height)}"'
        self.parts.append(f'<rect {where} rx="3" fill="{colour}"{stroke}/>')

    def dot(
        self, x: float, y: float, *, colour: str, hollow: bool = False, size: float = 5
    ) -> None:
        fill = "#fffdf8" if hollow else colour
        where = f'cx="{place(x)}" cy="{place(y)}" r="{place(size)}"'
        self.parts.append(f'<circle {where} fill="{fill}" stroke="{colour}" stroke-width="2"/>')

    def drawn(self) -> str:
        """The SVG. Title and description come first, for those who hear it."""
        high = place(self.height)
        box = f'viewBox="0 0 {WIDTH} {high}" width="{WIDTH}" height="{high}"'
        head = f"<title>{escape(self.title)}</title><desc>{escape(self.description)}</desc>"
        start = f'<svg xmlns="http://www.w3.org/2000/svg" {box} role="img" font-family="{FONT}">'
        return "".join([start, head, *self.parts, "</svg>"])


def ticks(low: float, high: float, most: int = 6) -> list[float]:
    """Round numbers that cover low to high, at most `most` + 1 of them."""
    span = max(high - low, 1e-9)
    step = 10.0**-9
    while span / step > most:
        step *= 2 if not f"{step:e}".startswith("2") else 2.5
    first = int(low // step)
    last = int(-(-high // step))
    return [number * step for number in range(first, last + 1)]
