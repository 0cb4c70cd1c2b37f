"""A member's copy brings the agreements along, and every change in them is found."""

import json
import zipfile
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from config.verification import main
from rapport.organisations.tenancy import tenant
from rapport.relationships.models import Relationship
from rapport.sealed.copies import copy_of
from rapport.sealed.queries import state_of
from rapport.sealed.vectors.mutations import rewrite
from rapport.sharing.tests.signed import Signed
from tests.cast import Cast

type Files = dict[str, bytes]


@pytest.fixture
def copied(relationship: Relationship, cast: Cast, settings: Settings, tmp_path: Path) -> Files:
    """What a member's browser packs: two versions, the first signed by both and shared."""
    settings.VAR = tmp_path / "var"
    with tenant(cast.organisation):
        signed = Signed(relationship, cast, by=(cast.ada, cast.ben))
        signed.share()
        signed.offer_again(by=(cast.ada,))
        return packed(signed, relationship)


def packed(signed: Signed, relationship: Relationship) -> Files:
    told = copy_of(relationship.space)
    state = state_of(relationship.space, signed.cast.ada)
    ada = signed.hands.members[signed.cast.ada.pk]
    words = {
        thing["oid"]: ada.open(
            b64decode(thing["envelopes"][-1]["sealed"]), signed.hands.sid, thing["oid"]
        )
        for thing in told["objects"]
    }
    files: Files = {"words.json": json.dumps(words).encode()}
    agreements = []
    for version, each in enumerate(told["agreements"], 1):
        paths = {"document": "", "certificate": ""}
        if each["document"]:
            paths = {name: f"agreements/{version}/{name}" for name in paths}
            files[paths["document"]] = b64decode(each["document"])
            files[paths["certificate"]] = each["certificate"].encode()
        agreements.append({**each, **paths})
    record = {
        "format": "rapport export",
        "version": 1,
        "sid": signed.hands.sid,
        "names": {},
        "statements": state["statements"],
        "log": state["log"],
        "keys": {"1": ada.places[signed.hands.sid].key.hex()},
        "objects": told["objects"],
        "agreements": agreements,
    }
    return {**files, "record.json": json.dumps(record).encode()}


def verdict(files: Files, folder: Path) -> int:
    copy = folder / "copy.zip"
    with zipfile.ZipFile(copy, "w") as zipped:
        for name, content in files.items():
            zipped.writestr(name, content)
    return main([str(copy)])


def test_the_copy_says_who_signed_which_version(
    copied: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verdict(copied, tmp_path) == 0
    said = capsys.readouterr().out
    assert "Agreement, version 1: signed by Ada, Ben: all of its parties." in said
    assert "Agreement, version 2: signed by Ada; not by Ben." in said
    assert "Its document is whole and says the same" in said


def changed(change: Callable[[list[Any]], object]) -> Callable[[Files], None]:
    def spoil(files: Files) -> None:
        record = json.loads(files["record.json"])
        change(record["agreements"])
        files["record.json"] = json.dumps(record).encode()

    return spoil


def other_terms(agreements: list[Any]) -> None:
    agreements[0]["statement"] = agreements[0]["statement"].replace('"minutes":45', '"minutes":46')


def stranger(agreements: list[Any]) -> None:
    (first, *_more) = agreements[0]["signatures"].values()
    agreements[0]["signatures"]["60a10000-0000-4000-8000-000000000009"] = first


def swapped(agreements: list[Any]) -> None:
    one, other = agreements[0]["signatures"].values()
    agreements[0]["signatures"] = dict(zip(agreements[0]["signatures"], (other, one), strict=True))


def elsewhere(agreements: list[Any]) -> None:
    sid = "60a10000-0000-4000-8000-000000000009"
    agreements[1]["statement"] = rewrite(agreements[1]["statement"], {"sid": sid})
    agreements[1]["signatures"] = {}


def other_text(agreements: list[Any]) -> None:
    sealed = json.loads(agreements[1]["statement"])["sealed"]
    agreements[1]["statement"] = rewrite(
        agreements[1]["statement"], {"sealed": {**sealed, "hash": "ab" * 32}}
    )
    agreements[1]["signatures"] = {}


def flip_document(files: Files) -> None:
    pdf = files["agreements/1/document"]
    files["agreements/1/document"] = pdf[:900] + bytes([pdf[900] ^ 1]) + pdf[901:]


def append_to_document(files: Files) -> None:
    files["agreements/1/document"] += b"\n"


SPOILED: dict[str, Callable[[Files], None]] = {
    "other terms": changed(other_terms),
    "a signature of a stranger": changed(stranger),
    "signatures swapped": changed(swapped),
    "a version left out": changed(lambda all_: all_.pop(0)),
    "versions swapped": changed(lambda all_: all_.reverse()),
    "an agreement of other pages": changed(elsewhere),
    "an agreement about another text": changed(other_text),
    "a document of another version": changed(lambda all_: all_[1].update(
        document=all_[0]["document"], certificate=all_[0]["certificate"]
    )),
    "a byte of the document": flip_document,
    "something after its end": append_to_document,
}  # fmt: skip


@pytest.mark.parametrize("what", SPOILED)
def test_every_change_is_found(
    what: str, copied: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    SPOILED[what](copied)
    assert verdict(copied, tmp_path) == 1
    assert "does NOT hold" in capsys.readouterr().out
