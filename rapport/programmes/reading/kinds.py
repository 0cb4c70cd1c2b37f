"""What a file really is, by its first bytes and by what lies in its archive; never by its name."""

import io
import zipfile
from enum import StrEnum

from rapport.domain.sentences import _
from rapport.programmes.reading.sentences import Sentence


class Kind(StrEnum):
    TEXT = "text"
    ZIPPED = "zipped"
    OLD_EXCEL = "old_excel"
    LOCKED = "locked"


OTHER_BYTES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", _("a PDF")),
    (b"\x89PNG", _("a picture")),
    (b"\xff\xd8\xff", _("a picture")),
    (b"GIF8", _("a picture")),
    (b"RIFF", _("a picture or a recording")),
    (b"{\\rtf", _("a text document")),
    (b"\x1f\x8b", _("a packed archive")),
    (b"7z\xbc\xaf", _("a packed archive")),
    (b"Rar!", _("a packed archive")),
    (b"<!doctype html", _("a web page")),
    (b"<html", _("a web page")),
    (b"<table", _("a web page")),
    (b"<?xml", _("an XML file")),
    (b"sqlite format 3", _("a database")),
    (b"\x7felf", _("a program")),
    (b"mz\x90", _("a program")),
)
OTHER_ARCHIVES: tuple[tuple[str, str], ...] = (
    ("word/", _("a Word document")),
    ("ppt/", _("a presentation")),
    ("index/", _("a Numbers document")),
    ("", _("a packed archive")),
)
SPREADSHEET_PARTS = ("xl/workbook.xml", "xl/workbook.bin")
OPEN_DOCUMENT_SHEET = b"application/vnd.oasis.opendocument.spreadsheet"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_PART = "EncryptedPackage".encode("utf-16-le")
OLD_EXCEL_PARTS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))


def kind_of(data: bytes) -> Kind | Sentence:
    """A kind that can be read, or the words for what the file is instead."""
    if data.startswith(b"PK\x03\x04"):
        return kind_of_archive(data)
    if data.startswith(OLD_OFFICE):
        return _kind_of_old_office(data)
    start = data[:64].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    for beginning, words in OTHER_BYTES:
        if start.startswith(beginning.lower()):
            return Sentence(words)
    return Sentence(_("a file of an unknown kind")) if _is_binary(data) else Kind.TEXT


def kind_of_archive(data: bytes) -> Kind | Sentence:
    """Raises zipfile.BadZipFile when the archive's directory is missing or broken."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name.lower() for name in archive.namelist()]
    if any(part in names for part in SPREADSHEET_PARTS) or OPEN_DOCUMENT_SHEET in data[:200]:
        return Kind.ZIPPED
    for beginning, words in OTHER_ARCHIVES:
        if any(name.startswith(beginning) for name in names):
            return Sentence(words)
    return Sentence(_("a packed archive"))


def _kind_of_old_office(data: bytes) -> Kind | Sentence:
    if ENCRYPTED_PART in data:
        return Kind.LOCKED
    if any(part in data for part in OLD_EXCEL_PARTS):
        return Kind.OLD_EXCEL
    return Sentence(_("an old Office document that is not a table"))


def _is_binary(data: bytes) -> bool:
    """Text has no NUL bytes, except as every second byte of UTF-16."""
    sample = data[:4096]
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    nuls = sample.count(0)
    sided = max(sample[0::2].count(0), sample[1::2].count(0))
    return nuls > 0 and (sided < len(sample) * 0.3 or sided < nuls * 0.9)
