"""Other aims beside the pairs that stand: compared, chosen, and by group where nobody is shown."""

import pytest
from django.test import Client

from rapport.domain.findings import Hidden
from rapport.matching.actions.announcement import announce_round
from rapport.matching.actions.matching_round import form_pairs
from rapport.matching.models import Aim, MatchingRound
from rapport.matching.tests.conftest import AT, names, sign_up
from rapport.programmes.models import Intake
from tests.cast import Cast

AIMS = f"{AT}1/aims/"


@pytest.fixture
def uneven(inside: Cast, intake: Intake) -> MatchingRound:
    """Ben suits Mia best and Nora well; Finn suits only Mia, and not quite as well as Ben does."""
    sign_up(intake, "Mia", "mentor", topics=["Law", "Art", "Sea", "Tax"])
    sign_up(intake, "Nora", "mentor", topics=["Law", "Art"])
    sign_up(intake, "Ben", "mentee", topics=["Law", "Art", "Sea", "Tax"])
    sign_up(intake, "Finn", "mentee", topics=["Sea", "Tax", "Ice"])
    return form_pairs(intake, by=inside.cora)


def test_every_aim_stands_beside_the_pairs_of_today(cora: Client, uneven: MatchingRound) -> None:
    before = names(uneven)
    page = cora.get(AIMS, {"aim": "stable"})
    lines = {line["aim"]: line for line in page.context["aims"]}
    assert set(lines) == set(Aim)
    assert [line["aim"] for line in lines.values() if line["is_now"]] == [Aim.FAIR]
    assert lines[Aim.FAIR]["moved"] == 0
    assert lines[Aim.FAIR]["blocking"] == 1
    assert lines[Aim.STABLE]["blocking"] == 0
    assert [move["after"] for move in page.context["moves"]] == ["Mia", "Nora"]
    assert names(uneven) == before


def test_a_chosen_aim_forms_the_pairs_and_stays(cora: Client, uneven: MatchingRound) -> None:
    assert names(uneven) == {("Ben", "Nora"), ("Finn", "Mia")}
    assert cora.post(AIMS, {"aim": "stable"}).status_code == 302
    assert names(uneven) == {("Ben", "Mia"), ("Finn", "Nora")}
    cora.post(f"{AT}1/again/")
    uneven.refresh_from_db()
    assert uneven.aim == Aim.STABLE
    assert names(uneven) == {("Ben", "Mia"), ("Finn", "Nora")}


def test_what_is_fixed_stays_under_every_aim(cora: Client, uneven: MatchingRound) -> None:
    uneven.proposals.update(is_locked=True)
    cora.post(AIMS, {"aim": "total"})
    assert names(uneven) == {("Ben", "Nora"), ("Finn", "Mia")}


def test_an_announced_round_keeps_its_pairs(
    cora: Client, inside: Cast, uneven: MatchingRound
) -> None:
    announce_round(uneven, by=inside.cora)
    stood = names(uneven)
    cora.post(AIMS, {"aim": "stable"})
    assert names(uneven) == stood


def test_an_aim_nobody_knows_changes_nothing(cora: Client, uneven: MatchingRound) -> None:
    assert cora.post(AIMS, {"aim": "greedy"}).status_code == 200
    assert cora.get(AIMS, {"aim": "greedy"}).context["chosen"] == Aim.FAIR


def test_small_groups_are_never_shown(cora: Client, inside: Cast, intake: Intake) -> None:
    for number in range(22):
        sign_up(intake, f"Mentor{number}", "mentor")
        place = "Rome" if number < 10 else "Oslo" if number < 19 else "Bonn"
        sign_up(intake, f"Mentee{number}", "mentee", site=place)
    form_pairs(intake, by=inside.cora)
    groups = cora.get(AIMS, {"aim": "fair", "question": "site"}).context["groups"]
    assert groups["hidden"]
    assert [row["label"].casefold() for row in groups["rows"]] == ["rome"]
    assert groups["rows"][0]["matched"].n == 10


def test_two_left_out_of_a_group_are_not_counted(
    cora: Client, inside: Cast, intake: Intake
) -> None:
    for number in range(8):
        sign_up(intake, f"Mentor{number}", "mentor")
    for number in range(10):
        sign_up(intake, f"Mentee{number}", "mentee", site="Rome")
    form_pairs(intake, by=inside.cora)
    (row,) = cora.get(AIMS, {"aim": "fair", "question": "site"}).context["groups"]["rows"]
    assert isinstance(row["matched"], Hidden)
    assert row["fit"].n == 8
