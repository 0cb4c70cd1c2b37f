"""The key that signs the log: a file outside the database, made once by each installation."""

import os
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)


class WrongKey(RuntimeError):
    """The file does not hold an Ed25519 key."""


def log_key(file: Path) -> Ed25519PrivateKey:
    """The key in this file; made, readable for its owner alone, when there is none yet."""
    if not file.exists():
        make(file)
    key = load_pem_private_key(file.read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise WrongKey(f"{file} holds no Ed25519 key. Nothing was signed; name another file.")
    return key


def make(file: Path) -> None:
    """Write a new key; of two that try at once, the first one's stays."""
    file.parent.mkdir(parents=True, exist_ok=True)
    content = Ed25519PrivateKey.generate().private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    )
    fresh = file.with_name(f"{file.name}.{os.getpid()}")
    fresh.touch(mode=0o600)
    fresh.write_bytes(content)
    try:
        os.link(fresh, file)
    except FileExistsError:
        return
    finally:
        fresh.unlink()
