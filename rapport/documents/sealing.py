"""Sealing a PDF: a PAdES certification that allows no change at all."""

from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.timestamps import HTTPTimeStamper

from rapport.documents.stamp import Stamp

FIELD = "Seal"


class SealWriter(IncrementalPdfFileWriter):
    """Adds the seal and leaves what the document says of itself as it was typeset.

    Written anew, the metadata would spell the schemas of PDF/A and PDF/UA in another way, and would
    have a date of change that no other place of the file knows.
    """

    def _update_meta(self) -> None:
        """Nothing to bring up to date."""


def seal(pdf: bytes, stamp: Stamp, *, reason: str, time_stamps_at: str = "") -> bytes:
    """The sealed document. With the address of an RFC 3161 service, the time is attested too."""
    load: Any = signers.SimpleSigner.load
    signer = load(str(stamp.key), str(stamp.certificate))
    how = signers.PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
        subfilter=SigSeedSubFilter.PADES,
        reason=reason,
    )
    attests = HTTPTimeStamper(time_stamps_at) if time_stamps_at else None
    writer = SealWriter(BytesIO(pdf))
    sealed = signers.PdfSigner(how, signer=signer, timestamper=attests).sign_pdf(writer)
    return bytes(sealed.getvalue())
