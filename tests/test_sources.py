"""Every element of the two source documents has a place, and a test that holds it."""

import re
from pathlib import Path

import pytest

from config.environment import ROOT

PAGE = ROOT / "docs" / "sources.md"
TEST = re.compile(r"`([\w/.]+\.py)::(test_\w+)`")
COLUMNS = 3
HEADS = {"element", "---"}


def rows() -> list[list[str]]:
    """The cells of every row of every table, without heads and rules."""
    lines = [line for line in PAGE.read_text().splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in cells if row[0] not in HEADS]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0][:60])
def test_no_row_is_empty(row: list[str]) -> None:
    assert len(row) == COLUMNS
    assert all(row)


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0][:60])
def test_the_test_that_is_named_is_there(row: list[str]) -> None:
    named = TEST.findall(row[2])
    assert named
    missing = [name for file, name in named if not holds(ROOT / file, name)]
    assert missing == []


def holds(file: Path, name: str) -> bool:
    return file.is_file() and f"def {name}(" in file.read_text()


def test_both_documents_are_there_and_no_element_stands_twice() -> None:
    assert PAGE.read_text().count("\n## ") >= 2
    names = [row[0] for row in rows()]
    assert len(names) == len(set(names)) > 80
