"""Opening one envelope to somebody outside, by its members' own wish.

What is given away is the extracted key of that one envelope (RFC 5869, section 2.2: the salt is
the envelope's own). It opens this envelope, with its commitment and its author's signature, and
leads neither to the key of the space nor to any other envelope.
"""

import hmac
from typing import Any, Final

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from rapport.sealed.protocol.box import COMMIT
from rapport.sealed.protocol.envelope import (
    SIGNATURE,
    Header,
    content_info,
    read_body,
    signed_message,
    take_apart,
)
from rapport.sealed.protocol.identity import KeyStatement
from rapport.sealed.protocol.padding import unpad
from rapport.sealed.protocol.primitives import ZERO_NONCE, aes_open, same, verify
from rapport.sealed.protocol.refusals import require

OPENING: Final = 32
"""Bytes of an opening."""


def opening_of(envelope: bytes, space_key: bytes) -> bytes:
    """What opens this envelope and no other, 32 bytes."""
    return hmac.digest(take_apart(envelope).salt, space_key, "sha256")


def open_disclosed(
    envelope: bytes, opening: bytes, author: KeyStatement
) -> tuple[Header, dict[str, Any]]:
    """Header and body by an opening; `wrong-key`, `damaged` or another refusal."""
    parts = take_apart(envelope)
    require(len(opening) == OPENING, "wrong-key")
    require(parts.header.by == author.user, "author-not-member")
    require(parts.header.kid == author.hash, "author-key-mismatch")
    info = content_info(parts.header_bytes)
    derived = HKDFExpand(algorithm=SHA256(), length=64, info=info).derive(opening)
    require(same(derived[32:], parts.sealed[:COMMIT]), "wrong-key")
    padded = aes_open(derived[:32], ZERO_NONCE, parts.sealed[COMMIT:], parts.header_bytes)
    content = unpad(padded)
    require(len(content) >= SIGNATURE, "body-malformed")
    signature, body = content[:SIGNATURE], content[SIGNATURE:]
    length = len(parts.header_bytes).to_bytes(2)
    message = signed_message(length, parts.header_bytes, parts.salt, body)
    verify(author.ed, signature, message)
    return parts.header, read_body(body)
