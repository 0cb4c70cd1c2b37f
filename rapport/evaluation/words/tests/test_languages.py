"""Every language says the same sentences, with the same places to fill."""

import re
import string
from datetime import date

import pytest

from rapport.evaluation.words import LANGUAGES, Note, voice_of
from rapport.evaluation.words.en import WORDS


def places(wording: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(wording) if name}


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_a_language_has_every_sentence_and_no_other(language: str) -> None:
    assert set(LANGUAGES[language].words) == set(WORDS)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_a_sentence_has_the_same_places_in_every_language(language: str) -> None:
    other = LANGUAGES[language].words
    assert [key for key in WORDS if places(WORDS[key]) != places(other[key])] == []


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_no_wording_is_left_as_it_is_in_english(language: str) -> None:
    same = {k for k, v in LANGUAGES[language].words.items() if v == WORDS[k] and len(v) > 40}
    assert language == "en" or same == set()


FORMAL = re.compile(r"(?<!^)(?<![.!?] )\b(Sie|Ihnen|Ihr|Ihre[mnrs]?)\b|\w+en Sie\b")
"""“Sie” as an address: inside a sentence or behind its verb, not where it means others."""


def test_german_says_du_as_the_whole_product_does() -> None:
    german = LANGUAGES["de"].words
    assert [key for key, words in german.items() if FORMAL.search(words)] == []


@pytest.mark.parametrize(
    ("language", "number", "written"),
    [
        ("en", 1234.5, "1,234.5"),
        ("de", 1234.5, "1\u202f234,5"),
        ("en", -0.04, "0.0"),
        ("de", -2, "−2"),
    ],
)
def test_numbers_are_written_as_the_language_writes_them(
    language: str, number: float, written: str
) -> None:
    assert voice_of(language).written(number) == written


def test_one_has_a_sentence_of_its_own() -> None:
    voice = voice_of("en")
    one = voice.say("note_announced", n=1)
    assert one == "1 person has announced a later leaving day and counts as employed."
    assert voice.say("note_announced", n=2).startswith("2 people")


def test_a_note_may_stand_inside_another_and_days_are_local() -> None:
    note = Note.of("question_export_day", latest=date(2024, 3, 1))
    assert "01.03.2024" in voice_of("de-AT").note(note)
    assert "2024-03-01" in voice_of("xx").note(note)
