"""The table of the security standard has an answer in every row, and what it points to is there."""

import csv
import re
from pathlib import Path
from typing import Final

import pytest

from config.environment import ROOT

TABLE: Final = ROOT / "docs" / "reference" / "asvs.csv"
ROWS: Final = list(csv.DictReader(TABLE.read_text("utf-8").splitlines()))
REQUIREMENTS: Final = 253
"""So many of OWASP ASVS 5.0.0 belong to level 1 or 2."""
ANSWERS: Final = {"met", "not applicable", "deviation", "operator", "open"}
PROVEN: Final = {"met", "deviation"}


def place(row: dict[str, str]) -> tuple[int, ...]:
    return tuple(int(part) for part in row["requirement"].split("."))


def is_there(proof: str) -> bool:
    """A file that was read for it, or a test in one."""
    name, _, test = proof.partition("::")
    path = Path(ROOT, name)
    return path.exists() and (not test or f"def {test}(" in path.read_text("utf-8"))


def test_every_requirement_has_its_row_once_and_in_order() -> None:
    places = [place(row) for row in ROWS]
    assert len(places) == REQUIREMENTS
    assert places == sorted(set(places))
    assert {row["level"] for row in ROWS} == {"1", "2"}


@pytest.mark.parametrize("row", ROWS, ids=[row["requirement"] for row in ROWS])
def test_a_row_has_an_answer_a_reason_and_what_proves_it(row: dict[str, str]) -> None:
    assert row["answer"] in ANSWERS
    assert row["how"]
    proofs = row["proof"].split()
    assert proofs or row["answer"] not in PROVEN
    assert [each for each in proofs if not is_there(each)] == []


RULES: Final = TABLE.with_name("combinations.md").read_text("utf-8")


def test_every_rule_for_combinations_names_the_file_in_which_it_stands() -> None:
    rows = [line for line in RULES.splitlines() if line.startswith("| ")][1:]
    assert len(rows) > 20  # fewer, and the page has been forgotten
    places = [re.findall(r"`([\w/]+\.py)`", row)[-1:] for row in rows]
    assert [row for row, place in zip(rows, places, strict=True) if not place] == []
    assert [each for (each,) in places if not Path(ROOT, "rapport", each).exists()] == []


def test_a_time_is_promised_for_every_severity() -> None:
    text = (ROOT / "SECURITY.md").read_text("utf-8")
    promised = re.findall(
        r"^\| (critical|high|medium|low)\b.*\| \d+ (?:hours|days) \|$", text, re.MULTILINE
    )
    assert promised == ["critical", "high", "medium", "low"]
