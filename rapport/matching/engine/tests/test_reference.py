"""The examples of the reference run and give what it says they give."""

import re
from pathlib import Path

from rapport.matching.engine import read_criteria

PAGE = Path(__file__).parents[4] / "docs" / "reference" / "matching-engine.md"
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", PAGE.read_text(), re.DOTALL)


def test_every_example_gives_what_it_says() -> None:
    known: dict[str, object] = {}
    for kind, code in BLOCKS:
        if kind == "python":
            run(code, known)


def run(code: str, known: dict[str, object]) -> None:
    """Run an example; where its last line is a comment, the line before gives that value."""
    lines = code.strip().split("\n")
    if not lines[-1].startswith("# "):
        exec(code, known)  # noqa: S102 - our own page
        return
    exec("\n".join(lines[:-2]), known)  # noqa: S102
    assert repr(eval(lines[-2], known)) == lines[-1].removeprefix("# ")  # noqa: S307


def test_the_example_file_is_understood() -> None:
    (written,) = (code for kind, code in BLOCKS if kind == "toml")
    assert read_criteria(written).protected == {"gender"}
