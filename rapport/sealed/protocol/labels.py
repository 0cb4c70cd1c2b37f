"""The label that every derivation, signature and sealing begins with.

A key or signature made for one purpose can therefore never serve another.
"""

from enum import StrEnum


class Purpose(StrEnum):
    """What a key is derived for or a signature is made over."""

    IDENTITY = "identity"
    KEYRING = "keyring"
    DRAFT = "draft"
    SLOT = "slot"
    PRF = "prf"
    KEY_STATEMENT = "key-statement"
    KEY_SUCCESSION = "key-succession"
    GRANT = "grant"
    KEY_COMMIT = "key-commit"
    SPACE_LOG = "space-log"
    SPACE_APPROVAL = "space-approval"
    CONTENT = "content"
    BLOB = "blob"
    SIGNATURE = "sig"
    AGREEMENT = "agreement"
    FINGERPRINT = "fp"


def label(purpose: Purpose) -> bytes:
    """Return `ssp/1/<purpose>` and a zero byte."""
    return b"ssp/1/" + purpose.encode() + b"\0"
