"""Yes and no before anything is announced; a no has no sender."""

import threading
from collections.abc import Callable
from uuid import UUID

import pytest
from django.db import connections
from django.test import Client

from rapport.domain.refusals import NotNow, Refusal
from rapport.journal.models import Entry
from rapport.matching.actions.announcement import announce_round, end_round
from rapport.matching.actions.asking import ask_both_sides, end_asking
from rapport.matching.actions.say import say_no, say_yes
from rapport.matching.models import Asking, Choice, MatchingRound, Mode, Proposal
from rapport.matching.tests.conftest import (
    WEEK,
    asked,
    choice,
    make_intake,
    make_round,
    names,
)
from rapport.organisations.tenancy import tenant
from rapport.programmes.models import Intake
from tests.cast import Cast, browser_of


def test_a_yes_fixes_the_pair(inside: Cast, approving: MatchingRound) -> None:
    say_yes(choice(approving, "Ada", "Ben"), by=inside.ada)
    pair = approving.proposals.get(mentee__name="Ben")
    assert pair.is_locked
    assert pair.approved_at


def test_after_a_no_the_next_best_is_asked_and_nobody_is_told_who_it_was(
    inside: Cast, approving: MatchingRound
) -> None:
    say_no(choice(approving, "Ada", "Ben"), by=inside.ada)
    assert names(approving) == {("Ben", "Olaf"), ("Finn", "Nora")}
    assert ("Olaf", "mentor") in asked(approving)
    edit = approving.edits.get()
    assert (edit.kind, edit.by, edit.mentor, edit.mentee) == ("said", None, None, None)
    say_no(choice(approving, "Olaf", "Ben"), by=inside.ada)
    assert names(approving) == {("Finn", "Nora")}


def test_nothing_is_announced_without_the_yes_that_was_asked(
    inside: Cast, approving: MatchingRound
) -> None:
    with pytest.raises(NotNow, match="may still say"):
        announce_round(approving, by=inside.cora)
    say_yes(choice(approving, "Ada", "Ben"), by=inside.ada)
    end_asking(approving, by=inside.cora)
    with pytest.raises(NotNow, match="has not said yes"):
        announce_round(approving, by=inside.cora)
    announce_round(approving, by=inside.cora, only_fixed=True)
    assert approving.announced_at is None
    end_round(approving, by=inside.cora)
    kept = Entry.objects.filter(event="PlaceKept")
    assert kept.count() == 3


@pytest.fixture
def choosing(inside: Cast, intake: Intake) -> MatchingRound:
    """Ben and Finn may ask Ada or Nora."""
    found = make_round(inside, intake, Mode.SELF_MATCH)
    ask_both_sides(found, until=WEEK, by=inside.cora)
    return found


def test_a_mentee_asks_and_with_a_yes_they_are_a_pair(
    inside: Cast, choosing: MatchingRound
) -> None:
    say_yes(choice(choosing, "Ben", "Nora"), by=inside.ben)
    say_yes(choice(choosing, "Nora", "Ben"), by=inside.ada)
    pair = choosing.proposals.get(mentee__name="Ben", removed_at=None)
    assert (pair.mentor.name, pair.is_locked) == ("Nora", True)
    end_asking(choosing, by=inside.cora)
    assert names(choosing) == {("Ben", "Nora"), ("Finn", "Ada")}


def test_one_is_asked_at_a_time(inside: Cast, choosing: MatchingRound) -> None:
    say_yes(choice(choosing, "Ben", "Nora"), by=inside.ben)
    with pytest.raises(NotNow, match="Nora"):
        say_yes(choice(choosing, "Ben", "Ada"), by=inside.ben)
    say_no(choice(choosing, "Ben", "Nora"), by=inside.ben)
    say_yes(choice(choosing, "Ben", "Ada"), by=inside.ben)


def test_a_refusal_and_a_taken_place_read_the_same(inside: Cast, choosing: MatchingRound) -> None:
    say_yes(choice(choosing, "Ben", "Nora"), by=inside.ben)
    say_yes(choice(choosing, "Finn", "Ada"), by=inside.ben)
    say_no(choice(choosing, "Nora", "Ben"), by=inside.ada)
    say_yes(choice(choosing, "Ada", "Finn"), by=inside.ada)
    refused, taken = choice(choosing, "Ben", "Nora"), choice(choosing, "Ben", "Ada")
    with browser_of(inside.ben, inside.organisation) as ben:
        page = ben.get(f"/say/{refused.asking.pk}/")
    cards = {card["name"]: card["state"] for card in page.context["cards"]}
    assert cards["Nora"] == cards["Ada"] != ""
    assert taken.ended_at


def test_a_say_is_found_by_nobody_else(inside: Cast, approving: MatchingRound) -> None:
    asking = Asking.objects.get(enrolment__name="Ada")
    for who in (inside.cora, inside.ben, inside.sam):
        with browser_of(who, inside.organisation) as other:
            assert other.get(f"/say/{asking.pk}/").status_code == 404
    with browser_of(inside.ada, inside.organisation) as ada:
        assert "Ben" in ada.get(f"/say/{asking.pk}/").content.decode()
        assert "Lighthouse" in ada.get("/say/").content.decode()


def test_a_yes_and_the_end_at_the_same_instant_leave_one_story(committed_cast: Cast) -> None:
    with tenant(committed_cast.organisation):
        intake = make_intake(committed_cast)
        found = make_round(committed_cast, intake, Mode.MENTOR_APPROVES)
        ask_both_sides(found, until=WEEK, by=committed_cast.cora)
        number = choice(found, "Ada", "Ben").pk
    together, refusals = threading.Barrier(2), []

    def act(work: Callable[[], object]) -> None:
        try:
            together.wait()
            with tenant(committed_cast.organisation):
                work()
        except Refusal as refusal:
            refusals.append(refusal)
        finally:
            connections.close_all()

    def agree() -> None:
        say_yes(Choice.objects.get(pk=number), by=committed_cast.ada)

    def end() -> None:
        end_asking(MatchingRound.objects.get(pk=found.pk), by=None)

    threads = [threading.Thread(target=act, args=[work]) for work in (agree, end)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    with tenant(committed_cast.organisation):
        agreed = Choice.objects.get(pk=number).answer == Choice.Answer.YES
        pair = Proposal.objects.get(mentee__name="Ben", removed_at=None)
        assert agreed is (pair.approved_at is not None) is (not refusals)
        assert MatchingRound.objects.get(pk=found.pk).asking_ended_at


def test_a_strange_number_finds_nothing(cora: Client, intake: Intake) -> None:
    assert cora.get(f"/say/{UUID(int=1)}/").status_code == 404
