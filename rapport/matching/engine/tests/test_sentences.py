"""Every sentence the engine can say stands in a table with the words it fills in."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from rapport.matching.engine import NOTES, REASONS, REFUSALS, UNMATCHED

ENGINE = Path(__file__).parents[1]


def calls(name: str) -> Iterator[ast.Call]:
    for file in sorted(ENGINE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == name:
                yield node


REFUSED = [
    (call.args[0].value, frozenset(word.arg for word in call.keywords))
    for call in calls("UnusableError")
    if isinstance(call.args[0], ast.Constant)
]
SAID = {
    call.args[0].value
    for call in calls("Sentence")
    if call.args and isinstance(call.args[0], ast.Constant)
}


@pytest.mark.parametrize(("key", "words"), REFUSED)
def test_a_refusal_fills_in_what_its_table_says(key: str, words: frozenset[str]) -> None:
    assert REFUSALS[key] == words


def test_no_sentence_is_missing_and_none_is_idle() -> None:
    tables = {*UNMATCHED, *NOTES, *REASONS}
    assert {key for key, _ in REFUSED} == set(REFUSALS)
    assert SAID | {"mentee_wished", "mentor_wished"} == tables
