"""Whatever the library says, it says in our words."""

from pathlib import Path

import allauth
import pytest
from django.utils.translation import override

from rapport.people.letters import as_html, compose
from rapport.people.words import LETTERS, MESSAGES, NOT_OFFERED

TEMPLATES = Path(allauth.__file__).parent / "templates"
APPS = ("account", "mfa", "usersessions")


def keys(pattern: str) -> list[str]:
    files = [file for app in APPS for file in sorted((TEMPLATES / app).glob(pattern))]
    return [str(file.relative_to(TEMPLATES)) for file in files]


@pytest.mark.parametrize("key", keys("messages/*.txt"))
def test_each_message_has_a_row(key: str) -> None:
    assert key in MESSAGES or key in NOT_OFFERED


@pytest.mark.parametrize("key", keys("email/*_subject.txt"))
def test_each_letter_has_a_row(key: str) -> None:
    name = key.removesuffix("_subject.txt")
    assert name in LETTERS or name in NOT_OFFERED


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_is_the_same_as_text_and_as_page(name: str) -> None:
    places = ["password_reset_url", "reset_url", "activate_url", "when", "ip"]
    values = dict.fromkeys([*places, "from_email", "to_email"], "https://x.example/y")
    with override("en"):
        mail = compose(LETTERS[name], "ada@example.org", **values)
    page = str(mail.alternatives[0][0])
    assert "%(" not in mail.body + page
    assert ("https://" in mail.body) == ("<a href=" in page)
    assert "style" not in page


def test_words_in_a_letter_are_words() -> None:
    assert "<b>" not in as_html("x", ["Hello <b>Ada</b>"])
