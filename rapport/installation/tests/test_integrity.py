"""Scripts are pinned to their content, and nothing is served that differs from the release."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template import engines
from pytest_django import Settings

from rapport.installation import integrity
from rapport.installation.integrity import ChangedScripts, changed_scripts, refuse_changed_scripts


def test_the_published_list_is_the_scripts_that_are_here() -> None:
    """Red after a script was changed: `make manifest` writes the list anew."""
    assert changed_scripts() == []


def test_an_integrity_value_is_the_one_browsers_compute() -> None:
    """The example of the specification: `alert('Hello, world.');`."""
    known = "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
    assert integrity.integrity(b"alert('Hello, world.');") == known


def test_a_module_stands_behind_what_it_imports() -> None:
    order = integrity.with_imports("sealed/1/sealed.js")
    for path in order:
        text = Path(str(finders.find(path))).read_text()
        for near in re.findall(r'from "\./([\w-]+\.js)"', text):
            assert order.index(f"sealed/1/{near}") < order.index(path)


def test_a_tag_pins_each_script() -> None:
    page = engines["django"].from_string("{% load parts %}{% script 'web/js/theme.js' %}").render()
    assert f'integrity="{integrity.fresh_integrity_of("web/js/theme.js")}"' in page


@pytest.fixture
def changed(monkeypatch: pytest.MonkeyPatch) -> None:
    released = integrity.published() | {"sealed/1/box.js": "sha384-of-something-else"}
    monkeypatch.setattr(integrity, "published", lambda: released)


def test_a_changed_script_is_named_and_nothing_is_served(changed: None, settings: Settings) -> None:
    settings.DEVELOPMENT = False
    with pytest.raises(ChangedScripts, match="sealed/1/box.js"):
        refuse_changed_scripts()


def test_in_development_scripts_may_change(changed: None, settings: Settings) -> None:
    settings.DEVELOPMENT = True
    refuse_changed_scripts()
