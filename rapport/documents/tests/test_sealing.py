"""A sealed document is whole and accessible; every change to it is noticed."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pyhanko.pdf_utils.generic import pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pypdf import PdfReader

from rapport.documents.examination import NotSealed, examine
from rapport.documents.sealing import seal
from rapport.documents.stamp import Stamp, stamp_in
from rapport.documents.typesetting import typeset
from tests.archival import flaws, metadata

NOW = datetime(2026, 3, 1, tzinfo=UTC)
LAYOUT = """
#let words = json(bytes(sys.inputs.words))
#set document(title: words.title, date: datetime(year: 2026, month: 3, day: 1))
#set text(lang: "en")
= #words.title
#pdf.attach("evidence.json", bytes(words.evidence), relationship: "supplement",
  mime-type: "application/json", description: "Evidence")
"""


@pytest.fixture(scope="module")
def stamp(tmp_path_factory: pytest.TempPathFactory) -> Stamp:
    return stamp_in(tmp_path_factory.mktemp("stamp"), "rapport.example", NOW)


@pytest.fixture(scope="module")
def typeset_pdf(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    layout = tmp_path_factory.mktemp("layout") / "layout.typ"
    layout.write_text(LAYOUT)
    return typeset(layout, {"title": "Agreement", "evidence": '{"v":1}'})


@pytest.fixture(scope="module")
def sealed(typeset_pdf: bytes, stamp: Stamp) -> bytes:
    return seal(typeset_pdf, stamp, reason="Made by Rapport")


def test_an_untouched_document_gives_its_attachments(sealed: bytes, stamp: Stamp) -> None:
    examined = examine(sealed, stamp.certificate.read_bytes())
    assert examined.attachments == {"evidence.json": b'{"v":1}'}
    assert examined.attested is None


def test_the_document_says_its_title_language_and_structure(sealed: bytes) -> None:
    catalog: Any = PdfReader(BytesIO(sealed)).root_object
    assert catalog["/Lang"] == "en"
    assert catalog["/MarkInfo"]["/Marked"].value


def test_a_sealed_document_is_still_an_accessible_archive(
    sealed: bytes, typeset_pdf: bytes
) -> None:
    assert flaws(typeset_pdf) == flaws(sealed) == []
    assert metadata(PdfReader(BytesIO(typeset_pdf))) == metadata(PdfReader(BytesIO(sealed)))


def test_the_key_is_readable_for_its_owner_alone(stamp: Stamp) -> None:
    assert stamp.key.stat().st_mode & 0o077 == 0


def test_a_stamp_is_made_once(stamp: Stamp) -> None:
    again = stamp_in(stamp.key.parent, "another name", NOW)
    assert again.fingerprint == stamp.fingerprint


def with_a_changed_byte(pdf: bytes) -> bytes:
    place = pdf.index(b"stream") + 40
    return pdf[:place] + bytes([pdf[place] ^ 1]) + pdf[place + 1 :]


def with_bytes_behind(pdf: bytes) -> bytes:
    return pdf + b"\n% more"


def with_something_added(pdf: bytes) -> bytes:
    writer: Any = IncrementalPdfFileWriter(BytesIO(pdf))
    writer.root[pdf_name("/Added")] = pdf_string("more")
    writer.update_root()
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def cut_off(pdf: bytes) -> bytes:
    return pdf[: len(pdf) // 2]


CHANGES = (with_a_changed_byte, with_bytes_behind, with_something_added, cut_off)


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_noticed(change: Callable[[bytes], bytes], sealed: bytes, stamp: Stamp) -> None:
    with pytest.raises(NotSealed):
        examine(change(sealed), stamp.certificate.read_bytes())


def test_a_document_without_a_seal_is_refused(typeset_pdf: bytes, stamp: Stamp) -> None:
    with pytest.raises(NotSealed, match="0 seals"):
        examine(typeset_pdf, stamp.certificate.read_bytes())


def test_a_seal_of_somebody_else_is_refused(sealed: bytes, tmp_path: Path) -> None:
    other = stamp_in(tmp_path, "rapport.example", NOW)
    with pytest.raises(NotSealed, match="another certificate"):
        examine(sealed, other.certificate.read_bytes())
