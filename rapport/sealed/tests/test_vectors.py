"""The vector file against the Python implementation, and the implementation against itself."""

import json
import re
from typing import Any

import pytest
from cryptography.hazmat.primitives import hpke as library
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from rapport.sealed.protocol.hpke import hpke_open, hpke_seal
from rapport.sealed.protocol.labels import Purpose
from rapport.sealed.protocol.primitives import deterministic, x25519_public
from rapport.sealed.protocol.refusals import REFUSALS
from rapport.sealed.protocol.wordlist import SOURCE, words
from rapport.sealed.vectors.__main__ import FILE, all_cases
from rapport.sealed.vectors.checks import CHECKS, verdict

CASES: list[dict[str, Any]] = json.loads(FILE.read_text("utf-8"))["cases"]
SCRIPTS = SOURCE.parent


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_every_vector_gets_its_verdict(case: dict[str, Any]) -> None:
    assert verdict(case) == case["expect"]


def test_every_kind_of_check_has_a_good_and_the_judging_ones_a_bad_case() -> None:
    good = {case["check"] for case in CASES if "value" in case["expect"]}
    bad = {case["check"] for case in CASES if "refusal" in case["expect"]}
    makers = {"ed25519-public", "ed25519-sign", "x25519-public", "hkdf", "canonical-build"}
    assert good == CHECKS.keys()
    assert bad == CHECKS.keys() - makers - {"fingerprint", "hpke-open", "standing"}


def test_the_file_is_what_the_generator_writes() -> None:
    assert all_cases() == CASES


def test_almost_every_refusal_has_a_vector() -> None:
    shown = {case["expect"].get("refusal") for case in CASES}
    # These need a file too large to keep, or the memory of a browser that was there before.
    assert REFUSALS.keys() - shown == {
        "too-large",
        "keyring-malformed",
        "history-withheld",
        "key-malformed",
        "key-changed",
    }


def test_python_and_the_browser_know_the_same_refusals_and_purposes() -> None:
    in_browser = set(re.findall(r'"([a-z0-9-]+)"', _constant("refusals.js", "REFUSALS")))
    assert in_browser == REFUSALS.keys()
    assert re.findall(r'"([a-z-]+)"', _constant("labels.js", "PURPOSES")) == list(Purpose)


def test_our_hpke_opens_what_the_library_seals_and_the_other_way_round() -> None:
    private, info = deterministic("peer")(32), b"for a test"
    suite = library.Suite(library.KEM.X25519, library.KDF.HKDF_SHA256, library.AEAD.AES_256_GCM)
    public = X25519PublicKey.from_public_bytes(x25519_public(private))
    own = X25519PrivateKey.from_private_bytes(private)
    assert hpke_open(private, suite.encrypt(b"words", public, info), info=info) == b"words"
    sealed = hpke_seal(x25519_public(private), b"words", info=info, random=deterministic("x"))
    assert suite.decrypt(sealed, own, info) == b"words"


def test_the_word_list_gives_77_bits() -> None:
    assert len(words()) == len(set(words())) == 7776
    assert all(re.fullmatch("[a-z-]{3,9}", word) for word in words())


def _constant(script: str, name: str) -> str:
    text = (SCRIPTS / script).read_text("utf-8")
    found = re.search(rf"{name} = (?:new Set\()?\[(.*?)\]", text, re.DOTALL)
    assert found is not None
    return found[1]
