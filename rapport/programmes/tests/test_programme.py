"""Starting a programme in five minutes, and who may."""

from datetime import date

import pytest
from django.test import Client

from rapport.domain.permissions import Role
from rapport.organisations.models import Duty
from rapport.programmes.models import Intake, Programme, ProgrammeDuty
from rapport.programmes.tests.conftest import AT
from tests.cast import Cast, browser_of

GOOD = {
    "name": "Mentors of the North",
    "purpose": "",
    "term_months": 9,
    "rhythm_days": 21,
    "format": "one_to_one",
    "promise": "confidential",
    "intake_name": "Spring",
    "starts_on": "2027-01-31",
}


def start(client: Client, **changes: object) -> int:
    return client.post("/programmes/new/", {**GOOD, **changes}).status_code


def test_a_name_is_enough_to_start_a_programme(cora: Client) -> None:
    form = cora.get("/programmes/new/").context["form"]
    words = {name: form[name].value() or "" for name in form.fields}
    words["name"] = "Mentors of the North"
    assert cora.post("/programmes/new/", words).status_code == 302
    programme = Programme.objects.get(slug="mentors-of-the-north")
    assert programme.intakes.get().ends_on > programme.intakes.get().starts_on


def test_whoever_starts_it_coordinates_it(inside: Cast, cora: Client) -> None:
    assert start(cora) == 302
    duty = ProgrammeDuty.objects.get(programme__slug="mentors-of-the-north")
    assert (duty.person, duty.role) == (inside.cora, Role.COORDINATOR)


def test_the_first_intake_ends_after_the_length_of_the_programme(cora: Client) -> None:
    assert start(cora, term_months=1) == 302
    assert Intake.objects.get(name="Spring").ends_on == date(2027, 2, 28)


def test_a_second_programme_of_the_same_name_is_refused_in_a_sentence(cora: Client) -> None:
    answer = cora.post("/programmes/new/", {**GOOD, "name": "LIGHTHOUSE"})
    assert "There is already a programme called" in answer.content.decode()
    assert Programme.objects.count() == 1


@pytest.mark.parametrize("name", ["new", "settings", "港", "Intakes"])
def test_an_address_is_never_one_of_our_own_words(cora: Client, name: str) -> None:
    assert start(cora, name=name) == 302
    slug = Programme.objects.get(name=name).slug
    assert cora.get(f"/programmes/{slug}/").context["programme"].name == name


@pytest.mark.parametrize(
    ("role", "status"), [(Role.COORDINATOR, 200), (Role.ADMINISTRATOR, 200), (None, 404)]
)
def test_a_duty_in_the_organisation_is_needed_to_start(
    inside: Cast, role: Role | None, status: int
) -> None:
    if role:
        Duty.objects.create(person=inside.ada, role=role)
    with browser_of(inside.ada, inside.organisation) as ada:
        assert ada.get("/programmes/new/").status_code == status


@pytest.mark.parametrize("path", ["/programmes/lighthouse/", AT, f"{AT}import/"])
@pytest.mark.parametrize("who", ["ada", "sam", "eve", "otto"])
def test_a_stranger_to_the_programme_finds_nothing(
    inside: Cast, intake: Intake, who: str, path: str
) -> None:
    with browser_of(getattr(inside, who), inside.organisation) as stranger:
        assert stranger.get(path).status_code == 404


def test_an_administrator_alone_sees_no_answers(inside: Cast, intake: Intake) -> None:
    Duty.objects.create(person=inside.ada, role=Role.ADMINISTRATOR)
    with browser_of(inside.ada, inside.organisation) as ada:
        assert ada.get(AT).status_code == 404
        assert "Lighthouse" not in ada.get("/programmes/").content.decode()


@pytest.mark.parametrize(("who", "status"), [("cora", 200), ("ada", 404)])
def test_the_list_is_for_people_with_a_duty(
    inside: Cast, intake: Intake, who: str, status: int
) -> None:
    with browser_of(getattr(inside, who), inside.organisation) as client:
        assert client.get("/programmes/").status_code == status


def test_a_facilitator_sees_the_programme_and_no_people(inside: Cast, intake: Intake) -> None:
    ProgrammeDuty.objects.create(
        programme=intake.programme, person=inside.sam, role=Role.FACILITATOR
    )
    with browser_of(inside.sam, inside.organisation) as sam:
        assert sam.get("/programmes/lighthouse/").status_code == 200
        assert sam.get(AT).status_code == 404


def test_the_promise_is_fixed_from_the_first_sign_up_on(cora: Client, intake: Intake) -> None:
    words = {**GOOD, "rematch_pause_days": 14, "promise": "supervised"}
    intake.enrolments.create(email="ben@example.org", role="mentee")
    answer = cora.post("/programmes/lighthouse/settings/", words)
    assert "under the promise" in answer.content.decode()
    assert not Programme.objects.get(slug="lighthouse").is_supervised


def test_settings_change_and_the_address_stays(cora: Client, intake: Intake) -> None:
    words = {**GOOD, "rematch_pause_days": 30, "name": "Beacon"}
    assert cora.post("/programmes/lighthouse/settings/", words).status_code == 302
    programme = Programme.objects.get(slug="lighthouse")
    assert (programme.name, programme.rematch_pause_days) == ("Beacon", 30)
