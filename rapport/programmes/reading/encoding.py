"""Finds out which letters a text file's bytes mean, and says so when that was a guess."""

import codecs
from dataclasses import dataclass

from rapport.domain.sentences import _
from rapport.programmes.reading.refused import Problem, refuse
from rapport.programmes.reading.sentences import Sentence

MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
GUESSED = _(
    "The file does not say how its letters are written; it reads well as Windows-1252. Look at "
    "the accents in the preview: if they look wrong, save the table as “CSV UTF-8” or XLSX."
)
MIXED = _(
    "The file mixes two ways of writing letters. These lines were read as Windows-1252 and all "
    "others as UTF-8: %(lines)s. Look at their accents before you store anything."
)


@dataclass(frozen=True)
class Decoded:
    text: str
    notes: tuple[Sentence, ...] = ()


def decode(name: str, data: bytes) -> Decoded:
    """The text of a file. Raises Unreadable with the line whose bytes are no letters at all."""
    encoding = _marked(data)
    try:
        return Decoded(data.decode(encoding))
    except UnicodeDecodeError:
        if encoding.startswith("utf-16"):
            refuse(Problem.DAMAGED, name=name)
        return _line_by_line(name, data.removeprefix(codecs.BOM_UTF8))


def _marked(data: bytes) -> str:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return encoding
    sample = data[:4096]
    if 0 in sample[1::2]:
        return "utf-16-le"
    return "utf-16-be" if 0 in sample[0::2] else "utf-8"


def _line_by_line(name: str, data: bytes) -> Decoded:
    """UTF-8 where a line is UTF-8, Windows-1252 elsewhere: exports glued together by hand."""
    lines = data.split(b"\n")
    texts, other, utf8 = [], [], False
    for number, line in enumerate(lines, start=1):
        text = _utf8_or_none(line)
        if text is None:
            text = _windows(name, line, number)
            other.append(number)
        utf8 = utf8 or (number not in other[-1:] and not line.isascii())
        texts.append(text)
    where = ", ".join(map(str, other[:10])) + (" …" if len(other) > 10 else "")
    note = Sentence.of(MIXED, lines=where) if utf8 else Sentence.of(GUESSED)
    return Decoded("\n".join(texts), (note,))


def _utf8_or_none(line: bytes) -> str | None:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _windows(name: str, line: bytes, number: int) -> str:
    try:
        return line.decode("cp1252")
    except UnicodeDecodeError:
        refuse(Problem.UNREADABLE_LETTERS, name=name, line=number)
