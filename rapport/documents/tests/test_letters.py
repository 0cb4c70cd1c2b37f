"""Whatever script somebody writes in: no empty box in a document, or a sentence saying why."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream

from rapport.documents.typesetting import direction_of, folders, typeset
from rapport.domain.refusals import Incomplete
from tests.archival import flaws

LAYOUT = """
#let of = json(bytes(sys.inputs.words))
#set document(title: "Letters", date: datetime(year: 2026, month: 3, day: 1))
#set text(lang: "en", dir: if of.direction == "rtl" { rtl } else { ltr })
= #of.name
"""
NAMES = {
    "latin": "Nguyễn Thị Ánh",
    "greek": "Ελένη Παπαδοπούλου",
    "cyrillic": "Олександра Їжакевич",
    "hebrew": "נועה לוי",
    "arabic": "ليلى الحسيني",
    "persian": "پریسا گلچین",
}
CHINESE = "山田"


@pytest.fixture
def layout(tmp_path: Path) -> Path:
    path = tmp_path / "letters.typ"
    path.write_text(LAYOUT)
    return path


def words_for(name: str) -> dict[str, str]:
    return {"name": name, "direction": direction_of(name)}


def glyphs(page: PageObject, reader: PdfReader) -> Iterator[int]:
    """The number of every glyph that is painted; 0 is the empty box (`.notdef`)."""
    content: Any = page.get_contents()
    for operands, operator in ContentStream(content, reader).operations:
        if operator in {b"Tj", b"TJ"}:
            parts = operands[0] if operator == b"TJ" else operands
            for part in parts:
                if raw := getattr(part, "original_bytes", b""):
                    yield from (int.from_bytes(raw[at : at + 2]) for at in range(0, len(raw), 2))


@pytest.mark.parametrize("script", NAMES)
def test_a_name_in_any_of_these_scripts_is_set_without_an_empty_box(
    script: str, layout: Path
) -> None:
    name = NAMES[script]
    pdf = typeset(layout, words_for(name))
    reader = PdfReader(BytesIO(pdf))
    painted = list(glyphs(reader.pages[0], reader))
    assert len(painted) > len(name) // 2
    assert 0 not in painted
    assert sorted(said(reader)) == sorted(name.replace(" ", ""))
    assert flaws(pdf) == []


def said(reader: PdfReader) -> str:
    """The letters as programs read them; their order on paper is that of the eye."""
    return "".join(reader.pages[0].extract_text().split())


def test_what_no_font_has_is_refused_by_name(layout: Path) -> None:
    with pytest.raises(Incomplete, match=f"“{CHINESE[0]}”"):
        typeset(layout, words_for(CHINESE))


def test_whoever_runs_it_may_add_letters(layout: Path, tmp_path: Path) -> None:
    folder = tmp_path / "fonts"
    folder.mkdir()
    font_of(CHINESE, folder / "own.ttf")
    pdf = typeset(layout, words_for(CHINESE), fonts=[folder, tmp_path / "not there"])
    assert said(PdfReader(BytesIO(pdf))) == CHINESE


def font_of(letters: str, path: Path) -> None:
    """A font of ours under another name, in which these two letters look like Arabic ones."""
    (ours,) = folders()
    font = TTFont(Path(ours) / "files" / "Amiri-Regular.ttf")
    known = font.getBestCmap()
    looks = {ord(each): known[ord(like)] for each, like in zip(letters, "عغ", strict=True)}
    for table in font["cmap"].tables:
        table.cmap = looks
    for entry in font["name"].names:
        entry.string = str(entry).replace("Amiri", "Own")
    font.save(path)


def test_the_first_letter_says_in_which_direction_a_name_is_read() -> None:
    assert [direction_of(NAMES[each]) for each in ("latin", "hebrew", "arabic")] == [
        "ltr",
        "rtl",
        "rtl",
    ]
    assert direction_of("(1) ليلى (Layla)") == "rtl"
    assert direction_of("") == "ltr"
