"""The change in skills that was published of a programme, as values for its report."""

from django.utils.translation import gettext, override

from rapport.domain.waves import NO_CHANGE, SKILLS, THEMES, Group, Subject
from rapport.evaluation.study.skills import Names, PhaseChange, SkillChange
from rapport.evaluation.waves.models import Wave
from rapport.evaluation.waves.queries import waves_of
from rapport.evaluation.words import LANGUAGES
from rapport.programmes.models import Programme
from rapport.relationships.pages.journey import PHASE_NAMES


def skills_of(programme: Programme) -> tuple[PhaseChange, ...]:
    """The newest half-year of each phase of which anything was published."""
    newest = (waves_of(programme, subject).exclude(releases=None).first() for subject in SKILLS)
    return tuple(phase_change(wave) for wave in newest if wave is not None)


def phase_change(wave: Wave) -> PhaseChange:
    subject = Subject(wave.subject)
    releases = {Group(each.group): each for each in wave.releases.all()}
    return PhaseChange(
        phase=SKILLS[subject],
        names=named(PHASE_NAMES[SKILLS[subject]]),
        since=wave.month,
        people={group: release.band for group, release in releases.items()},
        skills=tuple(
            SkillChange(
                key,
                named(name),
                {
                    group: round(release.figures[key] - NO_CHANGE, 1)
                    for group, release in releases.items()
                    if key in release.figures
                },
            )
            for key, name in THEMES[subject].items()
        ),
    )


def named(sentence: str) -> Names:
    names = {}
    for language in LANGUAGES:
        with override(language):
            names[language] = gettext(sentence)
    return names
