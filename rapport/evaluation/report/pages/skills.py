"""What members lent of the change in their skills: one table a phase, and what it cannot say."""

from collections.abc import Sequence

from rapport.domain.waves import Group
from rapport.evaluation.report.document import Block, Box, Table
from rapport.evaluation.study.skills import PhaseChange, SkillChange
from rapport.evaluation.words import Voice


def skills(phases: Sequence[PhaseChange], voice: Voice) -> list[Block]:
    """Nothing where nothing was ever published."""
    if not phases:
        return []
    tables: list[Block] = [_table(phase, voice) for phase in phases]
    return [*tables, Box(voice.say("skills_care_title"), voice.say("skills_care"))]


def _table(phase: PhaseChange, voice: Voice) -> Table:
    name = phase.names[voice.language]
    return Table(
        voice.say("skills_table", phase=name, since=phase.since),
        (voice.say("skill"), *(_head(phase, group, voice) for group in Group)),
        tuple(
            (skill.names[voice.language], *(_points(skill, group, voice) for group in Group))
            for skill in phase.skills
        ),
    )


def _head(phase: PhaseChange, group: Group, voice: Voice) -> str:
    name = voice.say(f"group_{group}")
    people = phase.people.get(group)
    return voice.say("group_people", group=name, people=people) if people else name


def _points(skill: SkillChange, group: Group, voice: Voice) -> str:
    """With its sign; the same words whatever the reason for hiding is."""
    points = skill.points.get(group)
    if points is None:
        return voice.say("hidden_few")
    text = voice.number(points, 1)
    return f"+{text}" if points > 0 else text if points else f"±{text}"
