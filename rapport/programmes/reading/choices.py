"""Cuts a cell with several choices into its choices, although a choice may hold a comma itself.

Forms join the ticked choices with a comma. Which commas join and which belong to a choice can only
be told from the whole column: pieces that never appear without each other are one choice.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapport.programmes.reading.cleaning import says_nothing

ALWAYS_TOGETHER = 8
STRONG = re.compile(r"[;\n|•]")


@dataclass(frozen=True)
class Splitter:
    """`joined` are the pairs of neighbouring pieces that one choice is made of."""

    joined: frozenset[tuple[str, str]] = frozenset()

    def split(self, text: str) -> tuple[str, ...]:
        """The choices of one cell, each once, in the order they stand."""
        choices: list[str] = []
        previous = ""
        for piece in pieces_of(text):
            if choices and (previous, piece) in self.joined:
                choices[-1] = f"{choices[-1]}, {piece}"
            else:
                choices.append(piece)
            previous = piece
        return tuple(dict.fromkeys(c for c in choices if not says_nothing(c)))


def pieces_of(text: str) -> list[str]:
    """Cut at semicolons and line ends if there are any, at commas outside brackets otherwise."""
    strong = STRONG.search(text.strip(" ;\n"))
    cut = STRONG.split(text) if strong else _at_commas(text)
    return [piece for each in cut if (piece := each.strip(" ;,"))]


def _at_commas(text: str) -> list[str]:
    """Cut at the commas that stand in no brackets; brackets that do not match do not count."""
    pieces = text.split(",")
    if "(" not in text or text.count("(") != text.count(")"):
        return pieces
    whole: list[str] = []
    depth = 0
    for piece in pieces:
        if depth > 0:
            whole[-1] = f"{whole[-1]},{piece}"
        else:
            whole.append(piece)
        depth += piece.count("(") - piece.count(")")
    return whole


def learn(texts: Iterable[str]) -> Splitter:
    """The splitter for a column, from all its cells."""
    cells = [pieces_of(text) for text in texts if not STRONG.search(text)]
    single = Counter(piece for cell in cells for piece in cell)
    pairs = Counter(pair for cell in cells for pair in pairwise(cell))
    return Splitter(
        frozenset(
            pair
            for pair, together in pairs.items()
            if together == single[pair[0]] == single[pair[1]] and _belong(pair, together, cells)
        )
    )


def _belong(pair: tuple[str, str], together: int, cells: Sequence[Sequence[str]]) -> bool:
    """A choice goes on in small letters where choices begin with capitals, or is met often."""
    return together >= ALWAYS_TOGETHER or (_goes_on(pair[1]) and _begin_large(cells))


def _goes_on(piece: str) -> bool:
    return piece[0].islower()


def _begin_large(cells: Sequence[Sequence[str]]) -> bool:
    begins = [cell[0] for cell in cells if cell]
    return sum(1 for begin in begins if begin[0].isupper()) > len(begins) * 0.9
