"""Every kind of hard rule, on one pair, from both sides of its edge."""

from dataclasses import replace
from typing import Any

import pytest

from rapport.matching.engine import Criteria, Person, Pool, Rule, UnusableError, propose

BEN = Person(id="Ben")
ADA = Person(id="Ada")


def stopped(mentee: dict[str, Any], mentor: dict[str, Any], rule: Rule) -> tuple[str, ...]:
    pool = Pool(mentees=(replace(BEN, **mentee),), mentors=(replace(ADA, **mentor),))
    solution = propose(pool, Criteria(rules=(rule,)), seed=1)
    return solution.candidates.stopped_by(("Ben", "Ada"))


def told(*languages: str) -> dict[str, Any]:
    return {"languages": frozenset(languages)}


def at(hours: float) -> dict[str, Any]:
    return {"utc_offset": hours}


def years(many: float) -> dict[str, Any]:
    return {"experience": many}


def in_team(team: str) -> dict[str, Any]:
    return {"answers": {"team": team}}


ONE_LANGUAGE = Rule(kind="shared", question="languages", least=1)
TWO_LANGUAGES = Rule(kind="shared", question="languages", least=2)
THREE_HOURS = Rule(kind="within", question="utc_offset", most=3)
ONE_TO_FIVE = Rule(kind="ahead", question="experience", least=1, most=5)
SAME_TEAM = Rule(kind="same", question="team")
OTHER_TEAM = Rule(kind="different", question="team")
OTHER_HEAD = Rule(kind="different_manager")


@pytest.mark.parametrize(
    ("rule", "mentee", "mentor", "broken"),
    [
        (ONE_LANGUAGE, told("Polish"), told("Hindi"), True),
        (ONE_LANGUAGE, told("Polish"), told("Hindi", " polish"), False),
        (ONE_LANGUAGE, told("Polish"), told(), False),
        (TWO_LANGUAGES, told("Polish", "Hindi"), told("Hindi", "German"), True),
        (THREE_HOURS, at(0), at(3), False),
        (THREE_HOURS, at(0), at(3.5), True),
        (THREE_HOURS, at(-11), at(12), False),
        (THREE_HOURS, at(-11), at(8), True),
        (ONE_TO_FIVE, years(2), years(2), True),
        (ONE_TO_FIVE, years(2), years(3), False),
        (ONE_TO_FIVE, years(2), years(7), False),
        (ONE_TO_FIVE, years(2), years(8), True),
        (ONE_TO_FIVE, years(2), {}, False),
        (SAME_TEAM, in_team("red"), in_team("blue"), True),
        (SAME_TEAM, in_team("red"), in_team("Red "), False),
        (OTHER_TEAM, in_team("red"), in_team("red"), True),
        (OTHER_TEAM, in_team("red"), in_team("blue"), False),
        (OTHER_TEAM, in_team(""), in_team(""), False),
        (OTHER_TEAM, in_team(" "), in_team("  "), False),
        (OTHER_HEAD, {"line": ("Cora",)}, {"line": ("cora", "Otto")}, True),
        (OTHER_HEAD, {"line": ("Cora", "Otto")}, {"line": ("Eve", "Otto")}, False),
        (OTHER_HEAD, {}, {}, False),
    ],
)
def test_a_rule_stops_exactly_what_it_says(
    rule: Rule, mentee: dict[str, Any], mentor: dict[str, Any], *, broken: bool
) -> None:
    assert stopped(mentee, mentor, rule) == ((rule.key,) if broken else ())


def test_nobody_mentors_herself() -> None:
    pool = Pool(mentees=(ADA,), mentors=(ADA,))
    assert propose(pool, Criteria(), seed=1).pairs == ()


def test_two_colleagues_may_mentor_each_other() -> None:
    pool = Pool(mentees=(ADA, BEN), mentors=(ADA, BEN))
    pairs = propose(pool, Criteria(), seed=1).pairs
    assert [pair.ids for pair in pairs] == [("Ada", "Ben"), ("Ben", "Ada")]


def test_a_circle_of_managers_does_not_hang() -> None:
    circle = {"Cora": ("Otto",), "Otto": ("Cora",)}
    pool = Pool(mentees=(replace(BEN, line=("Cora",)),), mentors=(ADA,), lines=circle)
    assert len(propose(pool, Criteria(), seed=1).pairs) == 1


def test_words_where_a_number_is_needed_are_refused_by_name() -> None:
    with pytest.raises(UnusableError) as refused:
        stopped(in_team("red"), {}, Rule(kind="within", question="team", most=1))
    assert refused.value.sentence.words == {"person": "Ben", "question": "team"}
