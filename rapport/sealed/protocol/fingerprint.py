"""The number that two people compare when they meet: thirty digits a person, in six groups.

Two halves rather than one joint number, because a server that swaps keys could search for two
fake ones with a common joint number, but not for two with given halves.
"""

import hashlib
from typing import Final

from rapport.sealed.protocol.identity import KeyStatement
from rapport.sealed.protocol.labels import Purpose, label

ROUNDS: Final = 5200
GROUPS: Final = 6


def fingerprint(statement: KeyStatement) -> str:
    """Return six groups of five digits joined by spaces."""
    keys = statement.ed + statement.x
    start = label(Purpose.FINGERPRINT) + statement.user.encode() + keys
    state = hashlib.sha512(start).digest()
    for _ in range(ROUNDS):
        state = hashlib.sha512(state + keys).digest()
    parts = (state[at : at + 5] for at in range(0, GROUPS * 5, 5))
    return " ".join(f"{int.from_bytes(part) % 100_000:05}" for part in parts)
