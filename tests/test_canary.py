"""The scanner finds a planted word in every disguise, and nothing where there is nothing."""

import base64
import gzip
import json
import quopri
import urllib.parse
import zlib
from secrets import token_bytes

import pytest
import zstandard

from tests.canary import WINDOW, Canaries, finds

CANARIES = Canaries()
WORD = CANARIES.plant("disguise")
RAW = WORD.encode()
NOISE = token_bytes(1021)
DISGUISES = {
    "plain": b"..." + RAW,
    "lower": WORD.casefold().encode(),
    "upper": WORD.upper().encode(),
    "utf-16-le": b"x" + WORD.encode("utf-16-le"),
    "utf-16-be": WORD.encode("utf-16-be"),
    "hex": RAW.hex().encode(),
    "upper hex": RAW.hex().upper().encode(),
    **{f"base64 at {at}": base64.b64encode(b"xyz"[:at] + RAW + b"yz") for at in range(3)},
    **{f"base64url at {at}": base64.urlsafe_b64encode(b"xyz"[:at] + RAW) for at in range(3)},
    "address": urllib.parse.quote(WORD).encode(),
    "form": urllib.parse.urlencode({"words": WORD}).encode(),
    "json": json.dumps({"words": WORD}).encode(),
    "mail": quopri.encodestring(RAW),
    "gzip": NOISE + gzip.compress(RAW) + NOISE,
    "zlib": NOISE + zlib.compress(RAW, 1) + NOISE,
    "zstd": NOISE + zstandard.compress(RAW * 5000) + NOISE,
    "gzip in gzip": gzip.compress(NOISE + gzip.compress(RAW)),
    "far inside a stream": zlib.compress(token_bytes(300_000) + RAW),
    "cut off": zlib.compress(token_bytes(300_000) + RAW + token_bytes(300_000))[:-100_000],
}


@pytest.mark.parametrize("disguise", DISGUISES)
def test_a_word_is_known_in_every_disguise(disguise: str) -> None:
    assert finds({disguise: NOISE + DISGUISES[disguise]}, CANARIES) == [f"disguise in {disguise}"]


def test_any_twelve_bytes_of_a_word_betray_it() -> None:
    """Where the word is its own: an emoji and what stands around it are everybody's."""
    own = WORD[:WINDOW].encode()
    for shift in range(8):
        assert finds({"piece": NOISE[:shift] + own + NOISE}, CANARIES)
    for at in range(len(RAW) - WINDOW - 8):
        assert finds({"piece": RAW[at : at + WINDOW + 8]}, CANARIES), at
    assert finds({"too little": NOISE + RAW[: WINDOW - 1] + NOISE}, CANARIES) == []


def test_a_phrase_is_known_where_two_of_its_words_meet() -> None:
    canaries = Canaries()
    canaries.note_phrase("phrase", "marble telephone acorn river")
    for written in ("marble telephone", "marble-telephone", "marble+telephone", "MARBLE"):
        found = finds({"it": f"... {written} ...".encode()}, canaries)
        assert bool(found) == (written != "MARBLE")
    assert finds({"it": base64.b64encode(b"one marble telephone acorn")}, canaries)
    assert finds({"it": b"the telephone of an acorn, a marble"}, canaries) == []


def test_a_key_is_known_in_every_disguise_too() -> None:
    canaries, key = Canaries(), token_bytes(32)
    canaries.note("key", key)
    for written in (key, key.hex().encode(), base64.b64encode(b"_" + key), gzip.compress(key)):
        assert finds({"it": NOISE + written}, canaries) == ["key in it"]
    assert finds({"it": NOISE}, canaries) == []


def test_words_do_not_betray_each_other() -> None:
    """Two of them share an umlaut, an emoji and nothing else."""
    other = Canaries()
    other.plant("other")
    assert finds(DISGUISES, other) == []
