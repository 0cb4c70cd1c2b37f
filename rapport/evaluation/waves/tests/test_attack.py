"""An attacker who knows every group tries thousands of waves; without any one rule she succeeds."""

from collections.abc import Callable, Iterator, Mapping
from random import Random
from typing import Any

import pytest

from rapport.domain import waves
from rapport.domain.permissions import Role
from rapport.domain.waves import Giver, Group, groups_of
from rapport.evaluation.engine.disclosure import exposed
from rapport.evaluation.waves import releasing
from rapport.evaluation.waves.auditing import Publication, releases_of
from rapport.evaluation.waves.releasing import Earlier, released

THEME = "respect"
PROGRAMMES, WAVES = 25, 3


class Programme:
    """People who keep their answers, and come and go between the months."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311  # a simulation
        usual = self.random.choice([2, 4, 5])
        self.answers: dict[str, int] = {}
        self.givers: list[Giver] = []
        self.usual = usual
        for _each in range(self.random.randint(4, 24)):
            self.come()

    def come(self) -> None:
        name = f"p{len(self.answers)}"
        self.answers[name] = self.random.choice([self.usual, self.usual, self.random.randint(1, 5)])
        role = self.random.choice([Role.MENTOR, Role.MENTEE, Role.MENTEE, Role.PEER])
        self.givers.append(Giver(name, f"pair{self.random.randint(0, 12)}", role))

    def move(self) -> None:
        """A few leave, a few come; sometimes nobody, sometimes many."""
        for _each in range(self.random.choice([0, 1, 2, 7])):
            if self.givers:
                self.givers.pop(self.random.randrange(len(self.givers)))
        for _each in range(self.random.choice([0, 1, 6])):
            self.come()


def published(seed: int) -> Iterator[tuple[list[Giver], dict[Group, float]]]:
    """The months of one programme, one after the other, as they would go out."""
    programme = Programme(seed)
    earlier: list[Earlier] = []
    for _month in range(WAVES):
        figures = [
            (each.role, {THEME: programme.answers[each.person]}) for each in programme.givers
        ]
        shown = released(programme.givers, figures, earlier, [THEME])
        groups = groups_of(programme.givers)
        means = {group: found[THEME] for group, found in shown.items() if THEME in found}
        for group, mean in means.items():
            people = frozenset(each.person for each in groups[group])
            earlier.append(Earlier(group, people, {THEME: mean}))
        yield list(programme.givers), means
        programme.move()


def attack(seed: int) -> list[str]:
    """What she finds: groups that are too small, small differences, narrowed answers."""
    found: list[str] = []
    last: dict[Group, frozenset[Giver]] = {}
    everything: list[Publication] = []
    for givers, means in published(seed):
        groups = groups_of(givers)
        shown = {group: groups[group] for group in means}
        found += too_small(shown) + small_rests(shown) + small_moves(shown, last)
        last |= shown
        now = [
            Publication(frozenset(each.person for each in groups[group]), mean)
            for group, mean in means.items()
        ]
        everything += now
        found += narrowed(now) + narrowed(everything)
    return found


type Shown = Mapping[Group, frozenset[Giver]]


def too_small(shown: Shown) -> list[str]:
    return [
        f"{group} is small"
        for group, people in shown.items()
        if len(people) < 5 or len({each.pair for each in people}) < 5
    ]


def small_rests(shown: Shown) -> list[str]:
    """The whole without its parts."""
    whole = shown.get(Group.EVERYBODY)
    parts = [people for group, people in shown.items() if group is not Group.EVERYBODY]
    rests = [whole - part for part in parts] if whole else []
    if whole and parts:
        rests.append(whole - frozenset().union(*parts))
    return ["a small rest" for rest in rests if rest and too_small({Group.EVERYBODY: rest})]


def small_moves(shown: Shown, last: Shown) -> list[str]:
    """The same group before and after somebody left."""
    moved = [
        {each.person for each in people} ^ {each.person for each in last[group]}
        for group, people in shown.items()
        if group in last
    ]
    return ["a small move" for each in moved if 0 < len(each) < 5]


def narrowed(publications: list[Publication]) -> list[str]:
    everybody = sorted(frozenset[str]().union(*(each.people for each in publications)))
    found = exposed(releases_of(publications, everybody), len(everybody), (1, 5))
    return [f"the answer of {everybody[place]}" for place in found]


def test_the_attacker_finds_nothing() -> None:
    assert [(seed, found) for seed in range(PROGRAMMES) if (found := attack(seed))] == []


def test_there_was_something_to_attack() -> None:
    shown = [means for seed in range(PROGRAMMES) for _givers, means in published(seed) if means]
    assert len(shown) > PROGRAMMES / 2


def yes(*_: object) -> bool:
    return True


def no(*_: object) -> bool:
    return False


def finely(_people: int) -> float:
    return 0.001


# Each rule switched off in turn: where it lives, and what stands in its place.
OFF: dict[str, tuple[Any, str, Callable[..., Any]]] = {
    "five people of five pairs": (waves, "is_enough", bool),
    "nobody is left over": (waves, "leaves_nobody_over", yes),
    "nobody or five have moved": (waves, "is_far_from", yes),
    "coarse values": (waves, "step_of", finely),
    "the auditor": (releasing, "tells_somebody", no),
}


@pytest.mark.parametrize("rule", OFF)
def test_without_any_one_rule_she_succeeds(rule: str, monkeypatch: pytest.MonkeyPatch) -> None:
    where, name, instead = OFF[rule]
    monkeypatch.setattr(where, name, instead)
    if rule == "coarse values":
        monkeypatch.setattr("rapport.evaluation.waves.auditing.step_of", instead)
    if rule in {"coarse values", "the auditor"}:
        monkeypatch.setattr(releasing, "tells_somebody", no)
        monkeypatch.setattr(releasing, "tells_a_colluder", no)
    assert any(attack(seed) for seed in range(PROGRAMMES))


def test_a_colluding_member_learns_nothing_either(monkeypatch: pytest.MonkeyPatch) -> None:
    """Five of six said 5: whoever knows of the one 1 knows nearly everything."""
    givers = [Giver(f"p{n}", f"pair{n}", Role.MENTEE) for n in range(6)]
    values = [1, 5, 5, 5, 5, 5]
    figures = [(Role.MENTEE, {THEME: value}) for value in values]
    assert released(givers, figures, [], [THEME])[Group.EVERYBODY] == {}
    monkeypatch.setattr(releasing, "tells_a_colluder", no)
    monkeypatch.setattr(releasing, "tells_somebody", no)
    assert released(givers, figures, [], [THEME])[Group.EVERYBODY] == {THEME: 4.5}
