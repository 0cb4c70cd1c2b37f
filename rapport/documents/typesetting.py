"""From a layout and its words to an accessible PDF, in letters of fonts that we know.

Typst itself brings Latin, Greek, Cyrillic and Hebrew letters. Packages bring further ones, and
whoever runs an installation may add more; letters that nobody brought are refused, never left out.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import typst

from rapport.domain.refusals import Incomplete
from rapport.domain.sentences import _

# Accessible, and an archive that may hold attachments.
ARCHIVE = ("ua-1", "a-3a")
ACCESSIBLE = ("ua-1",)
BROUGHT = ("fontpkg_amiri",)
# How Typst says that it would have to print empty boxes.
WITHOUT_LETTERS = re.compile(r'the text `"(.+?)"` could not be displayed')
FROM_RIGHT = {"R", "AL"}
NO_LETTERS = _(
    "This document was not made, for no font here has the letters “%(letters)s”. Nothing was "
    "changed. Ask whoever runs this installation to add a font that has them."
)


def typeset(
    layout: Path,
    words: Mapping[str, Any],
    standards: Sequence[str] = ARCHIVE,
    fonts: Iterable[Path] = (),
) -> bytes:
    """The PDF of a Typst layout that reads `sys.inputs.words` as JSON; Incomplete if letters lack.

    The same words and fonts give the same bytes: no font and no clock of this machine is used.
    """
    wanted: Any = list(standards)
    try:
        return bytes(
            typst.compile(
                layout.read_bytes(),
                sys_inputs={"words": json.dumps(words, ensure_ascii=False)},
                pdf_standards=wanted,
                font_paths=folders(fonts),
                ignore_system_fonts=True,
            )
        )
    except typst.TypstError as error:
        if lacking := WITHOUT_LETTERS.search(str(error)):
            raise Incomplete(NO_LETTERS, letters=lacking[1]) from error
        raise


def folders(more: Iterable[Path] = ()) -> list[Any]:
    """Where our packages keep their fonts, and those of `more` that are there."""
    brought = [
        Path(spec.origin).parent for name in BROUGHT if (spec := find_spec(name)) and spec.origin
    ]
    return [str(each) for each in (*brought, *more) if each.is_dir()]


def direction_of(text: str) -> str:
    """“rtl” where the first letter is read from right to left, as Unicode has it; else “ltr”."""
    ways = (unicodedata.bidirectional(letter) for letter in text)
    first = next((way for way in ways if way in {"L", *FROM_RIGHT}), "L")
    return "rtl" if first in FROM_RIGHT else "ltr"
