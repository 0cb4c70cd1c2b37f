"""Criteria as data: good defaults, edited on a page, tried before they are saved."""

from typing import Any

import pytest
from django.test import Client

from rapport.matching.actions.matching_round import form_pairs, open_pool
from rapport.matching.models import MatchingSettings
from rapport.matching.queries.criteria import USUAL, criteria_of, from_data, settings_of, to_data
from rapport.matching.tests.conftest import names, sign_up
from rapport.programmes.models import Intake
from tests.cast import Cast

PAGE = "/programmes/lighthouse/matching/"


def answer(question: str, text: str) -> dict[str, str]:
    return {"question": question, "item": "", "text": text}


def words_of(page: Any) -> dict[str, Any]:
    """What a browser would send, as the form stands."""
    form = page.context["form"]
    values = {name: form[name].value() for name in form.fields}
    return {
        name: value for name, value in values.items() if value is not None and value is not False
    }


def test_data_and_values_are_the_same_both_ways() -> None:
    assert from_data(to_data(USUAL)) == USUAL


def test_a_new_programme_has_the_usual_criteria(cora: Client, intake: Intake) -> None:
    assert criteria_of(settings_of(intake.programme)) == USUAL
    page = cora.get(PAGE)
    assert page.context["form"].initial["weight_topics"] == 60
    assert cora.post(PAGE, words_of(page)).status_code == 302
    saved = MatchingSettings.objects.get()
    assert from_data(saved.criteria).rules == USUAL.rules


def test_a_saved_weight_decides_the_next_pairs(cora: Client, inside: Cast, intake: Intake) -> None:
    for name, topics, site in (("Mia", ["Law"], "Rome"), ("Nora", ["Art"], "Oslo")):
        sign_up(intake, name, "mentor", topics=topics, site=site)
    sign_up(intake, "Ben", "mentee", topics=["Law"], site="Oslo")
    assert names(form_pairs(intake, by=inside.cora)) == {("Ben", "Mia")}
    words = words_of(cora.get(PAGE)) | {"weight_topics": "1", "weight_site": "100"}
    tried = cora.post(PAGE, words | {"try": "1"})
    assert [move.after for move in tried.context["trying"].simulation.moves] == ["Nora"]
    assert not MatchingSettings.objects.exists()
    cora.post(PAGE, words)
    intake.matching_rounds.all().delete()
    assert names(form_pairs(intake, by=inside.cora)) == {("Ben", "Nora")}


def test_trying_shows_one_person_closer(cora: Client, inside: Cast, intake: Intake) -> None:
    for name in ("Mia", "Nora"):
        sign_up(intake, name, "mentor")
    ben = sign_up(intake, "Ben", "mentee")
    form_pairs(intake, by=inside.cora)
    words = words_of(cora.get(PAGE)) | {"try": "1", "person": str(ben.pk)}
    person = cora.post(PAGE, words).context["trying"].simulation.person
    assert person.name == "Ben"
    assert set(person.before) == set(person.after) == {"Mia", "Nora"}


@pytest.mark.parametrize(
    ("use", "mentor"), [("must_same", "Nora"), ("must_different", "Mia"), ("likeness", "Nora")]
)
def test_an_own_question_becomes_a_criterion_or_a_rule(
    cora: Client, inside: Cast, intake: Intake, use: str, mentor: str
) -> None:
    for name, faculty in (("Mia", "Law"), ("Nora", "Arts")):
        sign_up(intake, name, "mentor", topics=[], answers=[answer("Faculty", faculty)])
    sign_up(intake, "Ben", "mentee", topics=[], answers=[answer("Faculty", "Arts")])
    words = words_of(cora.get(PAGE)) | {"use_0": use, "value_0": "50"}
    assert cora.post(PAGE, words).status_code == 302
    assert names(form_pairs(intake, by=inside.cora)) == {("Ben", mentor)}


def test_a_protected_question_counts_by_the_mentees_wish_alone(
    cora: Client, inside: Cast, intake: Intake
) -> None:
    for name, gender in (("Mia", "woman"), ("Max", "man")):
        sign_up(intake, name, "mentor", topics=[], answers=[answer("Gender", gender)])
    said = [answer("Gender", "woman"), answer("I would like", "woman")]
    sign_up(intake, "Ben", "mentee", topics=[], answers=said)
    page = cora.get(PAGE)
    place = [one.name for one in page.context["form"].questions].index("Gender")
    words = words_of(page) | {f"guard_{place}": "on", f"value_{place}": "50"}
    refused = cora.post(PAGE, words | {f"use_{place}": "likeness"})
    assert "is protected" in refused.content.decode()
    wished = words | {f"use_{place}": f"preference:{1 - place}"}
    assert cora.post(PAGE, wished).status_code == 302
    assert names(form_pairs(intake, by=inside.cora)) == {("Ben", "Mia")}


def test_numbers_are_compared_by_distance(cora: Client, inside: Cast, intake: Intake) -> None:
    for name, years in (("Mia", "2"), ("Nora", "9")):
        sign_up(intake, name, "mentor", topics=[], answers=[answer("Calm or lively", years)])
    sign_up(intake, "Ben", "mentee", topics=[], answers=[answer("Calm or lively", "8,5")])
    words = words_of(cora.get(PAGE)) | {"use_0": "closeness", "value_0": "80"}
    assert cora.post(PAGE, words).status_code == 302
    found = form_pairs(intake, by=inside.cora)
    assert names(found) == {("Ben", "Nora")}
    assert open_pool(found).mentees[0].answer("Calm or lively") == 8.5


def test_criteria_without_weight_are_refused(cora: Client, intake: Intake) -> None:
    words = {name: 0 if name.startswith("weight_") else value
             for name, value in words_of(cora.get(PAGE)).items()}  # fmt: skip
    assert "Nothing would count" in cora.post(PAGE, words).content.decode()
    assert not MatchingSettings.objects.exists()


def test_free_text_is_no_criterion(cora: Client, intake: Intake) -> None:
    for number in range(14):
        said = [answer("Tell us", f"I am number {number}"), answer("Diet", "vegan")]
        sign_up(intake, f"Person{number}", "mentee", answers=said)
    assert [one.name for one in cora.get(PAGE).context["form"].questions] == ["Diet"]


def test_time_zones_may_be_limited(cora: Client, inside: Cast, intake: Intake) -> None:
    sign_up(intake, "Mia", "mentor", time_zone="Asia/Tokyo", topics=["Law"])
    sign_up(intake, "Nora", "mentor", time_zone="Europe/Oslo", topics=["Sea"])
    sign_up(intake, "Ben", "mentee", time_zone="Europe/Berlin", topics=["Law"])
    cora.post(PAGE, words_of(cora.get(PAGE)) | {"most_hours": "3"})
    assert names(form_pairs(intake, by=inside.cora)) == {("Ben", "Nora")}
