"""Public keys that must be refused before any library sees them.

Seven Ed25519 encodings, the sign bit masked, are points of small order or a second spelling of
one. Two of three browser engines accept any signature under them; the third one crashes.
"""

from typing import Final

from rapport.sealed.protocol.refusals import require

LENGTH: Final = 32
WEAK_ED25519: Final = frozenset(
    bytes.fromhex(point)
    for point in (
        "00" * 32,
        "01" + "00" * 31,
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "ec" + "ff" * 30 + "7f",
        "ed" + "ff" * 30 + "7f",
        "ee" + "ff" * 30 + "7f",
    )
)


def require_sound_ed25519(key: bytes) -> None:
    """Raise `key-malformed` or `key-weak` unless the key may verify signatures."""
    require(len(key) == LENGTH, "key-malformed")
    unsigned = key[:-1] + bytes([key[-1] & 0x7F])
    require(unsigned not in WEAK_ED25519, "key-weak")


def require_sound_x25519(key: bytes) -> None:
    """Raise `key-malformed` unless the key has 32 bytes; weak ones fail at the agreement."""
    require(len(key) == LENGTH, "key-malformed")
