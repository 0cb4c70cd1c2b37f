"""`rapport verify FILE`: checks an export without the server, the database or the browser's code.

Knows the protocol and the archive's layout: `record.json` with log, statements, keys and
envelopes, `words.json` with what the browser said they mean, `sealed/` and `files/`.
"""

import json
import sys
import zipfile
from base64 import b64decode
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from getpass import getpass
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, Final

from rapport.sealed import age
from rapport.sealed.protocol.blob import open_blob
from rapport.sealed.protocol.canonical import digest
from rapport.sealed.protocol.envelope import (
    ENTRY,
    Header,
    Wanted,
    open_envelope,
    take_apart,
)
from rapport.sealed.protocol.fingerprint import fingerprint
from rapport.sealed.protocol.identity import KeyStatement, read_statement
from rapport.sealed.protocol.log_entry import SignedEntry
from rapport.sealed.protocol.refusals import Refused, require
from rapport.sealed.protocol.space_log import SpaceState, replay, require_key


@dataclass
class Archive:
    """An export, opened; `record` is its `record.json`."""

    zipped: zipfile.ZipFile
    record: dict[str, Any]
    words: dict[str, Any]

    @property
    def keys(self) -> dict[int, bytes]:
        return {int(epoch): bytes.fromhex(key) for epoch, key in self.record["keys"].items()}


type Check = Callable[[Archive], Iterator[str]]


def main(arguments: Sequence[str], also: Sequence[Check] = ()) -> int:
    """Check one file; 0 when all of it holds, 1 when something does not, 2 when it is no file.

    `also` are checks of parts that other applications put into an export.
    """
    if len(arguments) != 1 or not Path(arguments[0]).is_file():
        sys.stderr.write("Say which file to check: rapport verify FILE\n")
        return 2
    content = Path(arguments[0]).read_bytes()
    try:
        if content.startswith(age.MAGIC):
            content = age.age_open(content, getpass("The six words of this copy: ").strip())
    except age.Unopened as trouble:
        sys.stderr.write(f"{trouble} Nothing was checked.\n")
        return 2
    if not content.startswith(ZIP):
        sys.stderr.write("This is no export of Rapport: nothing was checked.\n")
        return 2
    try:
        for line in verify_export(BytesIO(content), also):
            sys.stdout.write(f"{line}\n")
    except (Refused, KeyError, ValueError, TypeError, zipfile.BadZipFile) as trouble:
        sys.stdout.write(f"This does NOT hold: {trouble}\n")
        return 1
    sys.stdout.write("Everything in this file holds.\n")
    return 0


def verify_export(file: BinaryIO, also: Sequence[Check] = ()) -> Iterator[str]:
    """Yield a line for each part that holds; raise where one does not."""
    with zipfile.ZipFile(file) as zipped:
        record = json.loads(zipped.read("record.json"))
        require(record["format"] == "rapport export" and record["version"] == 1, "version-unknown")
        archive = Archive(zipped, record, json.loads(zipped.read("words.json")))
        state = _state(archive)
        yield f"The log of {len(state.heads)} entries is whole; {len(state.epochs)} keys fit it."
        for user, known in state.members.items():
            yield f"{record['names'].get(user, user)}: {fingerprint(known)}"
        headers = list(_objects(archive, state))
        yield f"{len(headers)} envelopes are signed by members, in order and unchanged."
        files = _files(archive)
        yield f"{files} attachments are whole."
        for check in also:
            yield from check(archive)


ZIP: Final = b"PK\x03\x04"


def statements_in(archive: Archive) -> dict[str, KeyStatement]:
    """All key statements of the export, verified, by their hash."""
    return {each.hash: each for each in map(_statement, archive.record["statements"])}


def _state(archive: Archive) -> SpaceState:
    statements = statements_in(archive)
    entries = [
        SignedEntry(
            each["entry"].encode(),
            bytes.fromhex(each["signature"]),
            {user: bytes.fromhex(by) for user, by in each["approvals"].items()},
        )
        for each in archive.record["log"]
    ]
    state = replay(entries, sid=archive.record["sid"], statements=statements)
    for epoch, key in archive.keys.items():
        require_key(state, key, epoch=epoch)
    return state


def _statement(told: dict[str, str]) -> KeyStatement:
    data, signature = told["statement"].encode(), bytes.fromhex(told["signature"])
    succession = bytes.fromhex(told.get("succession", ""))
    return read_statement(data, signature, user=told["user"], succession=succession)


def _objects(archive: Archive, state: SpaceState) -> Iterator[Header]:
    chains: dict[str, dict[int, tuple[str, str]]] = {}
    for thing in archive.record["objects"]:
        before, words = "", None
        for envelope in thing["envelopes"]:
            if envelope["sealed"]:
                header, words = _opened(archive, state, thing["oid"], envelope)
                require(header.prv == before, "chain-broken")
                steps = chains.setdefault(header.by, {})
                steps[header.seq] = (header.aph, envelope["digest"])
                yield header
            before = envelope["digest"]
        require(archive.words.get(thing["oid"]) == words, "body-malformed")
    for steps in chains.values():
        _require_chain(steps)


def _opened(
    archive: Archive, state: SpaceState, oid: str, told: dict[str, Any]
) -> tuple[Header, dict[str, Any] | None]:
    sealed = b64decode(told["sealed"], validate=True)
    require(digest(sealed) == told["digest"], "chain-broken")
    cls = take_apart(sealed).header.cls
    wanted = Wanted(archive.record["sid"], oid, cls)
    header, body = open_envelope(sealed, wanted=wanted, keys=archive.keys, circle=state)
    return header, body["words"] if cls == ENTRY else None


def _require_chain(steps: dict[int, tuple[str, str]]) -> None:
    """An author's envelopes name each other; only what was erased may be missing between."""
    for number, (before, _) in steps.items():
        if number - 1 in steps:
            require(before == steps[number - 1][1], "chain-broken")


def _files(archive: Archive) -> int:
    count, names = 0, archive.zipped.namelist()
    for words in archive.words.values():
        for file in words.get("files", []) if isinstance(words.get("files"), list) else []:
            blob = archive.zipped.read(f"sealed/{file['oid']}")
            require(digest(blob) == file["hash"], "damaged")
            key, sid = bytes.fromhex(file["key"]), archive.record["sid"]
            content = open_blob(blob, sid=sid, oid=file["oid"], key=key)
            (path,) = [name for name in names if name.startswith(f"files/{file['oid']}/")]
            require(archive.zipped.read(path) == content, "damaged")
            count += 1
    return count
