"""One person at a time, by hand."""

from typing import Any

import pytest
from django.test import Client

from rapport.programmes.models import Enrolment, Intake
from rapport.programmes.sign_ups import fields_of, sign_up_of
from rapport.programmes.tests.conftest import AT
from tests.cast import Cast

BEN = {"name": "Ben", "email": "Ben@Example.org", "role": "mentee", "topics": "Law\n\nArt\nLaw"}


def ben(intake: Intake, **words: Any) -> Enrolment:
    return intake.enrolments.create(name="Ben", email="ben@example.org", role="mentee", **words)


def test_one_person_is_added(cora: Client, intake: Intake) -> None:
    assert cora.post(f"{AT}people/new/", BEN).status_code == 302
    added = intake.enrolments.get()
    assert (added.email, added.topics, added.mentors_wanted) == (
        "ben@example.org",
        ["Law", "Art"],
        None,
    )


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"email": ""}, "Nothing says who this is"),
        ({"email": "BEN@example.org"}, "takes part already"),
        ({"email": "b@example.org", "reference": "7"}, "takes part already"),
    ],
)
def test_nobody_takes_part_twice_or_without_a_sign(
    cora: Client, intake: Intake, changes: dict[str, str], sentence: str
) -> None:
    ben(intake, reference="7")
    answer = cora.post(f"{AT}people/new/", {**BEN, **changes})
    assert sentence in answer.content.decode()
    assert intake.enrolments.count() == 1


def test_editing_keeps_the_answers_of_the_form(cora: Client, intake: Intake) -> None:
    answers = [{"question": "Why?", "item": "", "text": "To learn"}]
    person = ben(intake, answers=answers)
    cora.post(f"{person_page(person)}edit/", {**BEN, "stage": "3"})
    person.refresh_from_db()
    assert (person.stage, person.answers) == ("3", answers)


def test_the_address_of_somebody_invited_stays(cora: Client, inside: Cast, intake: Intake) -> None:
    person = ben(intake, person=inside.ben)
    answer = cora.post(f"{person_page(person)}edit/", {**BEN, "email": "new@example.org"})
    assert "theirs to change" in answer.content.decode()
    person.refresh_from_db()
    assert person.email == "ben@example.org"


def test_withdrawing_can_be_undone(cora: Client, intake: Intake) -> None:
    person = ben(intake)
    cora.post(f"{person_page(person)}withdrawal/")
    person.refresh_from_db()
    assert person.withdrawn_at
    cora.post(f"{person_page(person)}withdrawal/end/")
    person.refresh_from_db()
    assert person.withdrawn_at is None


def test_the_page_of_a_person_shows_what_she_answered(cora: Client, intake: Intake) -> None:
    person = ben(intake, answers=[{"question": "Why?", "item": "", "text": "To learn"}])
    page = cora.get(person_page(person)).content.decode()
    assert "Why?" in page
    assert "To learn" in page


def test_a_row_and_its_value_say_the_same(intake: Intake) -> None:
    person = ben(intake, topics=["Law"], mentors_wanted=2, never_with=["Dora"])
    again = Enrolment(intake=intake, **fields_of(sign_up_of(person)))
    assert sign_up_of(again) == sign_up_of(person)


def person_page(person: Enrolment) -> str:
    return f"{AT}people/{person.pk}/"
