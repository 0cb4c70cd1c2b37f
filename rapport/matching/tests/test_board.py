"""The board: moved, fixed, forbidden, undone; two coordinators at once; notes; why not."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connections
from django.test import Client

from rapport.domain.refusals import NotNow, Refusal
from rapport.matching.actions.announcement import announce_round
from rapport.matching.actions.board import Press, act_on_board
from rapport.matching.actions.edit import undo_edit
from rapport.matching.actions.matching_round import form_pairs, solve_again
from rapport.matching.models import BoardEdit, BoardNote, MatchingRound
from rapport.matching.tests.conftest import AT, make_intake, names, sign_up
from rapport.organisations.tenancy import tenant
from rapport.programmes.models import Enrolment, Intake
from tests.cast import Cast

BOARD = f"{AT}1/board/"
ASKS_DATA = {"Accept": "application/json"}


def make_pairs(cast: Cast, intake: Intake) -> MatchingRound:
    """Ben with Mia, Finn with Nora; Olaf has a free place."""
    for name, topic in (("Mia", "Law"), ("Nora", "Art"), ("Olaf", "Sea")):
        sign_up(intake, name, "mentor", topics=[topic])
    sign_up(intake, "Ben", "mentee", topics=["Law"])
    sign_up(intake, "Finn", "mentee", topics=["Art"], never_with=["Olaf"])
    return form_pairs(intake, by=cast.cora)


@pytest.fixture
def found(inside: Cast, intake: Intake) -> MatchingRound:
    return make_pairs(inside, intake)


def person(name: str) -> Enrolment:
    return Enrolment.objects.get(name=name)


def words(act: str, mentee: str, *, seen: str = "", mentor: str = "") -> dict[str, str]:
    numbers = {"mentee": mentee, "seen": seen, "mentor": mentor}
    return {"act": act, **{key: str(person(one).pk) for key, one in numbers.items() if one}}


@pytest.mark.parametrize(
    ("act", "mentor", "stands"),
    [
        ("move", "Olaf", (True, {("Ben", "Olaf"), ("Finn", "Nora")})),
        ("out", "", (False, {("Finn", "Nora")})),
        ("lock", "", (True, {("Ben", "Mia"), ("Finn", "Nora")})),
        ("release", "", (False, {("Ben", "Mia"), ("Finn", "Nora")})),
    ],
)
def test_an_act_answers_how_the_card_stands(
    cora: Client, found: MatchingRound, act: str, mentor: str, stands: Any
) -> None:
    state = cora.post(BOARD, words(act, "Ben", seen="Mia", mentor=mentor), headers=ASKS_DATA).json()
    assert state["done"]
    assert (state["locked"], names(found)) == stands
    assert cora.get(BOARD).status_code == 200


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"seen": "Nora", "mentor": "Mia"}, "no free place"),
        ({"seen": "Nora", "mentor": "Olaf"}, "line manager"),
        ({"seen": "Mia", "mentor": "Olaf"}, "Somebody else changed"),
    ],
)
def test_a_refused_act_is_a_sentence_and_changes_nothing(
    cora: Client, found: MatchingRound, more: dict[str, str], sentence: str
) -> None:
    state = cora.post(BOARD, words("move", "Finn", **more), headers=ASKS_DATA).json()
    assert not state["done"]
    assert sentence in state["sentence"]
    assert state["mentor"] == str(person("Nora").pk)


def test_without_script_a_press_leads_back_to_the_board(cora: Client, found: MatchingRound) -> None:
    answer = cora.post(BOARD, words("out", "Ben", seen="Mia"))
    assert answer.headers["Location"].endswith(BOARD)
    assert cora.post(BOARD, words("move", "Ben", mentor="Olaf")).status_code == 302
    assert ("Ben", "Olaf") in names(found)


def test_every_change_is_undone_in_its_order(inside: Cast, found: MatchingRound) -> None:
    start = names(found)
    ben, mia, olaf = (person(name) for name in ("Ben", "Mia", "Olaf"))
    act_on_board(found, Press("move", ben, mentor=olaf, seen=mia), by=inside.cora)
    act_on_board(found, Press("out", ben, seen=olaf), by=inside.cora)
    solve_again(found, by=inside.cora)
    with pytest.raises(NotNow, match="after that"):
        undo_edit(found, 1, by=inside.cora)
    for number in (3, 2, 1):
        undo_edit(found, number, by=inside.cora)
    assert names(found) == start
    assert not found.proposals.filter(is_locked=True).exists()
    assert found.edits.filter(undone_at=None).count() == 0


def test_the_history_lays_before_and_now_side_by_side(
    cora: Client, inside: Cast, found: MatchingRound
) -> None:
    press = Press("move", person("Ben"), mentor=person("Olaf"), seen=person("Mia"))
    act_on_board(found, press, by=inside.cora)
    page = cora.get(f"{AT}1/history/?since=1")
    assert page.context["moves"] == [{"mentee": "Ben", "before": "Mia", "after": "Olaf"}]
    assert "Ben was moved to Olaf." in page.content.decode()
    assert cora.post(f"{AT}1/history/1/undo/").status_code == 302
    assert ("Ben", "Mia") in names(found)
    assert "Ben was moved to Olaf." in cora.get(f"{AT}1/history/").content.decode()


def test_what_is_announced_is_not_undone(inside: Cast, found: MatchingRound) -> None:
    act_on_board(found, Press("lock", person("Ben"), seen=person("Mia")), by=inside.cora)
    announce_round(found, by=inside.cora, only_fixed=True)
    with pytest.raises(Refusal):
        undo_edit(found, BoardEdit.objects.get().number, by=inside.cora)
    assert ("Ben", "Mia") in names(found)


def test_a_note_is_for_colleagues(cora: Client, found: MatchingRound) -> None:
    at = f"{AT}1/notes/"
    cora.post(at, {"words": "Ask Mia first.", "about": str(person("Mia").pk)})
    assert "Ask Mia first." in cora.get(at).content.decode()
    cora.post(f"{at}{BoardNote.objects.get().pk}/end/")
    assert not BoardNote.objects.exists()


@pytest.mark.parametrize(
    ("mentee", "mentor", "says"),
    [
        ("Finn", "Olaf", "line manager or advisor"),
        ("Finn", "Mia", "1 other|One other person would get somebody else"),
        ("Ben", "Mia", "proposed for each other"),
        ("Ben", "Olaf", "Nobody else would have to move"),
    ],
)
def test_why_not_says_the_rule_or_what_it_costs(
    cora: Client, found: MatchingRound, mentee: str, mentor: str, says: str
) -> None:
    query = f"?mentee={person(mentee).pk}&mentor={person(mentor).pk}"
    page = cora.get(f"{AT}1/why-not/{query}").content.decode()
    assert any(one in page for one in says.split("|"))
    assert names(found) == {("Ben", "Mia"), ("Finn", "Nora")}


def test_the_dialog_offers_who_has_a_place_and_says_whom_a_rule_forbids(
    cora: Client, found: MatchingRound
) -> None:
    mentors = cora.get(f"{BOARD}people/{person('Finn').pk}/").json()["mentors"]
    assert [(one["name"].split(" – ")[0], one["may"]) for one in mentors] == [("Olaf", False)]


def test_a_large_round_is_worked_in_lists(
    cora: Client, found: MatchingRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rapport.matching.pages.seats.MOST_ON_A_BOARD", 4)
    assert cora.get(BOARD).headers["Location"].endswith(f"{AT}1/")


@pytest.mark.usefixtures("no_second_note")
def test_the_board_takes_as_many_queries_for_three_hundred_as_for_one(
    cora: Client, intake: Intake, inside: Cast, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    counted = []
    for start, count in ((0, 1), (1, 149)):
        for number in range(start, start + count):
            sign_up(intake, f"Mentor{number}", "mentor")
            sign_up(intake, f"Mentee{number}", "mentee")
        solve_again(form_pairs(intake, by=inside.cora), by=inside.cora)
        cora.get(BOARD)
        with django_assert_max_num_queries(60) as queries:
            cora.get(BOARD)
        counted.append(len(queries))
    assert counted[0] == counted[1]


def test_two_coordinators_at_once_move_one_person_once(committed_cast: Cast) -> None:
    cast = committed_cast
    with tenant(cast.organisation):
        intake = make_intake(cast)
        found = make_pairs(cast, intake)
        sign_up(intake, "Pia", "mentor")
        numbers = {name: person(name).pk for name in ("Ben", "Mia", "Olaf", "Pia")}
    together, refusals = threading.Barrier(2), []

    def move(to: str) -> None:
        try:
            together.wait()
            with tenant(cast.organisation):
                people = Enrolment.objects.in_bulk([numbers[one] for one in ("Ben", "Mia", to)])
                ben, mia, mentor = (people[numbers[one]] for one in ("Ben", "Mia", to))
                press = Press("move", ben, mentor=mentor, seen=mia)
                act_on_board(MatchingRound.objects.get(pk=found.pk), press, by=cast.cora)
        except Refusal as refusal:
            refusals.append(refusal)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=move, args=[to]) for to in ("Olaf", "Pia")]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    with tenant(cast.organisation):
        assert len(refusals) == 1
        assert len([pair for pair in names(found) if pair[0] == "Ben"]) == 1
        assert BoardEdit.objects.count() == 1
