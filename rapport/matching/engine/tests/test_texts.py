"""What people wrote: near where it is about the same, and the same on every machine."""

from importlib.metadata import EntryPoint

import numpy as np
import pytest

from rapport.matching.engine import (
    Criteria,
    Criterion,
    Person,
    Pool,
    UnusableError,
    explain,
    propose,
)
from rapport.matching.engine.scoring import texts
from rapport.matching.engine.scoring.texts import STEPS, directions, letters, model_named


def nearness(one: str, other: str) -> float:
    first, second, *_ = directions([one, other, "something else entirely"], letters)
    return float(first @ second) / STEPS**2


@pytest.mark.parametrize(
    ("near", "far"),
    [
        ("learn to manage a team", "cooking for large families"),
        ("Teams managen lernen", "Kochen für große Familien"),
    ],
)
def test_the_same_words_are_nearer_than_others(near: str, far: str) -> None:
    mine = "managing teams" if "learn" in near else "ein Team managen"
    assert nearness(mine, near) > nearness(mine, far) + 0.1


def test_the_same_text_agrees_fully_and_nothing_agrees_with_nothing() -> None:
    assert nearness("to lead people", "To  lead PEOPLE") == pytest.approx(1, abs=0.05)
    assert not directions(["", " "], letters).any()


def pool() -> Pool:
    def wrote(name: str, text: str) -> Person:
        return Person(
            id=name, answers={"goal": text} if text else {}, shareable=frozenset({"goal"})
        )

    return Pool(
        mentees=(wrote("Ben", "I want to lead a team"), wrote("Bea", "write a novel")),
        mentors=(wrote("Ada", "novels, and how to write"), wrote("Abe", "leading teams")),
    )


MEANING = Criteria(criteria=(Criterion(kind="meaning", question="goal", weight=1),))


def test_who_wrote_about_the_same_is_paired() -> None:
    solution = propose(pool(), MEANING, seed=1)
    assert [pair.ids for pair in solution.pairs] == [("Bea", "Ada"), ("Ben", "Abe")]


def test_no_text_is_neutral() -> None:
    silent = Pool(mentees=(Person(id="Ben"), *pool().mentees[1:]), mentors=pool().mentors)
    solution = propose(silent, MEANING, seed=1)
    assert not explain(solution, ("Ben", "Abe")).parts[0].known


def test_an_unknown_model_is_refused() -> None:
    with pytest.raises(UnusableError, match="model_unknown"):
        model_named("nowhere")


def test_a_package_can_offer_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    offered = EntryPoint("ours", "rapport.matching.engine.scoring.texts:letters", texts.GROUP)

    def found(group: str, name: str) -> list[EntryPoint]:
        return [offered] if (group, name) == (texts.GROUP, "ours") else []

    monkeypatch.setattr(texts, "entry_points", found)
    assert np.array_equal(model_named("ours")(["a word"]), letters(["a word"]))


def test_a_model_out_of_a_package_knows_other_words_for_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Without a network: every way out of the process is closed."""
    monkeypatch.setattr("socket.socket.connect", refuse)
    asked = ["I would like to write a novel", "an author of several books", "cars and engines"]
    by_words, by_letters = (directions(asked, model_named(name)) for name in ("words", "letters"))
    near, far = (by_words[0] @ by_words[other] / STEPS**2 for other in (1, 2))
    assert near > far + 0.2
    assert by_letters[0] @ by_letters[1] / STEPS**2 < far + 0.2
    assert np.array_equal(directions(asked[:2], model_named("words")), by_words[:2])


def refuse(*_: object) -> None:
    raise AssertionError("A model asked the network.")
