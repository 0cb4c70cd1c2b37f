"""A pulse as its pages want it: statements in the reader’s language, who is laid beside whom."""

from math import ceil
from typing import Any

from django.utils.translation import gettext

from rapport.domain.pulse import (
    FAMILY_LABELS,
    FAR_APART,
    GAPS,
    LABELS,
    QUIET_SIGNS,
    QUIET_UP_TO,
    SPREADS,
    WORDINGS,
    Theme,
    seconds,
)
from rapport.relationships.access import Standing
from rapport.relationships.models import Participant, Pulse
from rapport.relationships.pages.turns import name_list
from rapport.relationships.queries.pulse import Round


def statements_of(pulse: Pulse, standing: Standing) -> list[dict[str, Any]]:
    """Every theme of the wording; those that are not asked may come back by the last answers."""
    others = {"name": name_list(standing.others)}
    return [
        {
            "key": theme.key,
            "name": gettext(theme.name),
            "mine": gettext(theme.mine) % others,
            "other": gettext(theme.other) % others,
            "is_asked": theme.key in pulse.themes,
        }
        for theme in WORDINGS[pulse.wording]
    ]


def scale() -> list[dict[str, Any]]:
    return [{"value": value, "label": gettext(label)} for value, label in LABELS.items()]


def minutes_of(pulse: Pulse) -> int:
    """How long it takes, in whole minutes."""
    return ceil(seconds(len(pulse.themes)) / 60)


def signs() -> dict[str, Any]:
    """Which low answers open the quiet ways out, for the script that looks at them."""
    keys = sorted(f"{key}_{side}" for key, side in QUIET_SIGNS)
    return {"signs": " ".join(keys), "low": QUIET_UP_TO, "far": FAR_APART}


def shown(it: Round, standing: Standing) -> dict[str, Any]:
    """All the script of the revealed page needs: themes, tables, sentences. No answer is in it."""
    people = [standing.me, *(who for who, _answer in it.theirs)]
    return {
        "themes": [theme_shown(theme) for theme in WORDINGS[it.pulse.wording]],
        "tables": pair_tables(people) if len(people) == 2 else circle_tables(people),
        "far": FAR_APART,
        "low": QUIET_UP_TO,
    }


def theme_shown(theme: Theme) -> dict[str, str]:
    return {
        "key": theme.key,
        "family": gettext(FAMILY_LABELS[theme.family]),
        "name": gettext(theme.name),
        "question": gettext(theme.question),
    }


def pair_tables(people: list[Participant]) -> list[dict[str, Any]]:
    """About each of the two: how she sees herself, and how the other sees her."""
    tables = []
    for subject, other in (people, people[::-1]):
        name = {"name": subject.person.first_name}
        tables.append(
            {
                "is_signed": True,
                "columns": [column(subject, "self", people), column(other, "other", people)],
                "sentences": {at: gettext(text) % name for at, text in GAPS.items()},
            }
        )
    return tables


def circle_tables(people: list[Participant]) -> list[dict[str, Any]]:
    """In a circle: the part each has in it, and how each sees the others together."""
    sentences = {at: gettext(text) for at, text in SPREADS.items()}
    return [
        {
            "is_signed": False,
            "columns": [column(each, side, people) for each in people],
            "sentences": sentences,
        }
        for side in ("self", "other")
    ]


def column(participant: Participant, side: str, people: list[Participant]) -> dict[str, Any]:
    """One answer of one person; the first of the people is whoever reads."""
    place = people.index(participant)
    return {"of": place, "side": side, "name": participant.person.first_name, "is_mine": not place}
