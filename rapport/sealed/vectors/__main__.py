"""Write `ssp1.json` anew: `python -m rapport.sealed.vectors`."""

import json
import sys
from pathlib import Path
from typing import Any, Final

from rapport.sealed.vectors.blob_cases import blob_cases
from rapport.sealed.vectors.cases import (
    envelope_cases,
    slot_cases,
    statement_cases,
    text_cases,
    wrap_cases,
)
from rapport.sealed.vectors.checks import verdict
from rapport.sealed.vectors.evidence_cases import evidence_cases
from rapport.sealed.vectors.log_cases import (
    grant_cases,
    later_envelope_cases,
    log_cases,
    standing_cases,
)
from rapport.sealed.vectors.rfc import published
from rapport.sealed.vectors.scene import make_scene
from rapport.sealed.vectors.shared_cases import (
    agreement_cases,
    canonical_cases,
)

FILE: Final = Path(__file__).parent / "ssp1.json"


def all_cases() -> list[dict[str, Any]]:
    """Return every case with its verdict: the published ones first, then our own."""
    scene = make_scene()
    own = [
        *canonical_cases(),
        *text_cases(scene),
        *slot_cases(scene),
        *statement_cases(scene),
        *wrap_cases(scene),
        *log_cases(scene),
        *grant_cases(scene),
        *standing_cases(scene),
        *envelope_cases(scene),
        *later_envelope_cases(scene),
        *agreement_cases(scene),
        *blob_cases(),
        *evidence_cases(scene),
    ]
    return published() + [{**case, "expect": verdict(case)} for case in own]


def main() -> None:
    """Write the file and say how many cases it has."""
    cases = all_cases()
    content = {"format": "ssp/1 vectors", "version": 1, "cases": cases}
    FILE.write_text(json.dumps(content, indent=1, ensure_ascii=True) + "\n", "utf-8")
    sys.stdout.write(f"{len(cases)} cases in {FILE.name}\n")


if __name__ == "__main__":
    main()
