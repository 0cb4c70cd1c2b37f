"""Sentences keep wording and values apart, so that they can be said in any language."""

from rapport.programmes.reading import Sentence, Table, from_json, to_json

GERMAN = {"%(count)s rows of %(kind)s": "%(count)s Zeilen: %(kind)s", "a table": "eine Tabelle"}
SENTENCE = Sentence.of("%(count)s rows of %(kind)s", count=20_000, kind=Sentence("a table"))


def test_a_sentence_is_said_in_english_by_itself() -> None:
    assert str(SENTENCE) == "20,000 rows of a table"


def test_a_sentence_is_translated_with_the_wordings_inside_it() -> None:
    assert SENTENCE.said(lambda wording: GERMAN[wording]) == "20,000 Zeilen: eine Tabelle"


def test_words_of_people_are_never_translated_nor_filled_in() -> None:
    sentence = Sentence.of("“%(text)s” is not a number.", text="100% %(count)s a table")
    assert str(sentence) == "“100% %(count)s a table” is not a number."


def test_a_sentence_survives_storing() -> None:
    table = Table("a.csv", "", (), 1, (), (), notes=(SENTENCE,))
    assert from_json(Table, to_json(table)) == table


def test_a_field_that_was_not_stored_yet_takes_its_default() -> None:
    stored = to_json(Table("a.csv", "", (), 1, (), ()))
    assert isinstance(stored, dict)
    del stored["notes"]
    assert from_json(Table, stored).notes == ()
