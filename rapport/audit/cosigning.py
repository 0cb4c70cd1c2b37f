"""A witness's signature below a checkpoint, in the format C2SP tlog-cosignature.

A witness signs only what follows from what she signed before; so two people whose checkpoints
carry her name have seen one and the same log.
"""

from base64 import b64decode, b64encode
from datetime import UTC, datetime
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from rapport.audit.notes import DASH, BadNote, public_bytes

COSIGNATURE = b"\x04"
"""The signature type of a timestamped Ed25519 cosignature."""
HEAD = "cosignature/v1\ntime {seconds}\n"


def cosigner_id(name: str, key: Ed25519PublicKey) -> bytes:
    return sha256(name.encode() + b"\n" + COSIGNATURE + public_bytes(key)).digest()[:4]


def cosigner_key(name: str, key: Ed25519PublicKey) -> str:
    """The witness's public key as one line, for whoever checks her signatures."""
    encoded = b64encode(COSIGNATURE + public_bytes(key)).decode()
    return f"{name}+{cosigner_id(name, key).hex()}+{encoded}"


def cosigned(note: str, name: str, key: Ed25519PrivateKey, at: datetime) -> str:
    """The note with the witness's line below the others."""
    seconds = int(at.timestamp())
    signature = key.sign(message(text_of(note), seconds))
    raw = cosigner_id(name, key.public_key()) + seconds.to_bytes(8) + signature
    return f"{note}{DASH}{name} {b64encode(raw).decode()}\n"


def cosigned_at(note: str, cosigner: str) -> datetime:
    """When this witness signed the note; BadNote when she did not."""
    name, _id, encoded = cosigner.split("+", 2)
    key = Ed25519PublicKey.from_public_bytes(b64decode(encoded)[1:])
    for line in note.rpartition("\n\n")[2].splitlines():
        if line.startswith(f"{DASH}{name} "):
            seconds = signed_seconds(line, name, key, text_of(note))
            if seconds is not None:
                return datetime.fromtimestamp(seconds, UTC)
    raise BadNote(f"The witness {name} has not signed this checkpoint.")


def signed_seconds(line: str, name: str, key: Ed25519PublicKey, text: str) -> int | None:
    try:
        raw = b64decode(line.rpartition(" ")[2], validate=True)
        seconds = int.from_bytes(raw[4:12])
        key.verify(raw[12:], message(text, seconds))
    except (ValueError, InvalidSignature):
        return None
    return seconds if raw[:4] == cosigner_id(name, key) else None


def text_of(note: str) -> str:
    text, found, _signatures = note.partition("\n\n")
    if not found:
        raise BadNote("There is no signature below the text.")
    return f"{text}\n"


def message(text: str, seconds: int) -> bytes:
    return f"{HEAD.format(seconds=seconds)}{text}".encode()
