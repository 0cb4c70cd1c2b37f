"""The recovery code: 130 random bits as 26 base-32 characters and one check character.

Alphabet and check character are Douglas Crockford's: no I, L, O, U in the text, and the value
modulo 37 as a 27th character, which finds every single slip and every swap of neighbours.
"""

from typing import Final

from rapport.sealed.protocol.primitives import Randomness
from rapport.sealed.protocol.refusals import require

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CHECKS: Final = ALPHABET + "*~$=U"
LENGTH: Final = 26
GROUP: Final = 4
MISREAD: Final = str.maketrans({"O": "0", "I": "1", "L": "1", " ": None, "-": None})
SMALL: Final = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def make_code(random: Randomness) -> str:
    """Return a new code in groups of four, the check character at the end."""
    code = "".join(ALPHABET[byte & 31] for byte in random(LENGTH))
    return grouped(code + check_character(code))


def grouped(code: str) -> str:
    """Return the code as it is printed: groups of four joined by hyphens."""
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def check_character(code: str) -> str:
    """Return the check character of 26 characters of the alphabet."""
    value = 0
    for letter in code:
        value = (value * 32 + ALPHABET.index(letter)) % 37
    return CHECKS[value]


def normal_code(typed: str) -> bytes:
    """Return the 26 characters as ASCII; raise `code-malformed` or `code-check-failed`."""
    code = typed.translate(SMALL).translate(MISREAD)
    text, check = code[:LENGTH], code[LENGTH:]
    require(len(check) == 1 and check in CHECKS, "code-malformed")
    require(all(letter in ALPHABET for letter in text), "code-malformed")
    require(check_character(text) == check, "code-check-failed")
    return text.encode()
