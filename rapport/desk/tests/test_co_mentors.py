"""A co-mentor: proposed by the coordinator, let in by all members, seated after them."""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from rapport.domain import events
from rapport.domain.formats import Format
from rapport.domain.permissions import Role
from rapport.domain.refusals import NotAcceptable, NotNow
from rapport.journal.models import Entry
from rapport.journal.recording import event_of
from rapport.matching.actions.co_mentor import propose_co_mentor, withdraw_co_mentor
from rapport.organisations.tenancy import tenant
from rapport.programmes.models import Enrolment
from rapport.relationships.actions.ending import end_without_fault
from rapport.relationships.listeners.circles import seat_whom_they_let_in, unseat_who_is_out
from rapport.relationships.models import Departure, Relationship
from rapport.sealed.models import Candidacy
from tests.cast import Cast, browser_of

SAM = "Sam"


@pytest.fixture
def sam(cast: Cast, relationship: Relationship) -> Iterator[Enrolment]:
    """Sam signed up as a mentor, and belongs here already."""
    with tenant(cast.organisation):
        yield enrol(relationship, cast.sam, Enrolment.Role.MENTOR)


def enrol(relationship: Relationship, person: Any, role: str, **more: Any) -> Enrolment:
    return Enrolment.objects.create(
        intake=relationship.intake,
        person=person,
        name=str(person),
        email=f"{str(person).lower()}@example.org",
        role=role,
        **more,
    )


@pytest.fixture
def cora(cast: Cast, relationship: Relationship) -> Iterator[Client]:
    with browser_of(cast.cora, cast.organisation) as browser:
        yield browser


def page_of(relationship: Relationship) -> str:
    return f"/desk/relationships/{relationship.code}/co-mentor"


def names_of(kind: type[events.Event]) -> list[events.Event]:
    return [event_of(each) for each in Entry.objects.filter(event=kind.name())]


def test_the_coordinator_proposes_and_takes_back(
    cora: Client, sam: Enrolment, relationship: Relationship, cast: Cast
) -> None:
    page = page_of(relationship)
    assert SAM in cora.get(page).content.decode()
    assert cora.post(page, {"whom": str(sam.pk)}).status_code == 302
    shown = cora.get(page).content.decode()
    assert "Has no keys yet" in shown
    (candidacy,) = Candidacy.objects.all()
    assert (candidacy.person_id, candidacy.proposed_by_id) == (cast.sam.pk, cast.cora.pk)
    end = f"{page_of(relationship)}/end"
    assert cora.post(end, {"candidacy": str(candidacy.pk)}).status_code == 302
    assert not Candidacy.objects.exists()
    assert cora.post(end, {"candidacy": "nonsense"}).status_code == 302


def test_the_pair_sees_who_is_proposed_and_where_to_decide(
    sam: Enrolment, relationship: Relationship, cast: Cast
) -> None:
    propose_co_mentor(relationship, sam, by=cast.cora)
    with browser_of(cast.ada, cast.organisation) as ada:
        page = ada.get(f"/relationships/{relationship.code}/").content.decode()
    assert "Proposed to join you: Sam" in page
    for name in ("messages", "", "copy"):
        assert f'/spaces/{relationship.space_id}/{name}"' in page


def test_proposed_twice_is_proposed_once(
    sam: Enrolment, relationship: Relationship, cast: Cast
) -> None:
    first = propose_co_mentor(relationship, sam, by=cast.cora)
    assert propose_co_mentor(relationship, sam, by=cast.cora) == first
    assert len(names_of(events.CoMentorProposed)) == 1
    withdraw_co_mentor(relationship, cast.sam, by=cast.cora)
    withdraw_co_mentor(relationship, cast.sam, by=cast.cora)
    assert len(names_of(events.CoMentorWithdrawn)) == 1


def gone(sam: Enrolment) -> Enrolment:
    sam.withdrawn_at = sam.enrolled_at
    sam.save()
    return sam


def mentee_only(sam: Enrolment) -> Enrolment:
    sam.role = Enrolment.Role.MENTEE
    sam.save()
    return sam


def a_member(sam: Enrolment) -> Enrolment:
    sam.person = sam.intake.relationships.get().participants.get(role=Role.MENTEE).person
    sam.save()
    return sam


def her_manager(sam: Enrolment) -> Enrolment:
    mentee = sam.intake.relationships.get().participants.get(role=Role.MENTEE)
    mentee.enrolment = enrol(
        mentee.relationship, mentee.person, Enrolment.Role.MENTEE, never_with=["sam"]
    )
    mentee.save()
    return sam


@pytest.mark.parametrize("why", [gone, mentee_only, a_member, her_manager])
def test_not_everybody_can_be_thought_of(
    sam: Enrolment, relationship: Relationship, cast: Cast, why: Callable[[Enrolment], Enrolment]
) -> None:
    with pytest.raises(NotAcceptable):
        propose_co_mentor(relationship, why(sam), by=cast.cora)
    assert not Candidacy.objects.exists()


def test_a_flash_meeting_has_no_such_seat(
    sam: Enrolment, relationship: Relationship, cast: Cast, cora: Client
) -> None:
    relationship.format = Format.FLASH
    relationship.save()
    with pytest.raises(NotNow):
        propose_co_mentor(relationship, sam, by=cast.cora)
    page = cora.get(page_of(relationship)).content.decode()
    assert "no seat for another co-mentor" in page
    assert "<select" not in page


def let_in(relationship: Relationship, person: UUID) -> None:
    seat_whom_they_let_in(events.SpaceJoined(space=relationship.space_id, person=person))


def test_whom_they_let_in_sits_down_once_and_the_pair_becomes_a_team(
    sam: Enrolment, relationship: Relationship, cast: Cast
) -> None:
    let_in(relationship, cast.sam.pk)
    let_in(relationship, cast.sam.pk)
    seat = relationship.participants.get(person=cast.sam)
    relationship.refresh_from_db()
    assert (seat.role, seat.enrolment, relationship.format) == ("co_mentor", sam, "team")
    assert len(names_of(events.CoMentorJoined)) == 1


def test_who_is_out_of_the_pages_gets_up_and_the_others_go_on(
    sam: Enrolment, relationship: Relationship, cast: Cast
) -> None:
    let_in(relationship, cast.sam.pk)
    unseat_who_is_out(events.SpaceLeft(space=relationship.space_id, person=cast.sam.pk))
    assert relationship.member_ids() == {cast.ada.pk, cast.ben.pk}
    assert Departure.objects.get().person_id == cast.sam.pk


def test_a_mentor_who_closes_her_pages_has_not_ended_the_relationship(
    relationship: Relationship, cast: Cast
) -> None:
    with tenant(cast.organisation):
        unseat_who_is_out(events.SpaceLeft(space=relationship.space_id, person=cast.ada.pk))
        assert cast.ada.pk in relationship.member_ids()


def test_nobody_is_seated_where_it_is_over(
    sam: Enrolment, relationship: Relationship, cast: Cast
) -> None:
    end_without_fault(relationship, by=cast.ada)
    let_in(relationship, cast.sam.pk)
    assert cast.sam.pk not in relationship.member_ids()
    with pytest.raises(NotNow):
        propose_co_mentor(relationship, sam, by=cast.cora)
