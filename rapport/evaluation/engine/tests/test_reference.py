"""The page about the engine is true, and the engine is as light as it promises."""

import doctest
import subprocess
import sys
from pathlib import Path

from rapport.evaluation import engine

PAGE = Path(__file__).parents[4] / "docs" / "reference" / "evaluation-engine.md"
FOLDER = Path(engine.__file__).parent
HEAVY = {"disclosure"}
MODULES = sorted(file.stem for file in FOLDER.glob("*.py") if file.stem != "__init__")


def test_the_examples_on_the_page_run() -> None:
    found = doctest.testfile(str(PAGE), module_relative=False, optionflags=doctest.ELLIPSIS)
    assert found.attempted > 15
    assert found.failed == 0


def test_every_module_stands_on_the_page() -> None:
    page = PAGE.read_text()
    assert [name for name in MODULES if f"`{name}`" not in page] == []


def test_the_engine_loads_neither_scipy_nor_django() -> None:
    names = ", ".join(f"rapport.evaluation.engine.{n}" for n in MODULES if n not in HEAVY)
    code = f"import {names}, sys; print([m for m in ('scipy', 'django') if m in sys.modules])"
    found = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    )
    assert found.stdout.strip() == "[]"
