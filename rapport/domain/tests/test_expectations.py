"""The expectations: complete, unmistakable, and never mixed up with a value."""

from rapport.domain import values
from rapport.domain.expectations import DECK, KEYS, PREFIX, WEIGHT_LABELS, Weight


def test_the_deck_has_twenty_different_cards() -> None:
    assert len(DECK) == len(KEYS) == len({each.name for each in DECK}) == 20


def test_each_card_says_what_it_means_and_asks_one_question() -> None:
    assert all(each.meaning and each.question.endswith("?") for each in DECK)


def test_both_decks_may_lie_in_the_same_words() -> None:
    assert not KEYS & values.KEYS
    assert all(key.startswith(PREFIX) for key in KEYS)
    assert not any(key.startswith(PREFIX) for key in values.KEYS)


def test_every_weight_has_a_label() -> None:
    assert set(WEIGHT_LABELS) == set(Weight)
    assert not {each.value for each in Weight} & {each.value for each in values.Importance}
