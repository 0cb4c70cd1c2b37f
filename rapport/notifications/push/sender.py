"""Who we are towards push services (VAPID, RFC 8292): a key of this installation, a signed note."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from django.conf import settings

from rapport.notifications.push.encryption import point

HOLDS = timedelta(hours=12)
"""How long a note holds; services take at most a day."""


def encoded(data: bytes) -> str:
    """Base64 as it stands in addresses, without padding."""
    return urlsafe_b64encode(data).decode().rstrip("=")


def decoded(text: str) -> bytes:
    """The bytes of such text; ValueError when it is none."""
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


@cache
def our_key(file: Path) -> ec.EllipticCurvePrivateKey:
    """Made at first asking, readable for the operator alone. A new one loses all devices."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        new = ec.generate_private_key(ec.SECP256R1())
        file.write_bytes(new.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    key = load_pem_private_key(file.read_bytes(), None)
    assert isinstance(key, ec.EllipticCurvePrivateKey)  # noqa: S101  # we wrote it
    return key


def public_key() -> str:
    """What a browser is told when it asks its service for an address."""
    return encoded(point(our_key(key_file()).public_key()))


def key_file() -> Path:
    return Path(settings.VAR) / "push-key.pem"


def authorization(endpoint: str, now: datetime) -> str:
    """The header that says to the service at this address that it is us."""
    parts = urlsplit(endpoint)
    claims = {
        "aud": f"{parts.scheme}://{parts.netloc}",
        "exp": int((now + HOLDS).timestamp()),
        "sub": settings.ADDRESS,
    }
    head = encoded(json.dumps({"typ": "JWT", "alg": "ES256"}).encode())
    note = f"{head}.{encoded(json.dumps(claims).encode())}"
    r, s = decode_dss_signature(our_key(key_file()).sign(note.encode(), ec.ECDSA(SHA256())))
    signature = encoded(r.to_bytes(32, "big") + s.to_bytes(32, "big"))
    return f"vapid t={note}.{signature}, k={public_key()}"
