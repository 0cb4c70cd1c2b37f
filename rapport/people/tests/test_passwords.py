"""Which passwords are refused, and that good ones are not."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from rapport.people.models import Person
from rapport.people.passwords import known

REFUSED = {
    "eleven chars": "x7#kQ2m!p9z",
    "too long": "correct horse " * 10,
    "on the list as it is": "1q2w3e4r5t6y",
    "with figures behind": "sunshine2026!",
    "with signs around": "!!!Basketball!!!",
    "in figures for letters": "P@$$w0rd1234",
    "with blanks": "i love you 2026",
    "repeated": "dragondragon",
    "repeated and dressed": "Monkey_Monkey_1",
    "backwards": "drowssap2024",
    "two known ones": "chocolatebutterfly",
    "two known ones, dressed": "Summer-Winter-99",
    "a row of keys": "qwertyuiopas",
    "the alphabet": "abcdefghijklm",
    "figures in a row": "123456789012",
    "few characters": "aabbaabbaabbaabb",
    "our own field": "Mentoring2026",
    "her name": "ada lovelace 1",
    "her address": "ada@example.org",
}
GOOD = [
    "a long walk by the river",
    "correct horse battery staple",
    "vB8!xq2Lr0sZ",
    "größe-und-äpfel",
]
GOOD += ["кошка на окне спит", "lampe teich sieben wolle", "x" * 3 + "-olive-" + "tram.9" * 19]


@pytest.mark.parametrize("password", REFUSED.values(), ids=REFUSED.keys())
def test_a_guessable_password_is_refused(password: str) -> None:
    ada = Person(name="Ada Lovelace", email="ada@example.org")
    with pytest.raises(ValidationError):
        validate_password(password, ada)


@pytest.mark.parametrize("password", GOOD)
def test_a_good_password_passes(password: str) -> None:
    validate_password(password, Person(name="Ada Lovelace", email="ada@example.org"))


def test_the_list_is_there() -> None:
    assert len(known()) > 19_000
