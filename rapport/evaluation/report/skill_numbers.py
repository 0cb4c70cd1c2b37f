"""The change in skills for scripts: the coarse figures of the page, and hidden where it hides."""

from collections.abc import Iterator, Sequence
from typing import Any

from rapport.domain.findings import Why
from rapport.domain.waves import Group
from rapport.evaluation.study.skills import PhaseChange, SkillChange

METHOD = "lent and pooled"


def skills_found(phases: Sequence[PhaseChange], language: str) -> list[dict[str, Any]]:
    return [
        {
            "phase": phase.phase.value,
            "since": phase.since.isoformat(),
            "people": {group.value: phase.people.get(group) for group in Group},
            "skills": [
                {
                    "skill": skill.key,
                    "name": skill.names[language],
                    **{group.value: _figure(skill, group) for group in Group},
                }
                for skill in phase.skills
            ],
        }
        for phase in phases
    ]


def skill_lines(phases: Sequence[PhaseChange]) -> Iterator[list[Any]]:
    """As lines of the CSV. People are known as bands alone, so their number stays empty."""
    for phase in phases:
        for skill in phase.skills:
            for group in Group:
                figure = _figure(skill, group)
                name = f"{phase.phase.value}_{skill.key}"
                cells = [figure.get("value", ""), "", "", "", METHOD if "value" in figure else ""]
                yield [name, group.value, *cells, "", figure.get("hidden", "")]


def _figure(skill: SkillChange, group: Group) -> dict[str, Any]:
    points = skill.points.get(group)
    return {"hidden": Why.FEW.value} if points is None else {"value": points}
