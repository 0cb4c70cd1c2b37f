"""One document, laid out twice: the same words, the same pictures, always the same bytes."""

import io
import re
from xml.etree import ElementTree as ET

import pypdf
import pytest

from rapport.evaluation.report.charts.balance import Alike, balance_chart
from rapport.evaluation.report.charts.curves import Axis, Line, curves_chart
from rapport.evaluation.report.charts.flow import Station, flow_chart
from rapport.evaluation.report.charts.forest import Estimated, forest_chart
from rapport.evaluation.report.charts.levels import Rated, levels_chart
from rapport.evaluation.report.charts.svg import ticks
from rapport.evaluation.report.document import (
    Box,
    Document,
    Figure,
    Page,
    Points,
    Table,
    Text,
    Verdict,
)
from rapport.evaluation.report.html import web_page
from rapport.evaluation.report.pdf import pdf_of
from tests.archival import obstacles

MONTHS = [(0, "0"), (365, "12")]
CURVE = [(0, 1.0, 1.0, 1.0), (90, 0.9, 0.85, 0.95)]
CHARTS = {
    "levels": levels_chart("A", "B", list("abcde"), [Rated("us", [None, 5, 9, 8, 7])], "few"),
    "curves": curves_chart(
        "A", "B", Axis(MONTHS, "share", "people", "{}%"), [Line("us", CURVE, ["9", "8"])]
    ),
    "forest": forest_chart("A", "B", [Estimated("m", "1 (0 to 2)", 1, 0, 2)], ("less", "more")),
    "balance": balance_chart("A", "B", [Alike("age", -0.3, 0.02)], ("before", "after")),
    "flow": flow_chart("A", "B", [Station("9", "all"), Station("8", "found", "1 lost & gone")]),
}
TABLE = Table("Numbers <1>", ("what", "how many"), (("a & b", "5"),))
DOCUMENT = Document(
    "Mentoring & more",
    "What the records show",
    "de",
    (2023, 12, 31),
    (
        Page("verdict", "Urteil", (Verdict("Bleiben", "B", "ähnlich", "Satz.", (("n", "9"),)),)),
        Page(
            "rest",
            "Rest",
            (
                Text("<b>", strong=True),
                Points(("eins", "zwei")),
                Box("Halt", "Vorsicht", caution=True),
                Figure(CHARTS["flow"], "Weg", "Der Weg.", TABLE),
            ),
        ),
    ),
    {"contents": "Inhalt"},
)


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_says_what_it_is_to_those_who_hear_it(name: str) -> None:
    chart = ET.fromstring(CHARTS[name])  # noqa: S314 -- our own drawing
    assert [child.tag.partition("}")[2] for child in chart][:2] == ["title", "desc"]
    assert chart.get("role") == "img"
    assert "style=" not in CHARTS[name]


def test_a_hidden_count_has_a_bar_of_fixed_length() -> None:
    other = levels_chart("A", "B", list("abcde"), [Rated("us", [None, 5, 90, 8, 7])], "few")
    assert re.findall(r'width="24"', other) == re.findall(r'width="24"', CHARTS["levels"]) != []


@pytest.mark.parametrize(("low", "high"), [(0, 1), (0.62, 0.97), (-3.2, 11), (-0.001, 0.002)])
def test_ticks_are_few_and_cover_everything(low: float, high: float) -> None:
    marks = ticks(low, high)
    assert marks[0] <= low
    assert marks[-1] >= high
    assert 2 <= len(marks) <= 8


def test_the_pdf_is_tagged_and_says_its_language_and_title() -> None:
    pdf = pdf_of(DOCUMENT)
    assert obstacles(pdf) == []
    assert pypdf.PdfReader(io.BytesIO(pdf)).root_object.get("/Lang", "") == "de"


def test_web_page_and_pdf_hold_the_same_words() -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf_of(DOCUMENT)))
    pdf = "".join(page.extract_text() for page in reader.pages)
    page = web_page(DOCUMENT)
    for words in ("Bleiben", "Satz.", "Vorsicht", "zwei", "Der Weg.", "Urteil"):
        assert words in pdf
        assert words in page
    assert reader.metadata is not None
    assert reader.metadata.title == "Mentoring & more"


def test_the_same_document_gives_the_same_bytes() -> None:
    assert pdf_of(DOCUMENT) == pdf_of(DOCUMENT)
    assert web_page(DOCUMENT) == web_page(DOCUMENT)


def test_words_never_become_markup() -> None:
    page = web_page(DOCUMENT)
    assert "&lt;b&gt;" in page
    assert "Numbers &lt;1&gt;" in page
    assert "Mentoring &amp; more" in page


def test_a_web_page_needs_no_other_file_and_no_script() -> None:
    page = web_page(DOCUMENT)
    assert not re.search(r"<script|<link|src=|style=|\son\w+=|url\(", page)


def test_every_picture_on_the_web_stands_beside_its_table() -> None:
    page = web_page(DOCUMENT)
    assert page.count("<figure>") == page.count("<figcaption>") == page.count("<table>")


def test_the_words_of_a_document_are_all_that_can_be_read() -> None:
    words = DOCUMENT.words()
    for said in ("Halt", "eins", "a & b", "ähnlich", "Weg"):
        assert said in words
