"""The trust deck: two halves alike, each card unmistakable and with a question."""

import pytest

from rapport.domain.trust import DECK, EFFECT_LABELS, MOST_PICKS, Effect, cards


@pytest.mark.parametrize("effect", Effect)
def test_each_half_has_twelve_different_cards(effect: Effect) -> None:
    half = cards(effect)
    assert len(half) == len({each.key for each in half}) == len({each.text for each in half}) == 12
    assert len(half) > 2 * MOST_PICKS


def test_no_key_means_two_things() -> None:
    assert len({each.key for each in DECK}) == len(DECK)


def test_each_card_asks_one_question() -> None:
    assert all(each.question.endswith("?") for each in DECK)


def test_every_effect_has_a_label() -> None:
    assert set(EFFECT_LABELS) == set(Effect)


def test_the_dangers_the_sources_name_are_among_the_cards() -> None:
    named = {"wastes_time", "repeats", "asks_favours", "uses_contacts"}
    assert named <= {each.key for each in cards(Effect.DAMAGES)}
