"""Examining a sealed PDF offline: sealed by whom, whole, unchanged, and what is attached.

Bytes after the end of a sealed file do not break the seal itself, so we demand that the seal
covers the entire file.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext


class NotSealed(ValueError):
    """The document is not what its seal says; the sentence says why."""


@dataclass(frozen=True)
class Attested:
    """When a time-stamping authority saw the seal; known, when its certificate was given to us."""

    at: datetime
    authority: str
    is_known: bool


@dataclass(frozen=True)
class Examined:
    """A document that holds: what is attached to it, and who attests its time, if anybody does."""

    attachments: Mapping[str, bytes]
    attested: Attested | None


def examine(pdf: bytes, certificate: bytes, clock: bytes | None = None) -> Examined:
    """A document that this certificate (PEM) sealed; NotSealed otherwise.

    `clock` is the certificate of the time-stamping authority or of whoever vouches for it.
    """
    try:
        reader = PdfFileReader(BytesIO(pdf))
        seals = reader.embedded_signatures
    except (PdfError, ValueError, KeyError, IndexError) as error:
        raise NotSealed("This file is no readable PDF; perhaps it was cut off.") from error
    if len(seals) != 1:
        raise NotSealed(f"The document carries {len(seals)} seals; it must carry exactly one.")
    status: Any = validate_pdf_signature(seals[0], trusting(certificate), trusting(clock))
    require_whole(status)
    attested = attested_by(status.timestamp_validity, clock)
    return Examined(dict(attachments(reader)), attested)


def trusting(certificate: bytes | None) -> ValidationContext:
    """These certificates and no others; nothing is fetched."""
    roots = list(load_certs_from_pemder_data(certificate)) if certificate else []
    return ValidationContext(trust_roots=roots, allow_fetching=False)


def require_whole(status: Any) -> None:
    """Each thing that can be wrong, in the order in which it matters."""
    wrong = (
        (not status.intact, "Bytes under the seal were changed."),
        (not status.valid, "The seal itself is not valid."),
        (not status.trusted, "The seal was made with another certificate than the given one."),
        (
            status.coverage != SignatureCoverageLevel.ENTIRE_FILE,
            "There are bytes in the file that the seal does not cover.",
        ),
        (
            status.modification_level != ModificationLevel.NONE or not status.docmdp_ok,
            "Something was changed after sealing.",
        ),
    )
    for is_wrong, sentence in wrong:
        if is_wrong:
            raise NotSealed(sentence)


def attested_by(stamp: Any, clock: bytes | None) -> Attested | None:
    """What the time-stamp says. One that does not fit the seal is refused, also unasked.

    Its authority is checked only when somebody says whom to trust: we cannot know that.
    """
    if stamp is None:
        if clock is not None:
            raise NotSealed("The document has no time-stamp.")
        return None
    if not (stamp.intact and stamp.valid):
        raise NotSealed("The time-stamp does not belong to this seal.")
    if clock is not None and not stamp.trusted:
        raise NotSealed("The time-stamp was made by another authority than the given one.")
    authority = stamp.signing_cert.subject.human_friendly
    return Attested(stamp.timestamp, authority, is_known=clock is not None)


def attachments(reader: PdfFileReader) -> Iterator[tuple[str, bytes]]:
    """Name and content of each attached file."""
    try:
        names = reader.root["/Names"]["/EmbeddedFiles"]["/Names"]
    except KeyError:
        return
    for place in range(0, len(names), 2):
        file = names[place + 1].get_object()["/EF"]
        stream = file["/F"] if "/F" in file else file["/UF"]
        yield str(names[place]).lstrip("/"), bytes(stream.get_object().data)
