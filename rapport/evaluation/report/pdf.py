"""A document as a tagged PDF (PDF/UA-1), set by Typst with its own fonts, alike on any machine."""

import json
from functools import cache
from pathlib import Path

import typst

from rapport.documents.typesetting import folders
from rapport.evaluation.report.document import Document, as_data

LAYOUT = Path(__file__).with_name("report.typ")


def pdf_of(document: Document) -> bytes:
    """The same document gives the same bytes. No font and no clock of this machine is used."""
    return bytes(
        typst.compile(
            _layout(),
            sys_inputs={"document": as_json(document)},
            pdf_standards="ua-1",
            font_paths=folders(),
            ignore_system_fonts=True,
        )
    )


def pictures_of(document: Document, dots_per_inch: int = 96) -> list[bytes]:
    """Each page as a PNG, to be looked at."""
    found = typst.compile(
        _layout(),
        sys_inputs={"document": as_json(document)},
        format="png",
        ppi=dots_per_inch,
        font_paths=folders(),
        ignore_system_fonts=True,
    )
    return [found] if isinstance(found, bytes) else list(found)


@cache
def _layout() -> bytes:
    return LAYOUT.read_bytes()


def as_json(document: Document) -> str:
    """The document as Typst reads it: every block says its kind."""
    return json.dumps(as_data(document), ensure_ascii=False)
