"""Questions a programme can answer from its own records, each under the rules of disclosure."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext

from rapport.domain.findings import Finding
from rapport.domain.goals import LEVEL_LABELS
from rapport.domain.sentences import _
from rapport.evaluation.queries.courses import courses_in
from rapport.evaluation.queries.mentors import Mentors, mentors_of
from rapport.evaluation.study.warnings import Warnings, judged
from rapport.matching.queries.outcomes import bands_of, courses_of, criteria_weighed, never_chosen
from rapport.programmes.models import Programme

MONTH = timedelta(days=30)
RULES: dict[str, str] = {
    "no_first_meeting": _("No first meeting within three weeks"),
    "long_gap": _("A gap of more than one and a half times the pair’s own rhythm"),
    "very_long_gap": _("A gap of more than twice the pair’s own rhythm"),
    "cancelled_twice": _("Two meetings in a row called off"),
    "no_goal": _("No goal by the third meeting"),
    "one_side_calls": _("One side calls all meetings"),
}


def questions_page(programme: Programme) -> dict[str, Any]:
    fits = courses_of(programme)
    known_after = programme.term_months * MONTH
    warnings = judged(courses_in(programme), timezone.localdate(), known_after)
    return {
        "programme": programme,
        "bands": bands_of(fits),
        "criteria": criteria_weighed(fits),
        "groups": never_chosen(programme),
        "mentors": mentor_facts(mentors_of(programme)),
        "warnings": warnings,
        "rules": rule_rows(warnings),
        "better": better_rules(warnings),
    }


def rule_rows(warnings: Warnings) -> list[dict[str, Any]]:
    return [
        {"name": gettext(RULES[rule.name]), "right": rule.right, "found": rule.found}
        for rule in warnings.rules
    ]


def better_rules(warnings: Warnings) -> list[str]:
    """Rules whose interval lies above how often pairs end early anyway."""
    usual = warnings.usual
    if not isinstance(usual, Finding):
        return []
    return [
        gettext(RULES[rule.name])
        for rule in warnings.rules
        if isinstance(rule.right, Finding) and rule.right.low > usual.value
    ]


def mentor_facts(mentors: Mentors) -> dict[str, Any]:
    levels = zip(LEVEL_LABELS.values(), mentors.levels, strict=True)
    return {
        "rows": [
            (gettext(_("Set a learning goal of their own")), mentors.with_goal),
            (gettext(_("Goals at or above what was expected")), mentors.reached),
            (gettext(_("Signed up as a mentor again")), mentors.again),
        ],
        "levels": [(gettext(label), count) for label, count in levels],
    }
