"""The library of questions: open ones, each once, every purpose with a handful."""

from collections import Counter

from rapport.domain.questions import KEYS, PURPOSE_LABELS, QUESTIONS, Purpose, by_purpose

CLOSED = ("Do ", "Did ", "Is ", "Are ", "Have ", "Has ", "Can ", "Would ", "Will ")


def test_each_question_is_there_once() -> None:
    assert len(KEYS) == len({each.text for each in QUESTIONS}) == len(QUESTIONS)


def test_no_question_can_be_answered_with_yes_or_no() -> None:
    assert not [each.key for each in QUESTIONS if each.text.startswith(CLOSED)]
    assert all(each.text.endswith("?") for each in QUESTIONS)


def test_every_purpose_has_a_handful() -> None:
    counted = Counter(each.purpose for each in QUESTIONS)
    assert set(PURPOSE_LABELS) == set(Purpose) == set(counted)
    assert min(counted.values()) >= 5


def test_the_parts_together_are_the_library() -> None:
    assert [each for _purpose, part in by_purpose() for each in part] == list(QUESTIONS)
