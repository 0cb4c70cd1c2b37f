"""Waves as their page wants them: a figure, or the one sentence that stands for every hiding.

The pulse says means from 1 to 5; skills say what changed, as a signed number around 0.
"""

from collections.abc import Iterable
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext

from rapport.domain.sentences import _
from rapport.domain.waves import (
    GROUP_LABELS,
    NO_CHANGE,
    POOLED,
    SKILLS,
    STATEMENTS,
    THEMES,
    Group,
    Subject,
)
from rapport.evaluation.waves.models import Wave, WaveRelease
from rapport.evaluation.waves.queries import waves_of
from rapport.programmes.models import Programme
from rapport.relationships.pages.journey import phase_name

HIDDEN = _("fewer than 5 answers")
"""The same whatever the reason is, so that the reason tells nothing."""


def table_of(wave: Wave) -> dict[str, Any]:
    """One row a statement, one column a group."""
    releases, themes = releases_by_group(wave), THEMES[Subject(wave.subject)]
    say = change if wave.subject in SKILLS else cell
    return {
        "columns": [column(group, releases.get(group)) for group in Group],
        "rows": [
            {
                "text": gettext(text),
                "cells": [
                    {"label": gettext(GROUP_LABELS[group]), **say(releases.get(group), theme)}
                    for group in Group
                ],
            }
            for theme, text in themes.items()
        ],
    }


def releases_by_group(wave: Wave) -> dict[Group, WaveRelease]:
    return {Group(each.group): each for each in wave.releases.all()}


def column(group: Group, release: WaveRelease | None) -> dict[str, Any]:
    """Who stands behind it, in bands; nothing where nothing is shown."""
    band, share = (release.band, release.share) if release else ("", 0)
    return {"label": gettext(GROUP_LABELS[group]), "band": band, "share": share}


def cell(release: WaveRelease | None, theme: str) -> dict[str, Any]:
    mean = release.figures.get(theme) if release else None
    if mean is None:
        return {"is_hidden": True, "text": gettext(HIDDEN), "mean": None}
    return {"is_hidden": False, "text": number_format(mean, 1), "mean": mean}


def change(release: WaveRelease | None, theme: str) -> dict[str, Any]:
    """How much more or less than at the start, with its sign."""
    found = cell(release, theme)
    if found["is_hidden"]:
        return found
    steps = found["mean"] - NO_CHANGE
    sign = "+" if steps > 0 else "−" if steps < 0 else "±"
    return {"is_hidden": False, "text": sign + number_format(abs(steps), 1), "mean": None}


def skills_shown(programme: Programme) -> list[dict[str, Any]]:
    """The newest wave of each phase that has one."""
    newest = {subject: waves_of(programme, subject).first() for subject in SKILLS}
    return [
        {"name": phase_name(SKILLS[subject]), "since": wave.month, "table": table_of(wave)}
        for subject, wave in newest.items()
        if wave is not None
    ]


def months_shown(waves: Iterable[Wave]) -> list[dict[str, Any]]:
    """What everybody together said, month by month."""
    found = []
    for wave in waves:
        release = releases_by_group(wave).get(Group.EVERYBODY)
        cells = [{"label": gettext(STATEMENTS[theme]), **cell(release, theme)} for theme in POOLED]
        found.append({"month": wave.month, "cells": cells})
    return found
