"""What no template of ours may contain, and what each must name rightly."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.template.loader import get_template

ROOT = Path(__file__).parents[3]
COMPONENTS = ROOT / "rapport/web/templates/web/components"
LONGEST = 120
FILES = {"report.html"}
"""Files that people keep and open themselves; no page of ours, so styles stand in them."""

FORBIDDEN = {
    "an inline style": re.compile(r"\sstyle\s*=|<style\b", re.IGNORECASE),
    "an inline script": re.compile(r"<script\b(?![^>]*\ssrc=)[^>]*>", re.IGNORECASE),
    "a script that is no module": re.compile(r"<script\b(?![^>]*type=\"module\")", re.IGNORECASE),
    "a script that is not pinned": re.compile(r"<script\b[^>]*\ssrc=", re.IGNORECASE),
    "a handler in an attribute": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "an address that is a script": re.compile(r"javascript:", re.IGNORECASE),
    "words that are not escaped": re.compile(r"\|\s*safe\b|autoescape\s+off|\|\s*safeseq\b"),
}
OFFENDERS = {
    "an inline style": '<p style="color: red">',
    "an inline script": "<script>alert()</script>",
    "a script that is no module": '<script src="x.js"></script>',
    "a script that is not pinned": '<script type="module" src="x.js"></script>',
    "a handler in an attribute": '<a href="#" onclick="go()">',
    "an address that is a script": '<a href="javascript:go()">',
    "words that are not escaped": "{{ name|safe }}",
}
TAGS = re.compile(r"{%(?!\s*autoescape).*?%}")
NAMED = re.compile(r"{%\s*(?:include|extends)\s+[\"']([^\"'#]+)[\"']")
WRAPPED = re.compile(r"{%\s*wrap\s+[\"'](\w+)[\"']")
POSTING = re.compile(
    r"{%\s*include\s+\"web/components/(?:button|next_step|choices)\.html\"[^%]*"
    r"(?:\saction=|\schoices=)[^%]*\sonly\s*%}"
)


USED = re.compile(r"{%\s*(?:include\s+\"web/components/(\w+)\.html\"|wrap\s+\"(\w+)\")([^%]*)%}")
GIVEN = re.compile(r"\s(\w+)=")


def templates() -> Iterator[Path]:
    yield from sorted(ROOT.glob("rapport/**/templates/**/*.html"))


def text_of(template: Path) -> str:
    return template.read_text(encoding="utf-8")


def markup_of(template: Path) -> str:
    """What reaches the browser whatever the words are; filters stay, to be looked at."""
    return TAGS.sub("", text_of(template))


EVERY = pytest.mark.parametrize(
    "template", list(templates()), ids=lambda path: str(path.relative_to(ROOT / "rapport"))
)


@pytest.mark.parametrize("fault", FORBIDDEN)
def test_the_guard_itself_finds_the_fault(fault: str) -> None:
    assert FORBIDDEN[fault].search(OFFENDERS[fault])


@pytest.mark.parametrize(
    "template", [each for each in templates() if each.name not in FILES], ids=lambda path: path.name
)
def test_a_template_holds_nothing_the_browser_would_run_or_paint_by_itself(template: Path) -> None:
    found = [fault for fault, pattern in FORBIDDEN.items() if pattern.search(markup_of(template))]
    assert found == []


@EVERY
def test_a_template_is_short_enough_to_read(template: Path) -> None:
    assert len(text_of(template).splitlines()) <= LONGEST


@EVERY
def test_a_template_can_be_parsed_and_names_only_what_exists(template: Path) -> None:
    words = text_of(template)
    parts = [f"web/components/{part}.html" for part in WRAPPED.findall(words)]
    for name in [str(template).split("/templates/")[1], *NAMED.findall(words), *parts]:
        get_template(name)


@EVERY
def test_a_part_that_posts_is_given_the_token(template: Path) -> None:
    posting = [call.group() for call in POSTING.finditer(text_of(template))]
    assert [call for call in posting if "csrf_token=" not in call] == []


@EVERY
def test_a_part_is_given_only_words_it_shows(template: Path) -> None:
    unknown = [
        f"{included or wrapped}: {word}"
        for included, wrapped, words in USED.findall(text_of(template))
        for word in GIVEN.findall(words)
        if not re.search(rf"\b{word}\b", text_of(COMPONENTS / f"{included or wrapped}.html"))
    ]
    assert [found for found in unknown if not found.endswith("csrf_token")] == []
