"""The page of the survey before: what was sent, how many answered, what is next."""

from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from rapport.evaluation.models import BaselineSurvey
from rapport.evaluation.queries.baseline import STEP, answered_in
from rapport.programmes.models import Programme


def survey_page(programme: Programme, survey: BaselineSurvey | None) -> dict[str, Any]:
    if survey is None:
        return {"programme": programme, "survey": None}
    is_open = survey.is_open(timezone.localdate())
    facts = [
        (_("Asked"), str(survey.asked)),
        (_("Answered"), answered_said(survey)),
        (_("Last day to answer"), date_format(survey.closes_on, "DATE_FORMAT")),
        (_("Erased on"), date_format(survey.erase_on, "DATE_FORMAT")),
    ]
    return {
        "programme": programme,
        "survey": survey,
        "is_open": is_open,
        "may_remind": is_open and survey.reminded_at is None,
        "facts": [{"term": term, "text": text} for term, text in facts],
    }


def answered_said(survey: BaselineSurvey) -> str:
    count = answered_in(survey)
    if not count:
        return _("fewer than %(least)s") % {"least": STEP}
    return _("at least %(count)s") % {"count": count}
