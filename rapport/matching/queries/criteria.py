"""What a programme asks of a pair: the settings' data and the engine's values, both ways.

Knows the shape of the data and what counts before anybody has said anything. Judges nobody.
"""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from rapport.matching.engine import DEFAULT, Criteria, Criterion, Pool, Rule
from rapport.matching.models import MatchingSettings
from rapport.programmes.models import Intake, Programme

COMMON_LANGUAGE = Rule(kind="shared", question="languages", least=1)
USUAL = Criteria(rules=(COMMON_LANGUAGE,), criteria=DEFAULT.criteria)
"""A missing answer breaks no rule, so the language rule sleeps until somebody names one."""


def settings_of(programme: Programme) -> MatchingSettings:
    """The row of a programme, or a new one with the usual values that nobody has saved."""
    found = MatchingSettings.objects.filter(programme=programme).first()
    return found or MatchingSettings(programme=programme)


def criteria_of(settings: MatchingSettings) -> Criteria:
    """What counts in a programme. UnusableError when the data cannot be worked with."""
    return from_data(settings.criteria) if settings.criteria else USUAL


def criteria_for(intake: Intake, pool: Pool) -> Criteria:
    """The same for a round; the rule about languages only where anybody said which she speaks."""
    criteria = criteria_of(settings_of(intake.programme))
    if any(each.languages for each in pool.everybody()):
        return criteria
    rules = tuple(rule for rule in criteria.rules if rule.question != "languages")
    return Criteria(rules, criteria.criteria, criteria.protected)


def to_data(criteria: Criteria) -> dict[str, Any]:
    """As it is stored: the settings of each rule and criterion that say something."""
    return {
        "rules": [filled(asdict(rule)) for rule in criteria.rules],
        "criteria": [filled(asdict(one)) for one in criteria.criteria],
        "protected": sorted(criteria.protected),
    }


def from_data(data: Mapping[str, Any]) -> Criteria:
    """The engine's values from stored data; UnusableError says which setting is wrong."""
    return Criteria(
        tuple(Rule(**rule) for rule in data.get("rules", [])),
        tuple(Criterion(**one) for one in data.get("criteria", [])),
        frozenset(data.get("protected", [])),
    )


def filled(settings: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in settings.items() if value not in (None, "")}
