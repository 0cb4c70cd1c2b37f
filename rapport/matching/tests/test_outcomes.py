"""What became of pairs: figures of five or more, and nothing that gives a smaller one away."""

import pytest
from django.test import Client

from rapport.domain.findings import Finding, Hidden
from rapport.matching.actions.announcement import announce_round
from rapport.matching.actions.matching_round import form_pairs
from rapport.matching.models import Proposal
from rapport.matching.queries.outcomes import (
    Course,
    bands_of,
    courses_of,
    criteria_weighed,
    never_chosen,
    shares_of,
)
from rapport.matching.tests.conftest import sign_up
from rapport.programmes.models import Intake
from rapport.relationships.actions.ending import end_without_fault
from tests.cast import Cast

PAGE = "/programmes/lighthouse/matching/outcomes/"


def course(score: int, *, early: bool = False, reached: bool = False) -> Course:
    return Course(score, {"coverage:topics": score}, early, reached)


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([(5, 10), (5, 10)], [True, True]),
        ([(4, 10), (5, 10)], [False, False]),
        ([(0, 10), (5, 10)], [True, True]),
        ([(5, 9), (5, 10), (6, 11)], [False, False, True]),
        ([(0, 4), (5, 10), (5, 10)], [False, False, True]),
    ],
)
def test_no_share_gives_fewer_than_five_away(
    counts: list[tuple[int, int]], shown: list[bool]
) -> None:
    assert [isinstance(one, Finding) for one in shares_of(counts)] == shown


def test_fit_and_course_are_laid_side_by_side() -> None:
    good = [course(700, reached=True)] * 10
    poor = [course(100, early=number < 6, reached=number > 8) for number in range(14)]
    much, middle, little = bands_of(good + poor)
    assert isinstance(much.early, Finding)
    assert isinstance(little.early, Finding)
    assert much.early.value == 0 < little.early.value
    assert isinstance(middle.early, Hidden)


def test_a_criterion_is_shown_on_both_sides_or_on_none() -> None:
    few = [course(300, early=True)] * 4 + [course(600)] * 10
    (hidden,) = criteria_weighed(few)
    assert isinstance(hidden.early, Hidden)
    assert isinstance(hidden.others, Hidden)
    (shown,) = criteria_weighed([*few, course(300, early=True)])
    assert isinstance(shown.early, Finding)
    assert shown.early.value == 300


def test_the_page_counts_what_was_announced(cora: Client, inside: Cast, intake: Intake) -> None:
    for number in range(6):
        sign_up(intake, f"Mentor{number}", "mentor", site="Oslo")
        sign_up(intake, f"Idle{number}", "mentor", site="Rome", topics=["Sea"])
        sign_up(intake, f"Mentee{number}", "mentee", site="Oslo")
    announce_round(form_pairs(intake, by=inside.cora), by=inside.cora)
    pair = Proposal.objects.exclude(relationship=None)[0]
    assert pair.relationship
    member = pair.relationship.participants.first()
    assert member
    end_without_fault(pair.relationship, by=member.person)
    assert sum(one.ended_early for one in courses_of(intake.programme)) == 1
    groups = {one.label: one.never for one in never_chosen(intake.programme)}
    assert isinstance(groups["Rome"], Finding)
    assert groups["Rome"].value == 1
    page = cora.get(PAGE).content.decode()
    assert "fewer than 5" in page
    assert "100 %" in page


def test_an_empty_programme_says_so(cora: Client, intake: Intake) -> None:
    page = cora.get(PAGE).content.decode()
    assert "No pair is announced yet." in page
    assert "No round is announced yet." in page
