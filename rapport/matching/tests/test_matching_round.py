"""Forming pairs: who is free, what forbids a pair, what is fixed and what is solved again."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from rapport.domain.refusals import AlreadyDone, NotAcceptable, NotNow
from rapport.matching.actions.announcement import announce_round
from rapport.matching.actions.matching_round import form_pairs, solve_again, throw_round_away
from rapport.matching.actions.proposal import (
    add_pair,
    lock_pair,
    move_mentee,
    remove_pair,
)
from rapport.matching.models import MatchingRound, Proposal
from rapport.matching.queries.proposals import left_over
from rapport.matching.tests.conftest import AT, sign_up
from rapport.programmes.actions.draw import draw_lots
from rapport.programmes.models import Enrolment, Intake
from rapport.relationships.actions.ending import end_without_fault
from rapport.relationships.models import Relationship, RematchWish
from tests.cast import Cast, browser_of


def names(found: MatchingRound) -> set[tuple[str, str]]:
    """Mentee and mentor of every pair that stands."""
    pairs = found.proposals.filter(removed_at=None).select_related("mentee", "mentor")
    return {(pair.mentee.name, pair.mentor.name) for pair in pairs}


def test_everybody_who_can_gets_somebody(inside: Cast, intake: Intake) -> None:
    sign_up(intake, "Mia", "mentor", mentees_wanted=2)
    for name in ("Ben", "Finn"):
        sign_up(intake, name, "mentee")
    assert names(form_pairs(intake, by=inside.cora)) == {("Ben", "Mia"), ("Finn", "Mia")}


def test_who_waits_after_a_lottery_is_not_matched(inside: Cast, intake: Intake) -> None:
    sign_up(intake, "Mia", "mentor")
    for name in ("Ben", "Finn", "Lea"):
        sign_up(intake, name, "mentee")
    draw = draw_lots(intake, by=inside.cora)
    drawn = str(draw.lots.get(is_drawn=True).enrolment)
    assert names(form_pairs(intake, by=inside.cora)) == {(drawn, "Mia")}


@pytest.mark.parametrize(
    ("mentor", "mentee"),
    [
        ({}, {"never_with": ["mia"]}),
        ({}, {"never_with": ["MIA@example.org"]}),
        ({"never_with": ["Ben"]}, {}),
        ({"languages": ["de"]}, {"languages": ["fr"]}),
        ({"withdrawn_at": timezone.now()}, {}),
        ({"mentees_wanted": 0}, {}),
    ],
)
def test_a_hard_rule_keeps_two_apart(
    inside: Cast, intake: Intake, mentor: dict[str, Any], mentee: dict[str, Any]
) -> None:
    sign_up(intake, "Mia", "mentor", **mentor)
    sign_up(intake, "Ben", "mentee", **mentee)
    sign_up(intake, "Nora", "mentor", topics=[])
    assert names(form_pairs(intake, by=inside.cora)) == {("Ben", "Nora")}


def test_the_page_says_what_stands_in_the_way(cora: Client, intake: Intake) -> None:
    sign_up(intake, "Mia", "mentor")
    sign_up(intake, "Ben", "mentee", never_with=["Mia"])
    cora.post(AT)
    page = cora.get(f"{AT}1/")
    why = {each["enrolment"].name: each["why"] for each in page.context["left_over"]}
    assert "line manager or advisor" in why["Ben"]


def test_two_who_could_mentor_each_other_do_so_one_way(inside: Cast, intake: Intake) -> None:
    sign_up(intake, "Kim", "either")
    sign_up(intake, "Lou", "either")
    assert len(names(form_pairs(intake, by=inside.cora))) == 1


def test_somebody_who_is_both_can_be_in_two_pairs(inside: Cast, intake: Intake) -> None:
    sign_up(intake, "Kim", "either")
    sign_up(intake, "Mia", "mentor")
    sign_up(intake, "Ben", "mentee")
    assert len(names(form_pairs(intake, by=inside.cora))) == 2


def test_forming_pairs_twice_opens_one_round(inside: Cast, intake: Intake) -> None:
    sign_up(intake, "Mia", "mentor")
    sign_up(intake, "Ben", "mentee")
    assert form_pairs(intake, by=inside.cora) == form_pairs(intake, by=inside.cora)


@pytest.mark.parametrize("role", ["mentor", "mentee", None])
def test_nobody_on_one_side_is_a_refusal(inside: Cast, intake: Intake, role: str | None) -> None:
    if role:
        sign_up(intake, "Mia", role)
    with pytest.raises(NotNow):
        form_pairs(intake, by=inside.cora)


@pytest.fixture
def found(inside: Cast, intake: Intake) -> MatchingRound:
    """Ben with Mia, Finn with Nora; Olaf has a free place and nobody."""
    sign_up(intake, "Mia", "mentor", topics=["Law"])
    sign_up(intake, "Nora", "mentor", topics=["Art"])
    sign_up(intake, "Olaf", "mentor", topics=["Sea"])
    sign_up(intake, "Ben", "mentee", topics=["Law"])
    sign_up(intake, "Finn", "mentee", topics=["Art"], never_with=["Olaf"])
    return form_pairs(intake, by=inside.cora)


def pair(found: MatchingRound, mentee: str) -> Proposal:
    return found.proposals.get(mentee__name=mentee, removed_at=None)


def person(name: str) -> Enrolment:
    return Enrolment.objects.get(name=name)


def test_reasons_are_words_and_no_score_is_shown(cora: Client, found: MatchingRound) -> None:
    assert names(found) == {("Ben", "Mia"), ("Finn", "Nora")}
    page = cora.get(f"{AT}1/").content.decode()
    assert "Both named Law." in page
    assert str(pair(found, "Ben").score) not in page


def test_a_mentee_is_moved_and_the_pair_is_fixed(cora: Client, found: MatchingRound) -> None:
    answer = cora.post(f"{AT}1/{pair(found, 'Ben').pk}/", {"mentor": str(person("Olaf").pk)})
    assert answer.status_code == 302
    assert ("Ben", "Olaf") in names(found)
    assert pair(found, "Ben").is_locked


@pytest.mark.parametrize(
    ("mentee", "mentor", "sentence"),
    [("Finn", "Olaf", "line manager or advisor"), ("Finn", "Mia", "no free place")],
)
def test_a_move_against_a_rule_is_refused_in_a_sentence(
    inside: Cast, found: MatchingRound, mentee: str, mentor: str, sentence: str
) -> None:
    with pytest.raises((NotAcceptable, NotNow), match=sentence):
        move_mentee(pair(found, mentee), person(mentor), by=inside.cora)
    assert names(found) == {("Ben", "Mia"), ("Finn", "Nora")}


def test_the_page_lists_who_is_forbidden_apart_and_says_why(
    cora: Client, found: MatchingRound
) -> None:
    at = f"{AT}1/{pair(found, 'Finn').pk}/"
    assert "A rule is in the way" in cora.get(at).content.decode()
    answer = cora.post(at, {"mentor": str(person("Olaf").pk)})
    assert "cannot be a pair" in answer.content.decode()


def test_two_people_are_put_together(cora: Client, inside: Cast, found: MatchingRound) -> None:
    remove_pair(pair(found, "Ben"), by=inside.cora)
    words = {"mentee": str(person("Ben").pk), "mentor": str(person("Olaf").pk)}
    assert cora.post(f"{AT}1/new/", words).status_code == 302
    assert ("Ben", "Olaf") in names(found)


def test_a_mentee_has_one_mentor_in_a_round(inside: Cast, found: MatchingRound) -> None:
    with pytest.raises(AlreadyDone, match="has a mentor"):
        add_pair(found, person("Ben"), person("Olaf"), by=inside.cora)


def test_a_pair_taken_out_does_not_come_back_by_itself(inside: Cast, found: MatchingRound) -> None:
    remove_pair(pair(found, "Ben"), by=inside.cora)
    solve_again(found, by=inside.cora)
    assert names(found) == {("Ben", "Olaf"), ("Finn", "Nora")}


def test_a_pair_taken_out_can_be_put_back_by_hand(inside: Cast, found: MatchingRound) -> None:
    remove_pair(pair(found, "Ben"), by=inside.cora)
    add_pair(found, person("Ben"), person("Mia"), by=inside.cora)
    assert ("Ben", "Mia") in names(found)
    assert found.proposals.count() == 2


def test_a_fixed_pair_stays_when_all_is_solved_again(inside: Cast, found: MatchingRound) -> None:
    moved = move_mentee(pair(found, "Ben"), person("Olaf"), by=inside.cora)
    sign_up(found.intake, "Gil", "mentee", topics=["Law"])
    solve_again(found, by=inside.cora)
    assert names(found) == {("Ben", "Olaf"), ("Finn", "Nora"), ("Gil", "Mia")}
    assert found.proposals.filter(pk=moved.pk).exists()


def test_somebody_who_withdrew_stops_solving_around_her(inside: Cast, found: MatchingRound) -> None:
    lock_pair(pair(found, "Ben"), by=inside.cora)
    Enrolment.objects.filter(name="Mia").update(withdrawn_at=timezone.now())
    with pytest.raises(NotNow, match="not both free"):
        solve_again(found, by=inside.cora)
    assert names(found) == {("Ben", "Mia"), ("Finn", "Nora")}


def test_somebody_taken_out_is_told_as_left_over(inside: Cast, found: MatchingRound) -> None:
    remove_pair(pair(found, "Ben"), by=inside.cora)
    why = {each["enrolment"].name: each["why"] for each in left_over(found)}
    assert why["Ben"] == "Left out by hand."


def test_proposals_are_thrown_away_and_sign_ups_stay(cora: Client, found: MatchingRound) -> None:
    cora.post(f"{AT}1/end/")
    assert not MatchingRound.objects.exists()
    assert Enrolment.objects.count() == 5


@pytest.mark.parametrize(
    "act", [solve_again, throw_round_away, lambda found, by: lock_pair(pair(found, "Ben"), by=by)]
)
def test_announced_pairs_are_closed(inside: Cast, found: MatchingRound, act: Any) -> None:
    announce_round(found, by=inside.cora)
    with pytest.raises(AlreadyDone):
        act(found, by=inside.cora)


def test_who_is_paired_is_not_paired_again(inside: Cast, found: MatchingRound) -> None:
    announce_round(found, by=inside.cora)
    sign_up(found.intake, "Gil", "mentee", topics=["Law"])
    assert names(form_pairs(found.intake, by=inside.cora)) == {("Gil", "Olaf")}


@pytest.mark.parametrize(
    ("days", "wishes", "is_free"), [(15, True, True), (13, True, False), (15, False, False)]
)
def test_after_a_no_fault_ending_there_is_a_pause_and_a_wish(
    inside: Cast, found: MatchingRound, days: int, wishes: bool, is_free: bool
) -> None:
    announce_round(found, by=inside.cora)
    relationship = Relationship.objects.get(participants__enrolment__name="Ben")
    ben = person("Ben")
    assert ben.person
    ending = end_without_fault(relationship, by=ben.person)
    ending.rematch_from = timezone.localdate() - timedelta(days=days - 14)
    ending.save()
    if wishes:
        RematchWish.objects.create(ending=ending, person=ben.person)
    if is_free:
        assert names(form_pairs(found.intake, by=inside.cora)) == {("Ben", "Olaf")}
    else:
        with pytest.raises(NotNow):
            form_pairs(found.intake, by=inside.cora)


@pytest.mark.parametrize("who", ["ada", "sam", "eve", "otto"])
def test_a_stranger_to_the_programme_finds_no_pairs(
    inside: Cast, found: MatchingRound, who: str
) -> None:
    proposal = pair(found, "Ben").pk
    with browser_of(getattr(inside, who), inside.organisation) as stranger:
        for page in ("", "1/", "1/new/", "1/announcement/", f"1/{proposal}/"):
            assert stranger.get(f"{AT}{page}").status_code == 404
        assert stranger.post(f"{AT}1/cards/").status_code == 404


@pytest.mark.usefixtures("no_second_note")
def test_three_hundred_pairs_take_as_many_queries_as_one(
    cora: Client, intake: Intake, django_assert_max_num_queries: Any
) -> None:
    counted = []
    cora.get(AT)  # the first page of a session says more than the others
    for start, count in ((0, 1), (1, 299)):
        for n in range(start, start + count):
            sign_up(intake, f"Mentor{n}", "mentor")
            sign_up(intake, f"Mentee{n}", "mentee")
        cora.post(AT)
        cora.post(f"{AT}1/again/")
        with django_assert_max_num_queries(80) as board:
            cora.get(f"{AT}1/")
        with django_assert_max_num_queries(80) as announcement:
            cora.get(f"{AT}1/announcement/")
        counted.append((len(board), len(announcement)))
    assert counted[0] == counted[1]
