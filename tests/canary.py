"""Looking for planted words in every form they might hide in.

A word is known again by any twelve bytes of it, as it is or as common encodings write it. What
is compressed is inflated first, twice over if need be. Where words are looked for stands in
`tests.stolen`.
"""

import base64
import json
import quopri
import re
import urllib.parse
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256

import numpy as np
import zstandard

WINDOW = 12
"""So many bytes in a row are enough to know a word again."""
TELLING = 6
"""So many of them must be the word's own: frames such as `%F0%9F%90%A4` are everybody's."""
COMPRESSED = re.compile(rb"\x1f\x8b\x08|\x78[\x01\x5e\x9c\xda]|\x28\xb5\x2f\xfd")
ZSTANDARD = b"\x28\xb5\x2f\xfd"
EITHER = 47
"""What zlib calls “gzip or zlib, see for yourself”."""
PIECE, MOST = 64 * 1024, 16 * 1024 * 1024
"""How much is fed at a time, and how much of one stream is looked at."""
ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
ELSEWHERE = str.maketrans(ALPHABET, ALPHABET[13:] + ALPHABET[:13])
"""Another letter for each: what both words share tells nothing about either."""


@dataclass
class Canaries:
    """Words that occur nowhere by chance: high in entropy, with an umlaut and an emoji in each."""

    planted: dict[str, str] = field(default_factory=dict)
    windows: dict[bytes, str] = field(default_factory=dict)
    """Every telling stretch in every disguise, and the place it was planted in."""

    def plant(self, place: str) -> str:
        """A new word for this place, the same on every run."""
        own = base64.b32encode(sha256(place.encode()).digest()).decode().lower()
        word = f"{own[:12]}ö{own[12:24]}🐤{own[24:36]}"
        self.planted[place] = word
        for case in (str, str.casefold, str.upper):
            pairs = zip(encoded(case(word)), encoded(case(word.translate(ELSEWHERE))), strict=True)
            self.add(place, (each for form, frame in pairs for each in telling(form, frame)))
        return word

    def note(self, place: str, secret: str | bytes) -> None:
        """A secret that the product made itself: a phrase, a code, a key."""
        for form in written(secret):
            self.add(place, windows_of(form))

    def note_phrase(self, place: str, phrase: str) -> None:
        """Of words that anybody may write, only where two of them meet tells something."""
        for gap in (" ", "-", "+", "%20", "\n", "\\n"):
            ours = written(phrase.replace(" ", gap))
            theirs = written(phrase.replace(" ", "\0" * len(gap)))
            for form, frame in zip(ours, theirs, strict=True):
                pairs = zip(windows_of(form), windows_of(frame), strict=True)
                middle = slice(3, WINDOW - 3)
                self.add(place, (our for our, their in pairs if our[middle] != their[middle]))

    def add(self, place: str, windows: Iterable[bytes]) -> None:
        self.windows.update(dict.fromkeys(windows, place))


def windows_of(form: bytes) -> Iterator[bytes]:
    return (form[at : at + WINDOW] for at in range(len(form) - WINDOW + 1))


def telling(form: bytes, frame: bytes) -> Iterator[bytes]:
    """The stretches of a form that another word in the same disguise would not have."""
    for ours, theirs in zip(windows_of(form), windows_of(frame), strict=True):
        if sum(a != b for a, b in zip(ours, theirs, strict=True)) >= TELLING:
            yield ours


def encoded(text: str) -> Iterator[bytes]:
    """As a text is and as it may be written, always in the same order."""
    yield from (urllib.parse.quote(text).encode(), urllib.parse.quote_plus(text).encode())
    yield from (json.dumps(text)[1:-1].encode(), quopri.encodestring(text.encode()))
    yield from written(text)


def written(content: str | bytes) -> Iterator[bytes]:
    """In every character set, as hexadecimal digits, and in base 64 from any of three offsets."""
    charsets = ("utf-8", "utf-16-le", "utf-16-be")
    for raw in [content] if isinstance(content, bytes) else [content.encode(c) for c in charsets]:
        yield from (raw, raw.hex().encode(), raw.hex().upper().encode())
        for shift in range(3):
            # The first and the last letters mix with the bits of the neighbours.
            yield base64.b64encode(b"\0" * shift + raw)[4:-4]
            yield base64.urlsafe_b64encode(b"\0" * shift + raw)[4:-4]


def inflated(content: bytes, depth: int = 2) -> Iterator[bytes]:
    """The content, and everything in it that looks compressed and is; and what is in that."""
    yield content
    if depth == 0:
        return
    for found in COMPRESSED.finditer(content):
        if inner := inflate(memoryview(content)[found.start() :], found.group()):
            yield from inflated(inner, depth - 1)


def inflate(stream: memoryview, magic: bytes) -> bytes:
    """What a stream holds up to its end, its first flaw, or the most we look at."""
    zstd = magic == ZSTANDARD
    reader = zstandard.ZstdDecompressor().decompressobj() if zstd else zlib.decompressobj(EITHER)
    inner = bytearray()
    for at in range(0, len(stream), PIECE):
        try:
            inner += reader.decompress(stream[at : at + PIECE])
        except (zlib.error, zstandard.ZstdError):
            break
        if reader.eof or len(inner) > MOST:
            break
    return bytes(inner)


class Scanner:
    """Looks for many windows at once: first by their first eight bytes, all places at a time."""

    MIXER = np.uint64(0x9E3779B97F4A7C15)
    SHIFT = np.uint64(64 - 20)

    def __init__(self, windows: dict[bytes, str]) -> None:
        self.windows = windows
        self.maybe = np.zeros(1 << 20, dtype=bool)
        starts = b"".join(window[:8] for window in windows)
        self.maybe[self.mixed(np.frombuffer(starts, dtype="<u8"))] = True

    def mixed(self, words: np.ndarray) -> np.ndarray:
        mixed: np.ndarray = (words * self.MIXER) >> self.SHIFT
        return mixed

    def places_in(self, content: bytes) -> set[str]:
        found = set()
        for shift in range(min(8, max(0, len(content) - 7))):
            words = np.frombuffer(
                content, dtype="<u8", offset=shift, count=(len(content) - shift) // 8
            )
            for at in np.flatnonzero(self.maybe[self.mixed(words)]) * 8 + shift:
                found.add(self.windows.get(content[at : at + WINDOW], ""))
        return found - {""}


def finds(sinks: dict[str, bytes], canaries: Canaries) -> list[str]:
    """Every word in every sink in which it was found."""
    scanner = Scanner(canaries.windows)
    found = []
    for sink, content in sinks.items():
        places = {word for each in inflated(content) for word in scanner.places_in(each)}
        found += [f"{place} in {sink}" for place in sorted(places)]
    return found
