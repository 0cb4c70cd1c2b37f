"""Waves as their page wants them: a figure, or the one sentence that stands for every hiding."""

from collections.abc import Iterable
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext

from rapport.domain.sentences import _
from rapport.domain.waves import GROUP_LABELS, POOLED, STATEMENTS, Group
from rapport.evaluation.waves.models import Wave, WaveRelease

HIDDEN = _("fewer than 5 answers")
"""The same whatever the reason is, so that the reason tells nothing."""


def table_of(wave: Wave) -> dict[str, Any]:
    """One row a statement, one column a group."""
    releases = releases_by_group(wave)
    return {
        "columns": [column(group, releases.get(group)) for group in Group],
        "rows": [
            {
                "text": gettext(STATEMENTS[theme]),
                "cells": [
                    {"label": gettext(GROUP_LABELS[group]), **cell(releases.get(group), theme)}
                    for group in Group
                ],
            }
            for theme in POOLED
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


def months_shown(waves: Iterable[Wave]) -> list[dict[str, Any]]:
    """What everybody together said, month by month."""
    found = []
    for wave in waves:
        release = releases_by_group(wave).get(Group.EVERYBODY)
        cells = [{"label": gettext(STATEMENTS[theme]), **cell(release, theme)} for theme in POOLED]
        found.append({"month": wave.month, "cells": cells})
    return found
