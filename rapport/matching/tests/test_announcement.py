"""Announcing: relationships begin, everybody is invited, and it happens once."""

import threading

import pytest
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from rapport.domain.permissions import Role
from rapport.domain.refusals import Incomplete, NotNow
from rapport.journal.models import Entry
from rapport.matching.actions.announcement import announce_round
from rapport.matching.actions.matching_round import form_pairs
from rapport.matching.actions.proposal import remove_pair
from rapport.matching.models import MatchingRound
from rapport.matching.tests.conftest import AT, make_intake, sign_up
from rapport.organisations.models import Invitation
from rapport.organisations.tenancy import tenant
from rapport.people.models import Person
from rapport.programmes.actions.enrolment import withdraw_enrolment
from rapport.programmes.models import Enrolment, Intake
from rapport.relationships.actions.beginning import Seat, begin_relationship
from rapport.relationships.actions.beginning_many import begin_pairs
from rapport.relationships.models import Participant, Relationship
from tests.cast import Cast, browser_of


@pytest.fixture
def found(inside: Cast, intake: Intake) -> MatchingRound:
    return make_round(inside, intake)


def make_round(cast: Cast, intake: Intake) -> MatchingRound:
    """Ada, who is here, mentors Gil, who is new, and Hana, who has no address."""
    sign_up(intake, "Ada", "mentor", mentees_wanted=2)
    sign_up(intake, "Gil", "mentee")
    sign_up(intake, "Hana", "mentee", email="", reference="7")
    return form_pairs(intake, by=cast.cora)


def person(name: str) -> Person:
    found = Enrolment.objects.get(name=name).person
    assert found
    return found


def test_every_pair_becomes_a_relationship(inside: Cast, found: MatchingRound) -> None:
    announce_round(found, by=inside.cora)
    roles = Participant.objects.values_list("enrolment__name", "role")
    assert sorted(roles) == [
        ("Ada", Role.MENTOR),
        ("Ada", Role.MENTOR),
        ("Gil", Role.MENTEE),
        ("Hana", Role.MENTEE),
    ]


def test_whoever_has_an_account_keeps_it_and_others_wait_for_theirs(
    inside: Cast, found: MatchingRound
) -> None:
    announce_round(found, by=inside.cora)
    assert person("Ada") == inside.ada
    assert person("Gil").email == "gil@example.org"
    assert person("Hana").email is None
    assert not person("Gil").has_usable_password()


def test_newcomers_are_invited_and_members_are_not(inside: Cast, found: MatchingRound) -> None:
    announce_round(found, by=inside.cora)
    invited = Invitation.objects.values_list("person__name", flat=True)
    assert sorted(invited) == ["Gil", "Hana"]


def test_announcing_again_changes_nothing(cora: Client, found: MatchingRound) -> None:
    for _again in range(2):
        assert cora.post(f"{AT}1/announcement/", {"announce": "1"}).status_code in {200, 302}
    assert Relationship.objects.count() == 2
    assert Entry.objects.filter(event="PairsAnnounced").count() == 1


def test_somebody_who_withdrew_meanwhile_stops_the_announcement(
    inside: Cast, found: MatchingRound
) -> None:
    withdraw_enrolment(Enrolment.objects.get(name="Gil"), by=inside.cora)
    with pytest.raises(NotNow, match="Gil"):
        announce_round(found, by=inside.cora)
    assert not Relationship.objects.exists()
    assert not Invitation.objects.exists()


def test_without_a_pair_there_is_nothing_to_announce(inside: Cast, found: MatchingRound) -> None:
    for proposal in found.proposals.all():
        remove_pair(proposal, by=inside.cora)
    with pytest.raises(Incomplete):
        announce_round(found, by=inside.cora)


def test_the_page_says_before_and_after_who_is_told_how(
    cora: Client, inside: Cast, found: MatchingRound
) -> None:
    before = cora.get(f"{AT}1/announcement/").context
    cora.post(f"{AT}1/announcement/", {"announce": "1"})
    after = cora.get(f"{AT}1/announcement/").context
    for kind, name in (("members", "Ada"), ("mailed", "Gil"), ("silent", "Hana")):
        assert [each.name for each in before[kind]] == [name]
        assert [each.name for each in after[kind]] == [name]


def test_cards_carry_links_that_work_until_the_next_print(
    cora: Client, inside: Cast, found: MatchingRound
) -> None:
    announce_round(found, by=inside.cora)
    first, second = (cora.post(f"{AT}1/cards/").context["cards"] for _ in range(2))
    assert [card.name for card in first] == ["Hana"]
    assert first[0].link != second[0].link
    path = second[0].link.partition("/o/harbour")[2]
    assert cora.get(path).status_code == 200


def test_cards_are_for_announced_pairs_only(cora: Client, found: MatchingRound) -> None:
    assert cora.post(f"{AT}1/cards/").context["cards"] == []


def test_two_clicks_at_the_same_instant_announce_once(committed_cast: Cast) -> None:
    with tenant(committed_cast.organisation):
        found = make_round(committed_cast, make_intake(committed_cast))
    together = threading.Barrier(2)
    failures: list[BaseException] = []

    def click() -> None:
        try:
            together.wait()
            with tenant(committed_cast.organisation):
                announce_round(MatchingRound.objects.get(pk=found.pk), by=committed_cast.cora)
        except BaseException as error:  # noqa: BLE001  # told to the test below
            failures.append(error)
        finally:
            connections.close_all()

    clicks = [threading.Thread(target=click) for _ in range(2)]
    for each in clicks:
        each.start()
    for each in clicks:
        each.join()
    with tenant(committed_cast.organisation):
        assert failures == []
        assert Relationship.objects.count() == 2
        assert Invitation.objects.count() == 2
        assert Entry.objects.filter(event="PairsAnnounced").count() == 1


def test_a_hundred_pairs_are_announced_in_as_many_queries_as_one(
    inside: Cast, intake: Intake
) -> None:
    counted = []
    for count in (1, 100):
        for number in range(count):
            sign_up(intake, f"Mentor{count}-{number}", "mentor")
            sign_up(intake, f"Mentee{count}-{number}", "mentee")
        found = form_pairs(intake, by=inside.cora)
        with CaptureQueriesContext(connection) as queries:
            announce_round(found, by=inside.cora)
        counted.append(len(queries))
    assert counted[0] == counted[1] < 60
    assert Relationship.objects.count() == 101
    assert Entry.objects.filter(event="RelationshipBegan").count() == 101
    assert Entry.objects.filter(event="PersonInvited").count() == 202


def test_a_pair_begun_with_many_is_as_one_begun_alone(inside: Cast, intake: Intake) -> None:
    seats = (Seat(inside.ada, Role.MENTOR), Seat(inside.ben, Role.MENTEE))
    (many,) = begin_pairs(intake, [seats], by=inside.cora)
    alone = begin_relationship(intake, seats, by=inside.cora)
    for one in (many, alone):
        one.refresh_from_db()
    told = Entry.objects.filter(event="RelationshipBegan").values_list("values", flat=True)
    assert [each.keys() for each in told] == [{"by", "relationship"}] * 2
    assert (many.phase, many.rhythm_days, many.space.kind) == (
        alone.phase,
        alone.rhythm_days,
        alone.space.kind,
    )
    members = [set(one.space.members.values_list("person", flat=True)) for one in (many, alone)]
    assert members[0] == members[1] == many.member_ids() == alone.member_ids()


def test_the_pair_reads_why_and_nobody_else_does(inside: Cast, found: MatchingRound) -> None:
    announce_round(found, by=inside.cora)
    relationship = Relationship.objects.get(participants__enrolment__name="Gil")
    for who, status in ((inside.ada, 200), (inside.cora, 404), (inside.ben, 404)):
        with browser_of(who, inside.organisation) as browser:
            page = browser.get(f"/relationships/{relationship.code}/why/")
        assert page.status_code == status
        assert ("Both named Art, Law." in page.content.decode()) is (status == 200)
