"""Turns columns of texts into days and numbers, by their different texts, all rows at once.

It asks for the order of days and months once a file, and only where no column tells it.
"""

from collections.abc import Iterable, Mapping
from datetime import date

import polars as pl

from rapport.evaluation.reading.dates import Blank, Order, day_of, needs_order, order_of
from rapport.evaluation.reading.fields import Content, fields_of
from rapport.evaluation.reading.ledger import Ledger
from rapport.evaluation.reading.numbers import decimal_mark_of, number_of
from rapport.evaluation.reading.questions import Answers, Kind, Question
from rapport.evaluation.words import Note

YOUNGEST: Mapping[str, int] = {"born": 14}
EXAMPLES = 3


def parse(frame: pl.DataFrame, file: str, answers: Answers, ledger: Ledger) -> pl.DataFrame:
    """The frame with days and numbers in place of their texts.

    A row with a required or deciding day that nobody can read is set aside; an unreadable fact
    becomes blank, and that is noted with its count.
    """
    known = fields_of(file)
    columns = [name for name in frame.columns if name in known]
    days = [name for name in columns if known[name].content is Content.DAY]
    numbers = [name for name in columns if known[name].content is Content.NUMBER]
    order = _order(frame, days, file, answers, ledger)
    for name in days:
        frame = _with_days(frame, name, order, file, ledger)
    for name in numbers:
        frame = _with_numbers(frame, name, file, ledger)
    return frame


def _different(frame: pl.DataFrame, name: str) -> list[str]:
    return [str(text) for text in frame[name].drop_nulls().unique().sort().to_list()]


def _order(
    frame: pl.DataFrame, days: Iterable[str], file: str, answers: Answers, ledger: Ledger
) -> Order:
    texts = [text for name in days for text in _different(frame, name)]
    orders = order_of(texts)
    if len(orders) == 1:
        return orders[0]
    if not orders and not needs_order(texts):
        return Order.DAY_FIRST
    examples = ", ".join(text for text in texts if needs_order([text]))
    says = "question_order_mixed" if orders else "question_order"
    question = Question(
        f"date_order_{file}",
        Kind.CHOICE,
        Note.of(says, file=file, examples=", ".join(examples.split(", ")[:EXAMPLES])),
        until=Order.DAY_FIRST.value,
        options=tuple(Order),
    )
    return Order(answers.take(question))


def _with_days(
    frame: pl.DataFrame, name: str, order: Order, file: str, ledger: Ledger
) -> pl.DataFrame:
    youngest = YOUNGEST.get(name, 49)
    found = {text: day_of(text, order, youngest=youngest) for text in _different(frame, name)}
    days = {text: day for text, day in found.items() if isinstance(day, date)}
    never = [text for text, day in found.items() if day is Blank.NEVER]
    bad = [text for text, day in found.items() if day is Blank.UNREADABLE]
    if never:
        ledger.note("note_never", file=file, field=Note.of(f"field_{name}"), examples=_few(never))
    if bad and fields_of(file)[name].fact is None:
        where = pl.col(name).is_in(bad)
        frame = ledger.set_aside_where(frame, f"unreadable_{name}", where, file=file)
    elif bad:
        count = int(frame[name].is_in(bad).sum())
        ledger.note("note_unreadable", n=count, file=file, field=Note.of(f"field_{name}"))
    return frame.with_columns(_replaced(name, days, pl.Date))


def _with_numbers(frame: pl.DataFrame, name: str, file: str, ledger: Ledger) -> pl.DataFrame:
    texts = _different(frame, name)
    mark = decimal_mark_of(texts)
    found = {text: number_of(text, mark) for text in texts}
    numbers = {text: number for text, number in found.items() if number is not None}
    blank = len(found) - len(numbers)
    if blank:
        bad = [text for text, number in found.items() if number is None]
        count = int(frame[name].is_in(bad).sum())
        ledger.note("note_unreadable", n=count, file=file, field=Note.of(f"field_{name}"))
    if mark == ",":
        ledger.note("note_comma", file=file, field=Note.of(f"field_{name}"))
    return frame.with_columns(_replaced(name, numbers, pl.Float64))


def _replaced[T: (date, float)](
    name: str, values: Mapping[str, T], dtype: pl.DataType | type[pl.DataType]
) -> pl.Expr:
    if not values:
        return pl.lit(None, dtype=dtype).alias(name)
    old = pl.Series(list(values), dtype=pl.String)
    new = pl.Series(list(values.values()), dtype=dtype)
    return pl.col(name).replace_strict(old, new, default=None, return_dtype=dtype)


def _few(texts: list[str]) -> str:
    return ", ".join(texts[:EXAMPLES])
