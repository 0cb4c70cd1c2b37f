"""The desk: the course of many pairs in a few queries, and never a word."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from rapport.desk.queries import row_of, with_course
from rapport.domain.permissions import Role
from rapport.organisations.models import Membership
from rapport.organisations.tenancy import tenant
from rapport.programmes.models import Intake, ProgrammeDuty
from rapport.relationships.actions.beginning import Seat, begin_relationship
from rapport.relationships.actions.decision_need import note_decision_need, settle_decision
from rapport.relationships.actions.ending import end_without_fault
from rapport.relationships.actions.talk import ask_for_a_talk
from rapport.relationships.models import Agreement, Meeting, Relationship, Signature, TalkRequest
from rapport.relationships.queries.courses import relationship_numbered
from rapport.sealed.models import SealedObject
from tests.cast import Cast, browser_of, person


@pytest.fixture
def cora(cast: Cast, relationship: Relationship) -> Iterator[Client]:
    with browser_of(cast.cora, cast.organisation) as browser:
        yield browser


def desk_of(browser: Client, **chosen: str) -> Any:
    return browser.get(reverse("desk"), chosen)


def key_of(relationship: Relationship) -> str:
    """What the pair waits for, as the desk says it."""
    row = row_of(with_course(relationship_numbered(relationship.pk)).get())
    return row.waiting.key


def meet(relationship: Relationship, cast: Cast, *, days_ago: int = 1) -> None:
    when = timezone.now() - timedelta(days=days_ago)
    Meeting.objects.create(
        relationship=relationship, starts_at=when, held_at=when, called_by=cast.ada
    )


def sign(relationship: Relationship, cast: Cast, *signers: str) -> None:
    words = SealedObject.objects.create(space=relationship.space, revision=1)
    agreement = Agreement.objects.create(
        relationship=relationship,
        version=1,
        words=words,
        revision=1,
        statement=b"{}",
        **dict.fromkeys(drafted_by(), cast.ada),
    )
    for name in signers:
        signature = bytes(64)
        Signature.objects.create(
            agreement=agreement, person=getattr(cast, name), signature=signature
        )


def drafted_by() -> list[str]:
    """Who stands behind a version; named by the model."""
    return [each.name for each in Agreement._meta.get_fields() if each.name.endswith("_by")]


def test_the_desk_lists_the_pairs_of_her_programmes(cora: Client) -> None:
    page = desk_of(cora).content.decode()
    assert "Ada" in page
    assert "Ben" in page
    assert "The first meeting." in page


@pytest.mark.parametrize("name", ["ada", "ben", "sam", "eve", "otto"])
def test_whoever_runs_no_programme_finds_no_desk(
    name: str, cast: Cast, relationship: Relationship
) -> None:
    for url in (reverse("desk"), reverse("course", args=[relationship.code])):
        with browser_of(getattr(cast, name), cast.organisation) as browser:
            assert browser.get(url).status_code == 404


def test_a_facilitator_sees_counts_and_no_pairs(cast: Cast, relationship: Relationship) -> None:
    with tenant(cast.organisation):
        programme = relationship.intake.programme
        ProgrammeDuty.objects.create(programme=programme, person=cast.sam, role=Role.FACILITATOR)
    with browser_of(cast.sam, cast.organisation) as browser:
        page = desk_of(browser).content.decode()
        course = browser.get(reverse("course", args=[relationship.code]))
    assert "Pairs" in page
    assert "Ben" not in page
    assert course.status_code == 404


def test_a_pair_waits_for_one_thing_after_the_other(cast: Cast, relationship: Relationship) -> None:
    with tenant(cast.organisation):
        gone = Membership.objects.filter(person=cast.ben)
        gone.delete()
        assert key_of(relationship) == "joining"
        Membership.objects.create(person=cast.ben)
        assert key_of(relationship) == "meeting"
        meet(relationship, cast)
        assert key_of(relationship) == "agreement"
        sign(relationship, cast, "ada")
        assert key_of(relationship) == "agreement"
        Signature.objects.create(
            agreement=Agreement.objects.get(), person=cast.ben, signature=bytes(64)
        )
        assert key_of(relationship) == "nothing"
        note_decision_need(relationship)
        assert key_of(relationship) == "decision"
        settle_decision(relationship, by=None)
        end_without_fault(relationship, by=cast.ben)
        assert key_of(relationship) == "ended"


def test_what_needs_a_decision_comes_first(
    cast: Cast, cora: Client, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        other = another_pair(relationship.intake, 1)
        note_decision_need(other)
    page = desk_of(cora).content.decode()
    assert page.index(other.code) < page.index(relationship.code)


def test_meetings_are_bands_and_never_numbers(
    cast: Cast, cora: Client, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        for days_ago in (50, 60, 70, 80):
            meet(relationship, cast, days_ago=days_ago)
    page = desk_of(cora).content.decode()
    assert "three to five times" in page
    assert "last more than six weeks ago" in page


def test_a_talk_is_asked_for_and_answered(
    cast: Cast, cora: Client, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        asked = ask_for_a_talk(relationship, by=cast.ben)
    assert f'data-talk="{asked.pk}"' in desk_of(cora).content.decode()
    cora.post(reverse("talk_answer", args=[asked.pk]))
    assert "data-talk" not in desk_of(cora).content.decode()
    with tenant(cast.organisation):
        assert TalkRequest.objects.get().answered_by == cast.cora


def test_a_coordinator_does_not_see_a_request_from_her_own_relationship(
    cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        programme = relationship.intake.programme
        ProgrammeDuty.objects.create(programme=programme, person=cast.ada, role=Role.COORDINATOR)
        asked = ask_for_a_talk(relationship, by=cast.ben)
    with browser_of(cast.ada, cast.organisation) as browser:
        assert "data-talk" not in desk_of(browser).content.decode()
        assert browser.post(reverse("talk_answer", args=[asked.pk])).status_code == 404


def test_filters_choose_and_nonsense_shows_everything(
    cora: Client, relationship: Relationship
) -> None:
    assert relationship.code in desk_of(cora, phase="rapport").content.decode()
    assert relationship.code not in desk_of(cora, phase="direction").content.decode()
    assert relationship.code in desk_of(cora, phase="nonsense", page="x").content.decode()


def test_the_course_says_that_it_ended_and_not_how(
    cast: Cast, cora: Client, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        end_without_fault(relationship, by=cast.ben)
    page = cora.get(reverse("course", args=[relationship.code])).content.decode()
    assert "Ended" in page
    assert "fault" not in page


def test_the_desk_costs_the_same_for_one_pair_and_for_three_hundred(
    cast: Cast, cora: Client, relationship: Relationship
) -> None:
    desk_of(cora)
    one = queries_of(cora)
    with tenant(cast.organisation):
        for number in range(299):
            another_pair(relationship.intake, number)
    assert queries_of(cora) == one
    assert one <= 34


def queries_of(browser: Client) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert desk_of(browser).status_code == 200
    return len(captured)


def another_pair(intake: Intake, number: int) -> Relationship:
    pair = [person(f"Mentor{number}"), person(f"Mentee{number}")]
    seats = [Seat(pair[0], Role.MENTOR), Seat(pair[1], Role.MENTEE)]
    return begin_relationship(intake, seats, by=None)


def test_an_intake_without_pairs_teaches_what_comes(
    cast: Cast, cora: Client, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        empty = Intake.objects.create(
            programme=relationship.intake.programme,
            name="Spring",
            code="spring",
            starts_on=date(2027, 1, 1),
            ends_on=date(2027, 6, 1),
        )
    assert "No relationships here" in desk_of(cora, intake=str(empty.pk)).content.decode()
