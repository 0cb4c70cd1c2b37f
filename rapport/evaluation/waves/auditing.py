"""The last word before figures go out: an attacker who knows who is in every group.

She also knows the answer of one colluding member, and puts everything together that was ever
published. What would tell her anything about anybody is not shown.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapport.domain.permissions import Role
from rapport.domain.pulse import HIGH, LOW
from rapport.domain.waves import Group, People, step_of
from rapport.evaluation.engine.disclosure import Release, exposed

SCALE = (LOW, HIGH)
type Answers = Mapping[Role, frozenset[int]]
"""Which answers were given on each side: what a colluding member may have given."""


@dataclass(frozen=True, slots=True)
class Publication:
    """The mean of one theme in one group, as it is or would be published."""

    people: frozenset[str]
    mean: float

    @property
    def room(self) -> float:
        """How far the true mean may lie from what is said."""
        return step_of(len(self.people)) / 2


def tells_somebody(publications: Sequence[Publication]) -> bool:
    """Whether all of them together narrow down the answer of anybody."""
    everybody = sorted(frozenset[str]().union(*(each.people for each in publications)))
    return bool(exposed(releases_of(publications, everybody), len(everybody), SCALE))


def tells_a_colluder(
    publications: Sequence[Publication], groups: Mapping[Group, People], answers: Answers
) -> bool:
    """The same for somebody who adds the answer of one member; any member of a side is alike."""
    everybody = sorted(frozenset[str]().union(*(each.people for each in publications)))
    releases = releases_of(publications, everybody)
    return any(
        exposed(releases, len(everybody), SCALE, {everybody.index(person): answer})
        for person, role in one_of_each_side(groups, everybody)
        for answer in answers.get(role, frozenset())
    )


def releases_of(publications: Iterable[Publication], everybody: Sequence[str]) -> list[Release]:
    places = {person: place for place, person in enumerate(everybody)}
    return [
        Release(
            tuple(sorted(places[person] for person in each.people)),
            each.mean - each.room,
            each.mean + each.room,
        )
        for each in publications
    ]


def one_of_each_side(
    groups: Mapping[Group, People], everybody: Sequence[str]
) -> Iterable[tuple[str, Role]]:
    """One member of each role: within a role all stand in the same groups."""
    chosen = {each.role: each.person for each in groups[Group.EVERYBODY]}
    return [(person, role) for role, person in chosen.items() if person in everybody]
