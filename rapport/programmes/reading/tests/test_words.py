"""The words in single cells: addresses, numbers, roles, moments, choices, languages."""

import pytest

from rapport.programmes.reading import Role
from rapport.programmes.reading.addresses import address_of
from rapport.programmes.reading.capacity import capacity_of
from rapport.programmes.reading.choices import Splitter, learn
from rapport.programmes.reading.cleaning import clean, words_of
from rapport.programmes.reading.languages import languages_of
from rapport.programmes.reading.moments import Order, moment_of, order_of
from rapport.programmes.reading.table import letters
from rapport.programmes.reading.vocabulary import role_of


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Ada@Example.ORG ", "ada@example.org"),
        ("mailto:ada@example.org", "ada@example.org"),
        ("Ada Obi <ada@example.org>", "ada@example.org"),
        ("ada+list@sub.example.co.uk;", "ada+list@sub.example.co.uk"),
        ("o'neil@example.org", "o'neil@example.org"),
        ("zoë@müller.example", "zoë@müller.example"),
        ("ada@example", None),
        ("ada@@example.org", None),
        ("ada example.org", None),
        ("ada..obi@example.org", None),
        (".ada@example.org", None),
        ("ada@-example.org", None),
        ("a@example.org, b@example.org", None),
        ("17", None),
        ("a" * 65 + "@example.org", None),
        ("", None),
    ],
)
def test_an_address_is_made_comparable_or_refused(text: str, address: str | None) -> None:
    assert address_of(text) == address


@pytest.mark.parametrize(
    ("text", "number", "note"),
    [
        ("2", 2, None),
        ("2.0", 2, None),
        ("0", 0, None),
        ("2-3", 2, "is a range"),
        ("3 – 2", 2, "is a range"),
        ("1 or 2 depending on time", 1, "is a range"),
        ("2026-03-02", 2, "a spreadsheet probably made it of a range"),
        ("2026-03-02T00:00:00", 2, "a spreadsheet probably made it of a range"),
        ("5+", 5, "was read as 5"),
        ("two", 2, "was read as 2"),
        ("zwei", 2, "was read as 2"),
        ("max. 3", 3, "was read as 3"),
        ("none", 0, "was read as 0"),
        ("as many as needed", 1, "is not a number"),
        ("so viele wie nötig", 1, "is not a number"),
        ("it depends", 1, "is not a number"),
        ("-1", 1, "is not a number"),
        ("2.5", 1, "is not a number"),
        ("100", 1, "is more than 20"),
        ("call me in room 117 please", 1, "is not a number"),
    ],
)
def test_a_number_of_people_is_read_and_every_guess_is_said(
    text: str, number: int, note: str | None
) -> None:
    capacity = capacity_of(text)
    assert capacity.number == number
    assert (note or "") in str(capacity.note or "")
    assert (note is None) == (capacity.note is None)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Mentor", Role.MENTOR),
        ("I would like to be a mentor", Role.MENTOR),
        ("als Mentor*in", Role.MENTOR),
        ("Mentee", Role.MENTEE),
        ("I want to be mentored.", Role.MENTEE),
        ("Mentor, Mentee", Role.EITHER),
        ("Mentor und Mentee", Role.EITHER),
        ("both", Role.EITHER),
        ("Beides!", Role.EITHER),
        ("not a mentor", None),
        ("Buddy", None),
        ("mentor for mentees of Kim", None),
        ("yes", None),
        ("", None),
    ],
)
def test_a_role_is_known_for_sure_or_asked_for(text: str, role: Role | None) -> None:
    assert role_of(words_of(text)) is role


@pytest.mark.parametrize(
    ("text", "order", "moment"),
    [
        ("2026-11-22T13:44:03.250000", Order.MONTH_FIRST, "2026-11-22 13:44:03.250000"),
        ("2026/11/22 1:44:03 PM GMT+1", Order.MONTH_FIRST, "2026-11-22 13:44:03"),
        ("11/22/2026 13:44", Order.MONTH_FIRST, "2026-11-22 13:44:00"),
        ("3/4/26 12:05 am", Order.DAY_FIRST, "2026-04-03 00:05:00"),
        ("3/4/2026", Order.MONTH_FIRST, "2026-03-04 00:00:00"),
        ("22.11.2026 13:44:03", Order.MONTH_FIRST, "2026-11-22 13:44:03"),
        ("2026-11-22T13:44:03+01:00", Order.MONTH_FIRST, "2026-11-22 13:44:03"),
        ("31/31/2026", Order.DAY_FIRST, "None"),
        ("yesterday", Order.DAY_FIRST, "None"),
    ],
)
def test_a_moment_is_read_as_forms_write_it(text: str, order: Order, moment: str) -> None:
    assert str(moment_of(text, order)) == moment


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["3/4/2026", "13/4/2026"], Order.DAY_FIRST),
        (["3/4/2026", "3/14/2026"], Order.MONTH_FIRST),
        (["1/2/2026", "2/1/2026"], None),
        (["5/1/2026", "1/2/2026"], Order.DAY_FIRST),
        (["03.04.2026"], Order.DAY_FIRST),
        (["2026-03-04"], Order.MONTH_FIRST),
        (["3/4/2026"], None),
    ],
)
def test_a_whole_column_says_whether_the_day_comes_first(
    texts: list[str], order: Order | None
) -> None:
    if order is None and len(texts) > 1:
        texts = [*texts, *reversed(texts)]
    assert order_of(texts) is order


@pytest.mark.parametrize(
    ("column", "text", "choices"),
    [
        ([], "law, art", ("law", "art")),
        ([], "law; art, war;", ("law", "art, war")),
        ([], "law\nart", ("law", "art")),
        ([], "Design (CAD, CAM), Law", ("Design (CAD, CAM)", "Law")),
        ([], "law, law, none", ("law",)),
        (
            ["Art, music and film", "Law, Art, music and film"],
            "Art, music and film, Law",
            ("Art, music and film", "Law"),
        ),
        (["Law, Art", "Art, Law"], "Law, Art", ("Law", "Art")),
        (["Wine, Women, Song"] * 8 + ["Law"], "Wine, Women, Song", ("Wine, Women, Song",)),
        (["Law, Art"] * 6, "Law, Art", ("Law", "Art")),
        (["law, art"] * 3, "law, art", ("law", "art")),
    ],
)
def test_a_cell_is_cut_into_its_choices(
    column: list[str], text: str, choices: tuple[str, ...]
) -> None:
    assert learn([*column, text]).split(text) == choices


def test_a_splitter_that_learnt_nothing_cuts_at_commas() -> None:
    assert Splitter().split("law, art ,, ") == ("law", "art")


@pytest.mark.parametrize(
    ("choice", "codes"),
    [
        ("German", ("de",)),
        ("de", ("de",)),
        ("Deutsch und Englisch", ("de", "en")),
        ("fluent English (C1)", ("en",)),
        ("العربية", ("ar",)),
        ("it depends", ()),
        ("Klingon", ()),
    ],
)
def test_languages_are_known_by_name_or_by_bare_code(choice: str, codes: tuple[str, ...]) -> None:
    assert languages_of(choice) == codes


def test_cleaning_keeps_what_scripts_and_emoji_need() -> None:
    assert clean(" می\u200cخواهم 👩\u200d🏫\ufeff\x00\x07 ") == "می\u200cخواهم 👩\u200d🏫"


@pytest.mark.parametrize(
    ("index", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_are_lettered_as_in_a_spreadsheet(index: int, name: str) -> None:
    assert letters(index) == name
