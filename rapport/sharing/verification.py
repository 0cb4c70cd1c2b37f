"""`rapport verify AGREEMENT.pdf`: checks a shared agreement offline, without a database.

Ends with 0 when every link holds, 1 when one does not, 2 when the files cannot be read.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from rapport.documents.examination import Attested, Examined, NotSealed, examine
from rapport.documents.stamp import fingerprint_of
from rapport.sealed.protocol.refusals import Refused
from rapport.sharing.evidence import FILE, Proven, prove, unpacked


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code; what was found is printed."""
    asked = parser().parse_args(arguments)
    try:
        pdf, certificate = asked.document.read_bytes(), asked.seal.read_bytes()
        clock = asked.clock.read_bytes() if asked.clock else None
    except OSError as trouble:
        sys.stderr.write(f"{trouble.filename} cannot be read: {trouble.strerror}.\n")
        return 2
    try:
        examined = examine(pdf, certificate, clock)
        proven = proven_by(examined)
    except (NotSealed, Refused) as refused:
        sys.stdout.write(f" WRONG {refused}\n")
        return 1
    sys.stdout.write(told(proven, certificate, examined.attested) + "\n")
    return 0


def parser() -> argparse.ArgumentParser:
    found = argparse.ArgumentParser("rapport verify", description="Check a shared agreement.")
    found.add_argument("document", type=Path, help="the PDF")
    found.add_argument(
        "--seal", type=Path, required=True, help="the certificate of the installation (PEM)"
    )
    found.add_argument(
        "--clock", type=Path, help="the certificate of the time-stamping authority (PEM)"
    )
    return found


def proven_by(examined: Examined) -> Proven:
    """What the document proves; NotSealed or Refused names the link that does not hold."""
    attached = examined.attachments
    if FILE not in attached:
        raise NotSealed(f"The document has no {FILE} attached.")
    try:
        return prove(unpacked(attached[FILE]))
    except (KeyError, TypeError, ValueError) as error:
        raise NotSealed(f"The attached {FILE} has another form than ours.") from error


def told(proven: Proven, certificate: bytes, attested: Attested | None) -> str:
    """The finding as text: whose keys signed, and the words they signed."""
    names, numbers = proven.terms["names"], proven.terms["fingerprints"]
    lines = [
        "The document is whole, and nothing was changed since it was sealed.",
        f"Seal: certificate with SHA-256 {fingerprint_of(certificate)}",
        f"Time: {time_line(attested)}",
        *(f"Signed by {names[user]}, safety number {numbers[user]}" for user in proven.signers),
        *(f"\n[{key}]\n{word}" for key, word in proven.words.items() if word.strip()),
    ]
    return "\n".join(lines)


def time_line(attested: Attested | None) -> str:
    if attested is None:
        return "not attested by anybody outside."
    at = attested.at.isoformat(timespec="seconds")
    known = "checked" if attested.is_known else "give its certificate with --clock to check that"
    return f"sealed before {at}, says “{attested.authority}”; {known}."
