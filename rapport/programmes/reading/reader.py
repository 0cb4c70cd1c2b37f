"""What has to be known about the whole table before one row of it can be read."""

from collections.abc import Mapping as Dictionary
from dataclasses import dataclass

from rapport.domain.sentences import _
from rapport.programmes.reading.choices import Splitter, learn
from rapport.programmes.reading.cleaning import one_line, words_of
from rapport.programmes.reading.mapping import ColumnMapping, Mapping
from rapport.programmes.reading.moments import Order, order_of
from rapport.programmes.reading.sentences import Sentence
from rapport.programmes.reading.table import Row, Table
from rapport.programmes.reading.targets import TARGETS, Role, Target

LONGEST = 200
TOO_LONG = _(
    "“%(target)s” holds %(count)s characters and %(limit)s fit. Shorten the cell, or keep its "
    "column as an answer."
)


class SetAside(Exception):
    """A row that cannot be taken, with its sentence and the role word nobody knows, if any."""

    def __init__(self, sentence: Sentence, unknown_role: str = "") -> None:
        super().__init__(str(sentence))
        self.sentence = sentence
        self.unknown_role = unknown_role


@dataclass(frozen=True)
class Reader:
    """The columns by their meaning, how to cut and date them, and what role words mean."""

    width: int
    columns: tuple[tuple[int, ColumnMapping], ...]
    splitters: Dictionary[int, Splitter]
    order: Order | None
    role_words: Dictionary[str, Role]
    role_for_all: Role | None

    def cells(self, row: Row, target: Target) -> list[tuple[int, str]]:
        """The filled cells of a row that are meant as this target, with their places."""
        return [
            (index, row.cells[index])
            for index, column in self.columns
            if column.target is target and row.cells[index]
        ]

    def text(self, row: Row, target: Target) -> str:
        """The first filled cell on one line. Raises SetAside when it is too long to keep."""
        found = next((text for _index, text in self.cells(row, target)), "")
        return fitting(one_line(found), target)


def prepare(table: Table, mapping: Mapping, role_words: Dictionary[str, Role]) -> Reader:
    """A reader for all rows of a table; columns that the mapping does not name are left out."""
    places = {column.header: index for index, column in enumerate(table.columns)}
    columns = tuple((places[one.header], one) for one in mapping.columns if one.header in places)
    split = [index for index, one in columns if one.target is Target.TOPICS]
    moments = [index for index, one in columns if one.target is Target.SIGNED_UP_AT]
    remembered = {known.word: known.role for known in mapping.role_words}
    return Reader(
        width=len(table.columns),
        columns=columns,
        splitters={index: learn(table.values(index)) for index in split},
        order=order_of(table.values(moments[0])) if moments else Order.MONTH_FIRST,
        role_words={words_of(word): role for word, role in role_words.items()} | remembered,
        role_for_all=mapping.role_for_all,
    )


def fitting(text: str, target: Target) -> str:
    """The text itself. Raises SetAside when it is longer than a field can keep."""
    if len(text) > LONGEST:
        label = Sentence(TARGETS[target].label)
        raise SetAside(Sentence.of(TOO_LONG, target=label, count=len(text), limit=LONGEST))
    return text
