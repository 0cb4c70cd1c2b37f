"""From a layout and its words to an accessible PDF."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typst


def typeset(layout: Path, words: Mapping[str, Any]) -> bytes:
    """The PDF of a Typst layout that reads `sys.inputs.words` as JSON.

    The same words give the same bytes: no font and no clock of this machine is used.
    """
    return bytes(
        typst.compile(
            layout.read_bytes(),
            sys_inputs={"words": json.dumps(words, ensure_ascii=False)},
            pdf_standards=["ua-1", "a-3a"],  # accessible, and an archive that may hold attachments
            ignore_system_fonts=True,
        )
    )
