"""Rounds of a programme: opened, changed, looked at."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from rapport.organisations.models import Membership
from rapport.programmes.models import Enrolment, Intake
from rapport.programmes.tests.conftest import AT, put_in_pair
from tests.cast import Cast


def sign_up(intake: Intake, count: int, **words: Any) -> None:
    Enrolment.objects.bulk_create(
        Enrolment(
            intake=intake,
            organisation_id=intake.organisation_id,
            **{"name": f"Person {n}", "email": f"p{n}@example.org", "role": "mentee", **words},
        )
        for n in range(count)
    )


def test_an_intake_opens_with_suggested_dates(cora: Client, intake: Intake) -> None:
    form = cora.get("/programmes/lighthouse/intakes/new/").context["form"]
    words = {name: form[name].value() for name in form.fields}
    assert cora.post("/programmes/lighthouse/intakes/new/", words).status_code == 302
    assert intake.programme.intakes.count() == 2


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"name": "Autumn"}, "already an intake called"),
        ({"ends_on": "2026-01-01"}, "ends after it begins"),
    ],
)
def test_an_impossible_intake_is_refused(
    cora: Client, intake: Intake, changes: dict[str, str], sentence: str
) -> None:
    words = {"name": "Spring", "starts_on": "2027-01-01", "ends_on": "2027-09-01", **changes}
    answer = cora.post("/programmes/lighthouse/intakes/new/", words)
    assert sentence in answer.content.decode()
    assert intake.programme.intakes.count() == 1


@pytest.mark.parametrize(
    ("title", "people"),
    [
        ("Bring in your sign-ups", []),
        ("Bring in the other side", ["nobody"]),
        ("Form pairs", ["nobody", "eve"]),
        ("Let people arrive", ["ada", "eve"]),
        ("Everybody has joined", ["ada", "ben"]),
    ],
)
def test_the_next_step_fits_the_situation(
    cora: Client, inside: Cast, intake: Intake, title: str, people: list[str]
) -> None:
    for who, role in zip(people, ("mentee", "mentor"), strict=False):
        person = getattr(inside, who, None)
        sign_up(intake, 1, person=person, email=f"{who}@example.org", role=role)
    for each in intake.enrolments.exclude(person=None) if "nobody" not in people else []:
        put_in_pair(each)
    assert cora.get(AT).context["next"]["title"] == title


def test_an_open_upload_comes_first(cora: Client, intake: Intake) -> None:
    intake.import_runs.create(file_name="a.csv", table={}, mapping={})
    assert cora.get(AT).context["next"]["title"] == "Finish your import"


def test_people_are_found_by_name_role_and_how_far(
    cora: Client, inside: Cast, intake: Intake
) -> None:
    sign_up(intake, 3)
    ben = intake.enrolments.create(name="Ben", email="b@x.org", role="mentor", person=inside.ben)
    put_in_pair(ben)
    found = {
        query: cora.get(f"{AT}?{query}").context["page"].paginator.count
        for query in ("words=person", "role=mentor", "state=joined", "state=waiting", "role=king")
    }
    assert list(found.values()) == [3, 1, 1, 3, 4]


def test_the_funnel_says_in_words_how_far_everybody_is(
    cora: Client, inside: Cast, intake: Intake
) -> None:
    sign_up(intake, 2)
    eve = intake.enrolments.create(name="Eve", email="e@x.org", role="mentor", person=inside.eve)
    put_in_pair(eve)
    sentence = cora.get(AT).context["funnel"]["sentence"]
    assert sentence == (
        "3 people have signed up. 2 wait for a pair. One has not accepted the invitation yet."
    )


@pytest.mark.usefixtures("no_second_note")
def test_the_page_takes_as_many_queries_with_one_row_as_with_three_hundred(
    cora: Client, intake: Intake, django_assert_max_num_queries: Any
) -> None:
    sign_up(intake, 1)
    cora.get(AT)
    with django_assert_max_num_queries(60) as one:
        cora.get(AT)
    Enrolment.objects.all().delete()
    sign_up(intake, 300)
    with django_assert_max_num_queries(60) as many:
        cora.get(AT)
    assert len(many) == len(one)


def test_membership_is_what_joined_means(cora: Client, inside: Cast, intake: Intake) -> None:
    sign_up(intake, 1, person=inside.eve)
    assert not cora.get(AT).context["page"][0].has_joined
    Membership.objects.create(person=inside.eve)
    assert cora.get(AT).context["page"][0].has_joined


def test_each_row_says_what_somebody_would_be_and_how_far_she_is(
    cora: Client, inside: Cast, intake: Intake
) -> None:
    sign_up(intake, 1, name="Ann", role="either", mentees_wanted=3)
    sign_up(intake, 1, name="", email="bo@example.org", role="mentor", person=inside.ada)
    sign_up(intake, 1, name="Cy", email="", role="mentee", person=inside.eve)
    sign_up(intake, 1, name="Di", email="", role="mentee", withdrawn_at=timezone.now())
    rows = cora.get(AT).context["rows"]
    assert [(row.name, row.email, row.places, row.how_far) for row in rows] == [
        ("bo@example.org", "", "1 mentee", "Joined"),
        ("Ann", "p0@example.org", "3 mentees, 1 mentor", "Waiting for a pair"),
        ("Cy", "", "1 mentor", "Invited, not joined yet"),
        ("Di", "", "1 mentor", "Withdrawn"),
    ]
    assert cora.get(rows[0].url.removeprefix("/o/harbour")).status_code == 200
