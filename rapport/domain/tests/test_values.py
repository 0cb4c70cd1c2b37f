"""The deck: complete, unmistakable, each card with a question."""

from rapport.domain.values import DECK, IMPORTANCE_LABELS, KEYS, Importance


def test_the_deck_has_forty_different_cards() -> None:
    assert len(DECK) == len(KEYS) == len({value.name for value in DECK}) == 40


def test_each_card_asks_one_question() -> None:
    assert all(value.meaning and value.question.endswith("?") for value in DECK)


def test_every_importance_has_a_label() -> None:
    assert set(IMPORTANCE_LABELS) == set(Importance)
