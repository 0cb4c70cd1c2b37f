"""Reads an e-mail address from a cell and makes it comparable. It sends nothing and asks nobody."""

import re
import unicodedata

LONGEST = 254
LONGEST_DRESSED = 400
DRESSED = re.compile(r"^.*<\s*(?:mailto:)?([^<>]+?)\s*>\s*$")
ADDRESS = re.compile(
    r"[^\s@<>()\[\],;:\"\\]{1,64}@(?:[\w](?:[\w-]{0,61}[\w])?\.)+[^\W\d_](?:[\w-]{0,61}[\w])"
)


def address_of(text: str) -> str | None:
    """The address in small letters, without “mailto:” or a name around it; None if it is none."""
    if len(text) > LONGEST_DRESSED:
        return None
    plain = unicodedata.normalize("NFKC", text).strip().rstrip(";,.").strip("\"' ")
    dressed = DRESSED.match(plain)
    plain = (dressed[1] if dressed else plain).removeprefix("mailto:").casefold()
    if len(text) > LONGEST_DRESSED:
        return None
    plain = unicodedata.normalize("NFC", plain)
    dotted = ".." in plain or plain.startswith(".") or ".@" in plain
    if dotted or len(plain) > LONGEST or not ADDRESS.fullmatch(plain):
        return None
    return plain
