"""The 7,776 words of unlock phrases, read from the very file that the browser loads."""

from functools import cache
from pathlib import Path
from typing import Final

SOURCE: Final = Path(__file__).parent.parent / "static" / "sealed" / "1" / "wordlist.js"


@cache
def words() -> tuple[str, ...]:
    """Return all words in the order of the file."""
    return tuple(SOURCE.read_text("utf-8").split("`")[1].split())
