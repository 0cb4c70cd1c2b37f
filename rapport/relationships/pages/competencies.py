"""Skills as their pages want them: statements in the reader's language, and what lies where."""

from dataclasses import dataclass
from json import dumps
from typing import Any

from django.utils.translation import gettext

from rapport.domain.competencies import (
    CHANGES,
    COMPETENCIES,
    LABELS,
    MOMENT_LABELS,
    Moment,
    is_open,
)
from rapport.domain.phases import Phase
from rapport.relationships.access import Standing
from rapport.relationships.forms.competencies import CompetencyForm
from rapport.relationships.models import CompetencyView, Participant
from rapport.relationships.pages.journey import phase_name
from rapport.relationships.queries.competencies import Views, partners_of, views_for
from rapport.sealed.actions.note import journal_for
from rapport.sealed.models import SealedObject, Space


@dataclass(frozen=True)
class LookForm:
    """One form: about whom, into which space, over which words."""

    participant: Participant
    is_mine: bool
    form: CompetencyForm
    space: Space
    words: SealedObject | None


@dataclass(frozen=True)
class Column:
    """One column of the table of a phase: whose view, when, and its words once they are there."""

    label: str
    moment: Moment
    is_mine: bool
    view: CompetencyView | None


def labels() -> list[dict[str, Any]]:
    return [{"value": value, "label": gettext(label)} for value, label in LABELS.items()]


def moment_label(moment: Moment) -> str:
    return gettext(MOMENT_LABELS[moment])


def statements_of(phase: Phase, standing: Standing) -> list[dict[str, Any]]:
    """Each skill with what I say of myself, and what of each partner by her number."""
    partners = partners_of(standing)
    return [
        {
            "key": each.key,
            "name": gettext(each.name),
            "mine": gettext(each.mine),
            "others": {
                who.person_id: gettext(each.other) % {"name": who.person.first_name}
                for who in partners
            },
        }
        for each in COMPETENCIES[phase]
    ]


def forms_for(
    standing: Standing, views: Views, moment: Moment, sent: CompetencyForm
) -> list[LookForm]:
    """Oneself first, then each partner; what was refused stands in the form it was sent from."""
    members = [standing.me, *partners_of(standing)]
    about = sent.cleaned_data.get("about") if sent.is_bound and sent.is_valid() else None
    forms = []
    for each in members:
        is_mine = each == standing.me
        view = views.mine.get(moment) if is_mine else views.of(each, moment)
        form = sent if each.person_id == about else CompetencyForm(members=members)
        space = journal_for(each.person) if is_mine else standing.relationship.space
        forms.append(LookForm(each, is_mine, form, space, view.words if view else None))
    return forms


def phases_shown(standing: Standing) -> list[dict[str, Any]]:
    """Every phase so far: what may be looked at, and the columns of what was seen."""
    relationship = standing.relationship
    now, stations = Phase(relationship.phase), relationship.shape.stations
    return [
        {
            "phase": views.phase.value,
            "name": phase_name(views.phase),
            "skills": [
                {"key": it.key, "name": gettext(it.name)} for it in COMPETENCIES[views.phase]
            ],
            "columns": (columns := columns_of(views, standing)),
            "is_begun": any(each.view for each in columns),
            "may_be_lent": len(views.mine) == len(Moment) and not relationship.is_closed,
            "moments": [
                {
                    "moment": moment.value,
                    "label": moment_label(moment),
                    "is_given": moment in views.mine,
                }
                for moment in Moment
                if is_open(now, views.phase, moment, stations)
            ],
            "signs": dumps({sign: gettext(text) for sign, text in CHANGES.items()}),
        }
        for views in views_for(standing)
    ]


def skills_of(phase: Phase) -> list[dict[str, str]]:
    return [{"key": each.key, "name": gettext(each.name)} for each in COMPETENCIES[phase]]


def moment_shown(moment: Moment, views: Views) -> dict[str, Any]:
    given = moment in views.mine
    return {"moment": moment.value, "label": moment_label(moment), "is_given": given}


def columns_of(views: Views, standing: Standing) -> list[Column]:
    """Mine at the start and at the end, then each partner's view of me."""
    found = {(each.person_id, each.moment): each for each in views.of_me}
    columns = [
        Column(gettext("You"), moment, is_mine=True, view=views.mine.get(moment))
        for moment in Moment
    ]
    for who in partners_of(standing):
        seen = [(moment, found.get((who.person_id, moment))) for moment in Moment]
        name = who.person.first_name
        columns += [Column(name, moment, is_mine=False, view=view) for moment, view in seen]
    return columns
