"""Looks into a ZIP before anybody opens it: how many parts, and how large they really become."""

import io
import struct
import zipfile
import zlib

from rapport.programmes.reading.limits import Limits

LOCAL_HEADER = struct.Struct("<26xHH")
PIECE = 1024 * 1024


def inflates_too_much(data: bytes, limits: Limits) -> bool:
    """Whether the archive unpacks to more than the limits allow.

    Asks the directory first, which is quick; then inflates every part, because a directory may
    lie. Raises zipfile.BadZipFile or zlib.error for a broken archive.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
    if len(parts) > limits.archive_members:
        return True
    if sum(part.file_size for part in parts) > limits.inflated_bytes:
        return True
    left = limits.inflated_bytes
    for part in parts:
        left -= _real_size(data, part, left)
        if left < 0:
            return True
    return False


def _real_size(data: bytes, part: zipfile.ZipInfo, enough: int) -> int:
    packed = _packed(data, part)
    if part.compress_type == zipfile.ZIP_STORED:
        return len(packed)
    if part.compress_type != zipfile.ZIP_DEFLATED:
        raise zipfile.BadZipFile(part.filename)
    return _inflated(packed, enough)


def _inflated(packed: bytes, enough: int) -> int:
    """The inflated size in bytes, or something above `enough` as soon as that is sure."""
    unpacker, size = zlib.decompressobj(-zlib.MAX_WBITS), 0
    while packed and not unpacker.eof and size <= enough:
        size += len(unpacker.decompress(packed, PIECE))
        packed = unpacker.unconsumed_tail
    return size


def _packed(data: bytes, part: zipfile.ZipInfo) -> bytes:
    header = data[part.header_offset : part.header_offset + LOCAL_HEADER.size]
    if len(header) < LOCAL_HEADER.size:
        raise zipfile.BadZipFile(part.filename)
    name, extra = LOCAL_HEADER.unpack(header)
    start = part.header_offset + LOCAL_HEADER.size + name + extra
    return data[start : start + part.compress_size]
