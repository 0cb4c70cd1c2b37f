"""The shape of the house, held by tests: what stands where, and what must never be."""

import ast
import re
from dataclasses import fields
from pathlib import Path
from uuid import UUID

import pytest
from django.apps import apps

from config.environment import ROOT
from config.listeners import LISTENERS
from rapport.domain.events import KINDS, leaves
from rapport.domain.permissions import PERMISSIONS, RELATIONSHIP_ACTS, Act
from rapport.domain.refusals import Refusal

SOURCES = sorted([*ROOT.glob("rapport/**/*.py"), *ROOT.glob("config/**/*.py")])
OURS = [file for file in SOURCES if "migrations" not in file.parts]
CODE = [file for file in OURS if "tests" not in file.parts]
VAGUE = re.compile(r"^(utils?|helpers?|common|base|manager|misc|tools)$")
LARGEST_FILE, LARGEST_FUNCTION, LARGEST_VIEW = 300, 40, 25


def short(file: Path) -> str:
    return str(file.relative_to(ROOT))


def functions(file: Path) -> list[ast.FunctionDef]:
    tree = ast.walk(ast.parse(file.read_text()))
    return [node for node in tree if isinstance(node, ast.FunctionDef)]


def lines_of(function: ast.FunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def test_every_event_has_its_row_of_listeners() -> None:
    assert set(LISTENERS) == set(leaves())


def test_events_carry_numbers_and_never_words() -> None:
    names_of_phases_and_moves = {"move", "origin", "role", "to"}
    for kind in KINDS.values():
        for each in fields(kind):
            is_number = each.type in {UUID, UUID | None, bool}
            assert is_number or each.name in names_of_phases_and_moves, f"{kind.name()}.{each.name}"


def test_every_act_has_its_row_of_roles() -> None:
    assert set(PERMISSIONS) == set(Act)
    assert set(Act) > RELATIONSHIP_ACTS


def test_every_refusal_is_a_sentence() -> None:
    kinds: list[type[Refusal]] = [Refusal, *Refusal.__subclasses__()]
    assert [kind for kind in kinds if not kind.template.endswith(".")] == []


@pytest.mark.parametrize("file", [f for f in OURS if f.read_text().strip()], ids=short)
def test_a_module_begins_by_saying_what_it_knows(file: Path) -> None:
    if file.name not in {"apps.py", "__init__.py"}:
        assert ast.get_docstring(ast.parse(file.read_text())), f"{short(file)} has no docstring"


def test_no_file_has_a_vague_name() -> None:
    assert [short(file) for file in OURS if VAGUE.match(file.stem)] == []


def test_files_and_functions_stay_small() -> None:
    too_long = [
        f"{short(file)}: {len(file.read_text().splitlines())} lines"
        for file in OURS
        if len(file.read_text().splitlines()) > LARGEST_FILE
    ]
    too_long += [
        f"{short(file)}:{function.name}: {lines_of(function)} lines"
        for file in CODE
        for function in functions(file)
        if lines_of(function) > (LARGEST_VIEW if "views" in file.parts else LARGEST_FUNCTION)
    ]
    assert too_long == []


def test_only_the_door_finds_a_relationship() -> None:
    inside = ("access.py", "models", "queries", "actions", "tests", "tasks.py", "demo")
    offenders = [
        short(file)
        for file in OURS
        if "Relationship.objects" in file.read_text()
        and not any(part in inside for part in file.relative_to(ROOT).parts)
    ]
    assert offenders == []


def test_nothing_is_imported_inside_a_function_without_a_reason() -> None:
    offenders = [
        f"{short(file)}:{number}"
        for file in CODE
        for number, line in enumerate(file.read_text().splitlines(), 1)
        if re.match(r"\s+(from \S+ )?import ", line)
        and "PLC0415  #" not in line
        and not is_for_types_or_warnings(file, number)
    ]
    assert offenders == []


def is_for_types_or_warnings(file: Path, number: int) -> bool:
    """An import under `if TYPE_CHECKING:` or in a `with` at the top of a module."""
    tree = ast.parse(file.read_text())
    guards = [node for node in tree.body if isinstance(node, ast.If | ast.With)]
    return any(guard.lineno <= number <= (guard.end_lineno or 0) for guard in guards)


def test_nothing_is_left_to_do_and_nothing_is_skipped() -> None:
    marks = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|except:\s*$|mark\.skip\b", re.MULTILINE)
    assert [short(file) for file in OURS if marks.search(file.read_text())] == []


def test_every_noun_of_the_database_stands_in_the_glossary() -> None:
    glossary = (ROOT / "docs" / "glossary.md").read_text().lower()
    ours = [m for m in apps.get_models() if m.__module__.startswith("rapport.")]
    missing = [
        model.__name__
        for model in ours
        if re.sub(r"(?<!^)(?=[A-Z])", " ", model.__name__).lower() not in glossary
    ]
    assert missing == []
