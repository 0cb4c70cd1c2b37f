"""The agreements in somebody's own copy, checked without server and database.

Each version is signed by its parties with keys that the copy holds, names the version before, and
names a text of the same copy. A document beside it must be whole, and prove the same statement.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from rapport.documents.examination import examine
from rapport.documents.stamp import fingerprint_of
from rapport.sealed.protocol.agreement import read_agreement, verify_agreement
from rapport.sealed.protocol.canonical import digest
from rapport.sealed.protocol.refusals import require
from rapport.sealed.verification import Archive, statements_in
from rapport.sharing.evidence import FILE, prove, unpacked


def verify_agreements(archive: Archive) -> Iterator[str]:
    """A line for each version that holds; raises where one does not."""
    before = ""
    for told in archive.record.get("agreements", []):
        data = told["statement"].encode()
        record = read_agreement(data)
        require(record["sid"] == archive.record["sid"], "agreement-mismatch")
        require(record["prev"] == before, "agreement-mismatch")
        before = digest(data)
        require_text(record["sealed"], archive)
        yield f"Agreement, version {record['version']}: {signed_by(told, record, archive)}."
        if told["document"]:
            yield document_line(told, data, archive)


def require_text(sealed: Mapping[str, Any], archive: Archive) -> None:
    """The text is one revision of an object in this copy, also where it was erased since."""
    things = [each for each in archive.record["objects"] if each["oid"] == sealed["oid"]]
    digests = [one["digest"] for each in things for one in each["envelopes"]]
    require(sealed["hash"] in digests[sealed["rev"] - 1 : sealed["rev"]], "agreement-mismatch")


def signed_by(told: Mapping[str, Any], record: Mapping[str, Any], archive: Archive) -> str:
    """Who signed, and whom it lacks."""
    keys, data = statements_in(archive), told["statement"].encode()
    for user, signature in told["signatures"].items():
        key = keys.get(record["parties"].get(user, ""))
        require(key is not None, "agreement-mismatch")
        if key is not None:
            verify_agreement(data, bytes.fromhex(signature), key)
    names = record["public"].get("names", {})
    signers = sorted(names.get(user, user) for user in told["signatures"])
    lacking = sorted(
        names.get(user, user) for user in record["parties"].keys() - told["signatures"]
    )
    said = f"signed by {', '.join(signers)}" if signers else "signed by nobody"
    return f"{said}; not by {', '.join(lacking)}" if lacking else f"{said}: all of its parties"


def document_line(told: Mapping[str, Any], statement: bytes, archive: Archive) -> str:
    """The sealed document says the same; the seal is the one whose certificate lies beside it."""
    certificate = archive.zipped.read(told["certificate"])
    examined = examine(archive.zipped.read(told["document"]), certificate)
    evidence = unpacked(examined.attachments[FILE])
    prove(evidence)
    require(evidence.statement == statement, "agreement-mismatch")
    return (
        f"Its document is whole and says the same; sealed with the certificate whose SHA-256 is "
        f"{fingerprint_of(certificate)}. Compare that with the page “What is running here”."
    )
