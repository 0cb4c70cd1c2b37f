"""The evidence in a shared agreement: what everybody signed, and what opens the signed text.

No Django: whoever has the document can check it without us.
"""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from rapport.sealed.protocol.agreement import read_agreement, verify_agreement
from rapport.sealed.protocol.canonical import canonical, digest, parse_canonical
from rapport.sealed.protocol.disclosure import open_disclosed
from rapport.sealed.protocol.envelope import take_apart
from rapport.sealed.protocol.identity import KeyStatement, read_statement
from rapport.sealed.protocol.refusals import require

FILE: Final = "evidence.json"
VERSION: Final = 1


@dataclass(frozen=True)
class Evidence:
    """Raw bytes. `keys` and `signatures` by person; a key is her statement and its signature."""

    statement: bytes
    signatures: Mapping[str, bytes]
    keys: Mapping[str, tuple[bytes, bytes]]
    envelope: bytes
    opening: bytes

    def packed(self) -> bytes:
        """As canonical JSON, to be attached to the document."""
        return canonical(
            {
                "v": VERSION,
                "statement": text(self.statement),
                "signatures": {user: text(each) for user, each in self.signatures.items()},
                "keys": {user: [text(part) for part in each] for user, each in self.keys.items()},
                "envelope": text(self.envelope),
                "opening": text(self.opening),
            }
        )


@dataclass(frozen=True)
class Proven:
    """What the evidence shows: the public terms, the words of the text, and who signed."""

    terms: dict[str, Any]
    words: dict[str, str]
    signers: tuple[str, ...]


def text(data: bytes) -> str:
    return b64encode(data).decode()


def unpacked(data: bytes) -> Evidence:
    """The evidence in an attachment; a refusal or ValueError when it has another form."""
    record: dict[str, Any] = parse_canonical(data)
    require(record.get("v") == VERSION, "version-unknown")
    return Evidence(
        statement=b64decode(record["statement"]),
        signatures={user: b64decode(each) for user, each in record["signatures"].items()},
        keys={
            user: (b64decode(statement), b64decode(signature))
            for user, (statement, signature) in record["keys"].items()
        },
        envelope=b64decode(record["envelope"]),
        opening=b64decode(record["opening"]),
    )


def prove(evidence: Evidence) -> Proven:
    """Check every link; `protocol.refusals.Refused` names the one that does not hold.

    Every party signed exactly this statement with the key it names; the statement names exactly
    this envelope; the envelope opens, and a party wrote it.
    """
    record = read_agreement(evidence.statement)
    keys = {user: key_of(user, evidence) for user in record["parties"]}
    for user, key in keys.items():
        require(user in evidence.signatures, "agreement-mismatch")
        verify_agreement(evidence.statement, evidence.signatures[user], key)
    require(record["sealed"]["hash"] == digest(evidence.envelope), "agreement-mismatch")
    words = words_of(record, evidence, keys)
    return Proven(record["public"], words, tuple(sorted(keys)))


def key_of(user: str, evidence: Evidence) -> KeyStatement:
    require(user in evidence.keys, "agreement-mismatch")
    statement, signature = evidence.keys[user]
    return read_statement(statement, signature, user=user)


def words_of(
    record: Mapping[str, Any], evidence: Evidence, keys: Mapping[str, KeyStatement]
) -> dict[str, str]:
    """The sealed text; whoever wrote this revision of it is one of the parties."""
    writer = take_apart(evidence.envelope).header.by
    require(writer in keys, "author-not-member")
    header, body = open_disclosed(evidence.envelope, evidence.opening, keys[writer])
    require(header.sid == record["sid"], "wrong-space")
    require(header.oid == record["sealed"]["oid"], "wrong-object")
    return {name: str(word) for name, word in body["words"].items()}
