"""What a member shows to somebody outside: words with their author's own signature.

The signature was inside the seal. Whoever reads it needs no key of the space, and gets none.
"""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from rapport.sealed.protocol.canonical import canonical, parse_canonical
from rapport.sealed.protocol.envelope import Header, read_body
from rapport.sealed.protocol.identity import Identity, read_statement
from rapport.sealed.protocol.labels import Purpose, label
from rapport.sealed.protocol.primitives import sign, verify
from rapport.sealed.protocol.refusals import require


def read_evidence(shown: Mapping[str, str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return header and body, both as their author signed them, or raise a refusal.

    `shown` is `{header, salt, body, signature, statement, stated}`; see the description.
    """
    header: dict[str, Any] = parse_canonical(shown["header"].encode())
    stated = bytes.fromhex(shown["stated"])
    author = read_statement(shown["statement"].encode(), stated, user=header["by"])
    require(author.hash == header["kid"], "author-key-mismatch")
    body = shown["body"].encode()
    message = _message(shown["header"].encode(), bytes.fromhex(shown["salt"]), body)
    verify(author.ed, bytes.fromhex(shown["signature"]), message)
    return header, read_body(body)


def signature_of(header: Header, salt: bytes, body: bytes, author: Identity) -> bytes:
    """Return the inner signature that an envelope of these parts has."""
    return sign(author.ed_seed, _message(canonical(asdict(header)), salt, body))


def _message(header: bytes, salt: bytes, body: bytes) -> bytes:
    return label(Purpose.SIGNATURE) + len(header).to_bytes(2) + header + salt + body
