"""A column decides which mark is the decimal one."""

import pytest

from rapport.evaluation.reading.numbers import decimal_mark_of, number_of


@pytest.mark.parametrize(
    ("texts", "mark"),
    [
        (["51.234,50", "1,5"], ","),
        (["51,234.50", "1.5"], "."),
        (["1,234", "51.5"], "."),
        (["1,234", "0,5"], ","),
        (["1234"], "."),
    ],
)
def test_the_column_speaks_for_its_mark(texts: list[str], mark: str) -> None:
    assert decimal_mark_of(texts) == mark


@pytest.mark.parametrize(
    ("text", "mark", "number"),
    [
        ("51.234,50 €", ",", 51234.5),
        ("51,234.50", ".", 51234.5),
        ("1'234.5", ".", 1234.5),
        ("500-", ".", -500),
        ("−2", ".", -2),
        ("n/a", ".", None),
        ("abc", ".", None),
        ("1.2.3", ".", None),
    ],
)
def test_a_number_is_read_or_it_is_none(text: str, mark: str, number: float | None) -> None:
    assert number_of(text, mark) == number
