"""The examination of archives and of accessibility finds each thing that can be missing."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
import typst
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    ContentStream,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from tests.archival import flaws

LAYOUT = """
#set document(title: "Agreement", date: datetime(year: 2026, month: 3, day: 1))
#set text(lang: "en")
= Agreement
== Between two
Words, and #link("https://rapport.example")[where more of them are].
#table(columns: 2, table.header([When], [Where]), [Monday], [Here])
#figure(rect(width: 1cm), alt: "A square", caption: [One])
#pdf.attach("evidence.json", bytes("{}"), relationship: "supplement",
  mime-type: "application/json", description: "Evidence")
"""


@pytest.fixture(scope="module")
def sound() -> bytes:
    return bytes(typst.compile(LAYOUT.encode(), pdf_standards=["ua-1", "a-3a"]))


def spoiled(pdf: bytes, spoil: Callable[[PdfWriter], object]) -> list[str]:
    writer = PdfWriter(clone_from=BytesIO(pdf))
    spoil(writer)
    written = BytesIO()
    writer.write(written)
    return flaws(written.getvalue())


def test_a_sound_document_has_no_flaw(sound: bytes) -> None:
    assert flaws(sound) == []


def found(writer: PdfWriter, name: str, value: str) -> Any:
    """The first dictionary of the file with this value."""
    every: Any = writer._objects
    return next(
        each for each in every if isinstance(each, DictionaryObject) and each.get(name) == value
    )


def paint_untagged(writer: PdfWriter) -> None:
    page = writer.pages[0]
    content = ContentStream(page.get_contents(), writer)
    content.operations.append(([], b"f"))
    page[NameObject("/Contents")] = writer._add_object(content)


def set_metadata(writer: PdfWriter, old: bytes, new: bytes) -> None:
    stream = DecodedStreamObject()
    before: Any = writer.root_object["/Metadata"].get_object()
    stream.set_data(before.get_data().replace(old, new))
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)


def add_action(writer: PdfWriter) -> None:
    action = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.beep()")}
    named = DictionaryObject({NameObject(name): value for name, value in action.items()})
    writer.root_object[NameObject("/OpenAction")] = writer._add_object(named)


SPOILED: dict[str, tuple[Callable[[PdfWriter], object], str]] = {
    "language": (lambda it: it.root_object.pop("/Lang"), "name its language"),
    "mark": (lambda it: it.root_object.pop("/MarkInfo"), "marked as tagged"),
    "structure": (lambda it: it.root_object.pop("/StructTreeRoot"), "no structure"),
    "title": (lambda it: it.root_object.pop("/ViewerPreferences"), "show the title"),
    "colours": (lambda it: it.root_object.pop("/OutputIntents"), "colour profile"),
    "archive": (lambda it: set_metadata(it, b"pdfaid:part>3", b"pdfaid:part>2"), "pdfaid:part 3"),
    "access": (lambda it: set_metadata(it, b"pdfuaid:part>1", b"pdfuaid:part>9"), "pdfuaid:part 1"),
    "no title": (lambda it: set_metadata(it, b">Agreement<", b"><"), "have no title"),
    "password": (lambda it: it.encrypt("", "owner"), "encrypted"),
    "script": (add_action, "an action of kind /JavaScript"),
    "untagged": (paint_untagged, "paints something that has no tag"),
    "font": (
        lambda it: (
            found(it, "/Type", "/FontDescriptor").pop("/FontFile2", None)
            or found(it, "/Type", "/FontDescriptor").pop("/FontFile3", None)
        ),
        "is not enclosed",
    ),
    "letters": (lambda it: found(it, "/Subtype", "/Type0").pop("/ToUnicode"), "which letters"),
    "link": (lambda it: found(it, "/Subtype", "/Link").pop("/Contents"), "where it leads"),
    "unprinted": (
        lambda it: found(it, "/Subtype", "/Link").update({NameObject("/F"): NumberObject(2)}),
        "is not printed",
    ),
    "order": (lambda it: it.pages[0].pop("/Tabs"), "order of tabs"),
    "picture": (lambda it: found(it, "/S", "/Figure").pop("/Alt"), "does not see it"),
    "heading": (
        lambda it: found(it, "/S", "/H2").update({NameObject("/S"): NameObject("/H4")}),
        "comes one of level 4",
    ),
    "table": (lambda it: found(it, "/S", "/TH").pop("/A"), "what it heads"),
    "cell": (
        lambda it: found(it, "/S", "/TR").update({NameObject("/S"): NameObject("/P")}),
        "stands in /P",
    ),
    "kind": (
        lambda it: found(it, "/S", "/P").update({NameObject("/S"): NameObject("/Paragraph")}),
        "no kind of element",
    ),
    "attachment": (
        lambda it: found(it, "/Type", "/Filespec").pop("/AFRelationship"),
        "lacks ['/AFRelationship']",
    ),
}


@pytest.mark.parametrize("name", SPOILED)
def test_what_is_missing_is_named(sound: bytes, name: str) -> None:
    spoil, sentence = SPOILED[name]
    assert any(sentence in each for each in spoiled(sound, spoil)), spoiled(sound, spoil)


def test_a_seal_that_shows_itself_needs_a_place_in_the_structure(sound: bytes) -> None:
    def show(writer: PdfWriter) -> None:
        corners = ArrayObject([FloatObject(each) for each in (0, 0, 50, 50)])
        names = {"/Type": NameObject("/Annot"), "/Subtype": NameObject("/Widget"), "/Rect": corners}
        note = DictionaryObject({NameObject(name): value for name, value in names.items()})
        note[NameObject("/T")] = TextStringObject("Seal")
        writer.pages[0]["/Annots"].append(writer._add_object(note))  # type: ignore[attr-defined]  # a list

    assert any("has no place" in each for each in spoiled(sound, show))
