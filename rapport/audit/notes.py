"""Signed notes and checkpoints, in the formats C2SP signed-note and tlog-checkpoint.

A checkpoint says: the log of this origin has so many lines and this root. Who keeps one can
show later that lines were changed or cut off.
"""

from base64 import b64decode, b64encode
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

ED25519 = b"\x01"
"""The signature type of an Ed25519 key in a note."""
DASH = "— "


class BadNote(ValueError):
    """A text is no signed note of this key."""


@dataclass(frozen=True)
class Checkpoint:
    """The whole of a log in three values; `root` has 32 bytes."""

    origin: str
    size: int
    root: bytes

    def text(self) -> str:
        return f"{self.origin}\n{self.size}\n{b64encode(self.root).decode()}\n"


def public_bytes(key: Ed25519PublicKey) -> bytes:
    return key.public_bytes(Encoding.Raw, PublicFormat.Raw)


def key_id(name: str, key: Ed25519PublicKey) -> bytes:
    """Four bytes by which a note says whose signature a line is."""
    return sha256(name.encode() + b"\n" + ED25519 + public_bytes(key)).digest()[:4]


def verifier_key(name: str, key: Ed25519PublicKey) -> str:
    """The public key as one line: name, key id and key, as witnesses keep it."""
    key_bytes = b64encode(ED25519 + public_bytes(key)).decode()
    return f"{name}+{key_id(name, key).hex()}+{key_bytes}"


def signed(text: str, name: str, key: Ed25519PrivateKey) -> str:
    """The text with a line of signature below an empty line; it ends with a newline."""
    signature = key_id(name, key.public_key()) + key.sign(text.encode())
    return f"{text}\n{DASH}{name} {b64encode(signature).decode()}\n"


def opened(note: str, verifier: str) -> str:
    """The text of a note that this key signed; BadNote otherwise."""
    name, _id, encoded = verifier.split("+", 2)
    key = Ed25519PublicKey.from_public_bytes(b64decode(encoded)[1:])
    text, found, signatures = note.rpartition(f"\n\n{DASH}")
    if not found:
        raise BadNote("There is no signature below the text.")
    text += "\n"
    for line in f"{DASH}{signatures}".splitlines():
        if line.startswith(f"{DASH}{name} ") and is_signature(line, name, key, text):
            return text
    raise BadNote(f"No signature of {name} fits this text.")


def is_signature(line: str, name: str, key: Ed25519PublicKey, text: str) -> bool:
    try:
        raw = b64decode(line.rpartition(" ")[2], validate=True)
        key.verify(raw[4:], text.encode())
    except (ValueError, InvalidSignature):
        return False
    return raw[:4] == key_id(name, key)


def read_checkpoint(text: str) -> Checkpoint:
    """The three values of a checkpoint's text; BadNote when it is none."""
    try:
        origin, size, root, *_more = text.split("\n")
        checkpoint = Checkpoint(origin, int(size), b64decode(root, validate=True))
    except ValueError as error:
        raise BadNote("This is no checkpoint: it needs an origin, a size and a root.") from error
    if checkpoint.size < 0 or len(checkpoint.root) != sha256().digest_size:
        raise BadNote("This is no checkpoint: its size or its root cannot be right.")
    return checkpoint
