"""Every refusal is a sentence that says what happened and what is kept."""

import pytest

from rapport.domain import refusals
from rapport.domain.phases import Move, Phase
from rapport.domain.refusals import Refusal, WrongPhase

KINDS: list[type[Refusal]] = [Refusal, *Refusal.__subclasses__()]


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    named = set((refusals.__doc__ or "").split())
    assert {kind.__name__ for kind in KINDS} <= named


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind is not WrongPhase])
def test_a_refusal_speaks_in_whole_sentences(kind: type[Refusal]) -> None:
    sentence = kind().sentence
    assert sentence[0].isupper()
    assert sentence.endswith(".")


def test_a_wrong_move_names_the_phase() -> None:
    assert "winding up" in WrongPhase(Move.GO_ON, Phase.WINDING_UP).sentence


def test_values_are_filled_into_the_template() -> None:
    assert Refusal("Wait until %(day)s.", day="Monday").sentence == "Wait until Monday."
