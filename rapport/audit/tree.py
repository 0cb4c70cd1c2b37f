"""The Merkle tree over the lines of the log: roots and proofs as in RFC 6962, section 2.1.

Pure functions over digests of 32 bytes. A leaf is the digest of a line, see `leaf_digest`.
"""

from collections.abc import Sequence
from hashlib import sha256

Digest = bytes

EMPTY = sha256(b"").digest()
LEAF, NODE = b"\x00", b"\x01"
"""What is hashed before a line and before two digests, so that neither passes for the other."""


def leaf_digest(line: bytes) -> Digest:
    return sha256(LEAF + line).digest()


def node_digest(left: Digest, right: Digest) -> Digest:
    return sha256(NODE + left + right).digest()


def root_of(leaves: Sequence[Digest]) -> Digest:
    """The Merkle tree hash of the leaves, in time linear in their number."""
    peaks: list[tuple[int, Digest]] = []
    for leaf in leaves:
        size, digest = 1, leaf
        while peaks and peaks[-1][0] == size:
            _size, left = peaks.pop()
            size, digest = 2 * size, node_digest(left, digest)
        peaks.append((size, digest))
    return joined([digest for _size, digest in peaks])


def joined(peaks: Sequence[Digest]) -> Digest:
    """The root over complete trees of falling size."""
    if not peaks:
        return EMPTY
    root = peaks[-1]
    for left in reversed(peaks[:-1]):
        root = node_digest(left, root)
    return root


def split_of(size: int) -> int:
    """The largest power of two below `size`, which must be at least 2."""
    return 1 << (size - 1).bit_length() - 1


def consistency_proof(leaves: Sequence[Digest], before: int) -> list[Digest]:
    """That the first `before` leaves (1 to all) are the beginning of these; RFC 6962, 2.1.2."""
    if not 0 < before <= len(leaves):
        raise ValueError(f"There is no earlier log of {before} lines in one of {len(leaves)}.")
    return subproof(leaves, before, whole=True)


def subproof(leaves: Sequence[Digest], before: int, *, whole: bool) -> list[Digest]:
    if before == len(leaves):
        return [] if whole else [root_of(leaves)]
    middle = split_of(len(leaves))
    if before <= middle:
        return [*subproof(leaves[:middle], before, whole=whole), root_of(leaves[middle:])]
    right = subproof(leaves[middle:], before - middle, whole=False)
    return [*right, root_of(leaves[:middle])]


def is_consistent(
    before: int, old_root: Digest, size: int, root: Digest, proof: Sequence[Digest]
) -> bool:
    """Whether the proof shows that the older log is the beginning of the newer; RFC 9162, 2.1.4."""
    if not 0 < before <= size:
        return False
    if before == size:
        return old_root == root and not proof
    path = [old_root, *proof] if before & (before - 1) == 0 else list(proof)
    return bool(path) and climbed(before, size, path) == (old_root, root)


def climbed(before: int, size: int, path: Sequence[Digest]) -> tuple[Digest, Digest] | None:
    """The two roots to which a path leads; None when it has not the right length."""
    first, last = before - 1, size - 1
    while first & 1:
        first, last = first >> 1, last >> 1
    old = new = path[0]
    for digest in path[1:]:
        if last == 0:
            return None
        if first & 1 or first == last:
            old, new = node_digest(digest, old), node_digest(digest, new)
            while not first & 1 and first:
                first, last = first >> 1, last >> 1
        else:
            new = node_digest(new, digest)
        first, last = first >> 1, last >> 1
    return (old, new) if last == 0 else None
