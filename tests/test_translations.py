"""No sentence of the product is left without its German: found in sources and templates alone."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils.translation.template import templatize

from config.environment import ROOT
from tools.catalogues import LOCALE, read_po, written

GERMAN = LOCALE / "de" / "LC_MESSAGES" / "django.po"
PRODUCT = ("rapport", "config")
PLACE_OF_KEY = {"_": 0, "gettext": 0, "gettext_lazy": 0, "gettext_noop": 0, "ngettext": 0} | {
    "ngettext_lazy": 0,
    "pgettext": 1,
    "pgettext_lazy": 1,
}
CALLED = re.compile(r"(?<!\w)(?:_|p?gettext|ngettext)\(")
ALIKE = {
    "Agenda",
    "Browser",
    "Code",
    "Fairness",
    "Journal",
    "Mentor",
    "Mentee",
    "Name",
    "Passkey",
} | {
    "Passkey %(number)s",
    "Passkeys",
    "Mentees",
    "Peer",
    "Person",
    "Phase",
    "Plan",
    "Team",
    "Tradition",
}
"""Words that both languages share; everything else reads otherwise in German."""
TOO_FEW = 2_500
"""Fewer sentences than this means that the search has gone blind."""


def sources(ending: str) -> list[Path]:
    found = [file for folder in PRODUCT for file in (ROOT / folder).rglob(f"*{ending}")]
    return [each for each in found if "tests" not in each.parts and "migrations" not in each.parts]


def sentences_in(tree: ast.AST) -> Iterator[str]:
    """What is handed to a function that translates."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        place = PLACE_OF_KEY.get(name, len(node.args))
        text = node.args[place] if place < len(node.args) else None
        if isinstance(text, ast.Constant) and isinstance(text.value, str) and text.value:
            yield text.value


def sentences_of_template(file: Path) -> Iterator[str]:
    """Django turns a template into calls; each is read as the Python it looks like."""
    text = templatize(file.read_text())
    for match in CALLED.finditer(text):
        call = until_closed(text[match.start() :])
        yield from sentences_in(ast.parse(call, mode="eval"))


def until_closed(text: str) -> str:
    """The shortest beginning that Python can read as one expression."""
    ends = (place.end() for place in re.finditer(r"\)", text))
    return next(text[:end] for end in ends if is_whole(text[:end]))


def is_whole(text: str) -> bool:
    try:
        ast.parse(text, mode="eval")
    except SyntaxError:
        return False
    return True


@pytest.fixture(scope="module")
def product() -> set[str]:
    python = {each for file in sources(".py") for each in sentences_in(ast.parse(file.read_text()))}
    pages = [*sources(".html"), *sources(".txt")]
    return python | {each for file in pages for each in sentences_of_template(file)}


@pytest.fixture(scope="module")
def german() -> dict[str, list[str]]:
    return {each.key: each.texts for each in read_po(GERMAN.read_text()) if written(each)}


def test_every_sentence_of_the_product_has_its_german(
    product: set[str], german: dict[str, list[str]]
) -> None:
    assert len(product) > TOO_FEW
    left = sorted(each for each in product if each not in german)
    assert left == [], "python -m tools.catalogues gather, write, compile"


def test_only_shared_words_read_the_same(product: set[str], german: dict[str, list[str]]) -> None:
    same = {each for each in product if german.get(each, [""])[0] == each}
    assert same <= ALIKE


def test_german_says_du_and_never_sie(german: dict[str, list[str]]) -> None:
    """One form of address for everybody: a polite verb or pronoun would be a slip."""
    polite = re.compile(r"(?<=[a-zäöüß,] )(Sie|Ihnen|Ihr|Ihre[mnrs]?)\b")
    texts = [text for each in german.values() for text in each]
    assert [text for text in texts if polite.search(text)] == []
