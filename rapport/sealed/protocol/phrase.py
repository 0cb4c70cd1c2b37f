"""Unlock phrases: six words drawn from a list, and what a person types brought to one form."""

import re
import unicodedata
from typing import Final

from rapport.sealed.protocol.primitives import Randomness
from rapport.sealed.protocol.refusals import require
from rapport.sealed.protocol.wordlist import words

SHORTEST: Final = 16
WORDS_IN_A_PHRASE: Final = 6
SPACES: Final = re.compile(r"[ \t\r\n]+")
CAPITALS: Final = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")


def make_phrase(random: Randomness) -> str:
    """Return six words drawn independently: log2(7776) × 6 = 77.5 bits."""
    return " ".join(words()[_below(len(words()), random)] for _ in range(WORDS_IN_A_PHRASE))


def normal_phrase(typed: str) -> bytes:
    """Return UTF-8 after NFKC, single spaces and small ASCII letters; `phrase-too-short` < 16."""
    compatible = unicodedata.normalize("NFKC", typed)
    phrase = SPACES.sub(" ", compatible).strip(" ").translate(CAPITALS)
    require(len(phrase) >= SHORTEST, "phrase-too-short")
    return phrase.encode()


def _below(bound: int, random: Randomness) -> int:
    # Draws above the largest multiple are thrown away; a plain remainder favours the first words.
    highest = 65536 - 65536 % bound
    while (drawn := int.from_bytes(random(2))) >= highest:
        continue
    return drawn % bound
