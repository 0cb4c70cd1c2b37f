"""What changed in the skills of a phase, as members lent it and as it was published.

Nothing is computed here: the figures were pooled, made coarse and examined when their half-year was
closed. A report repeats them as they stand, or two tellings together could say what neither does.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rapport.domain.phases import Phase
from rapport.domain.waves import Group

type Names = Mapping[str, str]
"""A word of the product in each language of the report."""


@dataclass(frozen=True)
class SkillChange:
    """One skill: points up or down in each group that is shown; other groups are hidden."""

    key: str
    names: Names
    points: Mapping[Group, float]


@dataclass(frozen=True)
class PhaseChange:
    """The skills of one phase in the half-year from `since`, and how many people stand behind it.

    `people` is a band such as "10–19" for each group that is shown.
    """

    phase: Phase
    names: Names
    since: date
    people: Mapping[Group, str]
    skills: tuple[SkillChange, ...]
