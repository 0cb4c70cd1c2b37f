"""The plan: written on a page, locked once, and then nobody's to change."""

import pytest
from django.test import Client

from rapport.domain.refusals import AlreadyDone, NotAcceptable, NotNow
from rapport.evaluation.actions.analysis_plan import begin_plan, change_plan, lock_plan
from rapport.evaluation.models import AnalysisPlan
from rapport.evaluation.reading.questions import Unusable
from rapport.evaluation.tests.conftest import AT, DECIDED
from tests.cast import Cast

FORM = {
    "title": "Lighthouse",
    "role": "mentee",
    "expected": "40",
    "primary": ["goals", "retention"],
    "months": ["12", "24"],
    "counted": "most",
    "exact": ["department"],
}


def test_the_page_says_what_so_few_people_can_show(cora: Client, plan: AnalysisPlan) -> None:
    cora.post(f"{AT}plans/1/", FORM)
    page = cora.get(f"{AT}plans/1/").content.decode()
    assert "With 40 participants only a cut in leaving by" in page
    plan.refresh_from_db()
    assert plan.decided["outcomes"] == {"primary": ["goals", "retention"]}


def test_three_primary_outcomes_are_one_too_many(cora: Client, plan: AnalysisPlan) -> None:
    answer = cora.post(f"{AT}plans/1/", FORM | {"primary": ["goals", "retention", "promotion"]})
    assert "Choose two" in answer.content.decode()
    plan.refresh_from_db()
    assert "outcomes" not in plan.decided


def test_a_locked_plan_says_when_and_by_whom_and_its_hash(
    cora: Client, locked: AnalysisPlan
) -> None:
    page = cora.get(f"{AT}plans/1/").content.decode()
    assert "by Cora" in page
    assert locked.fingerprint.startswith("sha256:")
    assert locked.fingerprint in page


def test_nobody_changes_a_locked_plan(locked: AnalysisPlan, inside: Cast) -> None:
    with pytest.raises(AlreadyDone):
        change_plan(locked, DECIDED, expected=1, by=inside.cora)
    with pytest.raises(AlreadyDone):
        lock_plan(locked, by=inside.cora)


def test_a_change_behind_our_back_is_found(locked: AnalysisPlan) -> None:
    locked.decided = DECIDED | {"outcomes": {"primary": ["promotion"]}}
    with pytest.raises(Unusable):
        locked.as_plan()


def test_one_plan_is_open_at_a_time(plan: AnalysisPlan, inside: Cast) -> None:
    with pytest.raises(NotNow):
        begin_plan(plan.programme, by=inside.cora)
    lock_plan(plan, by=inside.cora)
    assert begin_plan(plan.programme, by=inside.cora).number == 2


def test_what_no_plan_may_hold_is_refused(plan: AnalysisPlan, inside: Cast) -> None:
    with pytest.raises(NotAcceptable):
        change_plan(plan, {"outcomes": {"primary": ["luck"]}}, expected=None, by=inside.cora)


def test_who_could_take_part_is_decided_in_words(cora: Client, plan: AnalysisPlan) -> None:
    words = {"departments": "Sales, Research ,", "levels": "", "reliability": "0.85"}
    cora.post(f"{AT}plans/1/", FORM | words)
    plan.refresh_from_db()
    assert plan.as_plan().eligible == {"department": ("Sales", "Research")}
    assert plan.as_plan().reliability == 0.85
    page = cora.get(f"{AT}plans/1/").content.decode()
    assert 'value="Sales, Research"' in page
    cora.post(f"{AT}plans/1/lock/")
    assert "Sales, Research" in cora.get(f"{AT}plans/1/").content.decode()


def test_a_page_of_an_evaluation_stands_under_evaluation(cora: Client, plan: AnalysisPlan) -> None:
    page = cora.get(f"{AT}plans/1/")
    current = [item["label"] for item in page.context["navigation"] if item["current"]]
    assert current == ["Evaluation"]
