"""Time-stamps (RFC 3161): an authority elsewhere attests that bytes were there at a moment."""

import asyncio
from hashlib import new
from typing import Any

from asn1crypto import cms
from pyhanko.sign.timestamps import HTTPTimeStamper
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import validate_tst_signed_data
from pyhanko.sign.validation.status import TimestampSignatureStatus

from rapport.documents.examination import Attested, NotSealed, attested_by, trusting

DIGEST = "sha256"


def time_stamp(content: bytes, address: str) -> bytes:
    """The authority's token for these bytes; it sees their SHA-256 and nothing else.

    Raises OSError or pyHanko's TimestampRequestError when there is none to be had.
    """
    asking = HTTPTimeStamper(address).async_timestamp(new(DIGEST, content).digest(), DIGEST)
    return bytes(asyncio.run(asking).dump())


def read_time_stamp(token: bytes, content: bytes, clock: bytes | None = None) -> Attested:
    """When these bytes were there, and by whose word; NotSealed when the token is not about them.

    `clock` is the certificate (PEM) of the authority or of whoever vouches for it.
    """

    def imprint(algorithm: str) -> bytes:
        return new(algorithm, content).digest()

    try:
        data: Any = cms.ContentInfo.load(token)["content"]
        values = asyncio.run(validate_tst_signed_data(data, trusting(clock), imprint))
    except (ValueError, TypeError, SignatureValidationError) as error:
        raise NotSealed("This is no time-stamp.") from error
    found = attested_by(TimestampSignatureStatus(**values), clock)
    if found is None:
        raise NotSealed("This is no time-stamp.")
    return found
