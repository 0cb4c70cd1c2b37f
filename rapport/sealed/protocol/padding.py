"""Sizes that tell little: 256 bytes, powers of two up to 64 KiB, then multiples of 64 KiB.

The end is marked by one byte 0x80 followed by zeros, so that every length can be padded and
exactly one padding fits it.
"""

from typing import Final

from rapport.sealed.protocol.refusals import require

SMALLEST: Final = 256
STEP: Final = 65536
MARK: Final = 0x80


def padded_size(length: int) -> int:
    """Return the size, in bytes, that content of this length takes with its mark."""
    needed = length + 1
    if needed > STEP:
        return -(-needed // STEP) * STEP
    return max(SMALLEST, 1 << (needed - 1).bit_length())


def pad(content: bytes) -> bytes:
    """Return content, mark and zeros."""
    return (content + bytes([MARK])).ljust(padded_size(len(content)), b"\0")


def unpad(padded: bytes) -> bytes:
    """Return the content; raise `padding-malformed` unless it was padded exactly so."""
    content = padded.rstrip(b"\0")
    require(content[-1:] == bytes([MARK]), "padding-malformed")
    require(padded_size(len(content) - 1) == len(padded), "padding-malformed")
    return content[:-1]
