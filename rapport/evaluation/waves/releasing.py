"""From the figures of a wave to what may be shown of them: rules first, then the auditor."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from rapport.domain.permissions import Role
from rapport.domain.waves import (
    SIDES,
    Giver,
    Group,
    People,
    coarse,
    groups_of,
    shown_groups,
)
from rapport.evaluation.waves.auditing import Publication, tells_a_colluder, tells_somebody

type Figures = tuple[Role, Mapping[str, int]]
"""What one member lent, and on which side she is."""

type Shown = dict[Group, dict[str, float]]
"""Means by group and theme; what is not in it is hidden."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was published before of one group: who stood behind it, and the means by theme."""

    group: Group
    people: frozenset[str]
    means: Mapping[str, float]


def released(
    givers: Sequence[Giver],
    figures: Sequence[Figures],
    earlier: Sequence[Earlier],
    themes: Iterable[str],
) -> Shown:
    """What may be shown of these themes. `earlier` is all that was ever published, oldest first."""
    groups = groups_of(givers)
    last = {each.group: each.people for each in earlier}
    shown: Shown = {group: {} for group in shown_groups(groups, last)}
    for theme in themes:
        means = {group: mean_of(theme, group, groups, figures) for group in shown}
        for group in safe_groups(theme, means, groups, figures, earlier):
            shown[group][theme] = means[group]
    return shown


def mean_of(
    theme: str, group: Group, groups: Mapping[Group, People], figures: Sequence[Figures]
) -> float:
    sides = SIDES.get(group)
    values = [each[theme] for role, each in figures if sides is None or role in sides]
    return coarse(fmean(values), len(groups[group]))


def safe_groups(
    theme: str,
    means: Mapping[Group, float],
    groups: Mapping[Group, People],
    figures: Sequence[Figures],
    earlier: Sequence[Earlier],
) -> frozenset[Group]:
    """The smallest group is given up first, until the auditor finds nothing any more."""
    answers = {
        role: frozenset(each[theme] for of, each in figures if of == role)
        for role in {role for role, _figures in figures}
    }
    before = [
        Publication(each.people, each.means[theme]) for each in earlier if theme in each.means
    ]
    left = set(means)
    while left:
        now = [Publication(names(groups[group]), means[group]) for group in left]
        if not (
            tells_somebody(now)
            or tells_a_colluder(now, groups, answers)
            or tells_somebody([*before, *now])
        ):
            break
        left.remove(min(left, key=lambda group: (len(groups[group]), group)))
    return frozenset(left)


def names(people: People) -> frozenset[str]:
    return frozenset(each.person for each in people)
