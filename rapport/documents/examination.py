"""Examining a sealed PDF offline: sealed by whom, whole, unchanged, and what is attached.

Bytes after the end of a sealed file do not break the seal itself, so we demand that the seal
covers the entire file.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext


class NotSealed(ValueError):
    """The document is not what its seal says; the sentence says why."""


def examine(pdf: bytes, certificate: bytes) -> dict[str, bytes]:
    """The attachments of a document that this certificate (PEM) sealed; NotSealed otherwise."""
    try:
        reader = PdfFileReader(BytesIO(pdf))
        seals = reader.embedded_signatures
    except (PdfError, ValueError, KeyError, IndexError) as error:
        raise NotSealed("This file is no readable PDF; perhaps it was cut off.") from error
    if len(seals) != 1:
        raise NotSealed(f"The document carries {len(seals)} seals; it must carry exactly one.")
    trusted = ValidationContext(
        trust_roots=list(load_certs_from_pemder_data(certificate)), allow_fetching=False
    )
    require_whole(validate_pdf_signature(seals[0], trusted))
    return dict(attachments(reader))


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
        (not status.bottom_line, "Something was changed after sealing."),
    )
    for is_wrong, sentence in wrong:
        if is_wrong:
            raise NotSealed(sentence)


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
