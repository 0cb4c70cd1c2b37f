"""Days are read as files write them, and nothing is guessed that could be two days."""

from datetime import date

import pytest

from rapport.evaluation.reading.dates import Blank, Order, day_of, needs_order, order_of

THIRD_OF_APRIL = date(2024, 4, 3)


@pytest.mark.parametrize(
    "text",
    [
        "2024-04-03",
        "2024-04-03T00:00:00",
        "03.04.2024",
        "3.4.24",
        "03.04.2024 00:00",
        "20240403",
        "45385",
        "45385.0",
        "3 Apr 2024",
        "03-APR-2024",
        "3. April 2024",
        "April 3, 2024",
        "2024/04/03",
    ],
)
def test_one_day_is_read_from_many_ways_of_writing_it(text: str) -> None:
    assert day_of(text, Order.MONTH_FIRST) == THIRD_OF_APRIL


@pytest.mark.parametrize(("order", "day"), [("day_first", 3), ("month_first", 4)])
def test_slashes_are_read_in_the_order_that_was_said(order: str, day: int) -> None:
    assert day_of("03/04/2024", Order(order)) == date(2024, 7 - day, day)


@pytest.mark.parametrize(
    "text", ["31.12.9999", "9999-12-31", "12/31/9999", "00.00.0000", "2958465", "1900-01-01", "0"]
)
def test_a_day_that_means_never_is_no_day(text: str) -> None:
    assert day_of(text, Order.DAY_FIRST) is Blank.NEVER


@pytest.mark.parametrize("text", ["31.02.2024", "soon", "1.2.3.4", "99999999999", "13/13/2024"])
def test_what_is_no_day_is_not_guessed(text: str) -> None:
    assert day_of(text, Order.DAY_FIRST) is Blank.UNREADABLE


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["13/02/2024", "01/02/2024"], (Order.DAY_FIRST,)),
        (["02/13/2024", "01/02/2024"], (Order.MONTH_FIRST,)),
        (["02/13/2024", "13/02/2024"], (Order.DAY_FIRST, Order.MONTH_FIRST)),
        (["01/02/2024"], ()),
        (["01.02.2024", "2024-13-01"], ()),
    ],
)
def test_a_column_says_its_order_where_a_number_is_above_twelve(
    texts: list[str], order: tuple[Order, ...]
) -> None:
    assert order_of(texts) == order


def test_a_question_is_only_needed_where_the_answer_matters() -> None:
    assert needs_order(["03/04/2024"])
    assert not needs_order(["03/03/2024", "03.04.2024", "2024-03-04"])


@pytest.mark.parametrize(("youngest", "year"), [(49, 2030), (14, 1930)])
def test_the_century_of_two_digits_depends_on_what_the_day_is(youngest: int, year: int) -> None:
    assert day_of("01.02.30", Order.DAY_FIRST, youngest=youngest) == date(year, 2, 1)
