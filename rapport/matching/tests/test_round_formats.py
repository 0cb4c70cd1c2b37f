"""The format of an intake, from the sign-ups to what begins: who sits with whom, and as what."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from rapport.domain.formats import SHAPES, Format, fits
from rapport.domain.permissions import Role
from rapport.domain.refusals import AlreadyDone, NotAcceptable
from rapport.matching.actions.announcement import announce_round
from rapport.matching.actions.circle import begin_circle
from rapport.matching.actions.matching_round import form_pairs, solve_again
from rapport.matching.actions.proposal import add_pair, lock_pair
from rapport.matching.models import MatchingRound
from rapport.matching.queries.pool import pool_of
from rapport.matching.tests.conftest import AT, sign_up
from rapport.programmes.models import Enrolment, Intake
from rapport.programmes.reading import Role as SignUpRole
from rapport.programmes.reading import SignUp
from rapport.programmes.reading.signups import fitting_its_role
from rapport.relationships.actions.decision_need import note_decision_need
from rapport.relationships.actions.departures import leave
from rapport.relationships.actions.ending import end_unplanned, wish_rematch
from rapport.relationships.models import Relationship
from tests.cast import Cast, browser_of

PAIRED = {Format.ONE_TO_ONE, Format.REVERSE, Format.FLASH}
MENTORS, MENTEES = ("Ada", "Nora", "Olaf"), ("Ben", "Finn", "Gil")


def signed_up(intake: Intake, shaped: Format, **words: Any) -> Intake:
    """Three mentors, three mentees, all alike, in an intake of this format."""
    intake.own_format = shaped
    intake.save()
    for name in MENTORS:
        sign_up(intake, name, "mentor", **words)
    for name in MENTEES:
        sign_up(intake, name, "mentee")
    return intake


def begun(intake: Intake, cast: Cast) -> list[Relationship]:
    announce_round(form_pairs(intake, by=cast.cora), by=cast.cora)
    return list(intake.relationships.filter(circle=None).order_by("pk"))


def roles_of(it: Relationship) -> list[Role]:
    return [Role(each.role) for each in it.participants.all()]


@pytest.mark.parametrize("shaped", sorted(PAIRED))
def test_pairs_begin_in_the_format_of_their_intake(
    shaped: Format, inside: Cast, intake: Intake
) -> None:
    them = begun(signed_up(intake, shaped), inside)
    assert [each.format for each in them] == [shaped] * 3
    assert {each.phase for each in them} == {SHAPES[shaped].stations[0]}


@pytest.mark.parametrize(("own", "counts"), [("", Format.REVERSE), (Format.FLASH, Format.FLASH)])
def test_a_programme_says_it_for_intakes_that_say_nothing(
    own: str, counts: Format, inside: Cast, intake: Intake
) -> None:
    intake.programme.format, intake.own_format = Format.REVERSE, own
    assert intake.format is counts


def test_mentees_of_one_mentor_become_one_group_with_its_threads(
    inside: Cast, intake: Intake
) -> None:
    signed_up(intake, Format.GROUP, mentees_wanted=3)
    them = begun(intake, inside)
    seated = Counter(role for each in them for role in roles_of(each))
    assert seated[Role.MENTEE] == 3
    for it in them:
        assert it.format == Format.GROUP
        assert fits(it.shape, roles_of(it))
        assert it.threads.count() == roles_of(it).count(Role.MENTEE)
        assert it.proposals.count() == it.threads.count()


def test_no_group_of_one_is_formed(inside: Cast, intake: Intake) -> None:
    them = begun(signed_up(intake, Format.GROUP, mentees_wanted=2), inside)
    sizes = sorted(roles_of(each).count(Role.MENTEE) for each in them)
    assert sizes == [2]


def test_a_mentee_of_a_team_gets_a_mentor_and_a_co_mentor(inside: Cast, intake: Intake) -> None:
    signed_up(intake, Format.TEAM, mentees_wanted=2)
    them = begun(intake, inside)
    assert [each.format for each in them] == [Format.TEAM] * 3
    for it in them:
        assert sorted(roles_of(it)) == sorted([Role.MENTOR, Role.CO_MENTOR, Role.MENTEE])


def test_whoever_found_no_second_mentor_begins_one_to_one(inside: Cast, intake: Intake) -> None:
    intake.own_format = Format.TEAM
    intake.save()
    sign_up(intake, "Ada", "mentor")
    sign_up(intake, "Ben", "mentee")
    (it,) = begun(intake, inside)
    assert it.format == Format.ONE_TO_ONE


def test_peers_meet_each_other_whatever_they_signed_up_as(inside: Cast, intake: Intake) -> None:
    them = begun(signed_up(intake, Format.PEER), inside)
    people = [each.enrolment_id for it in them for each in it.participants.all()]
    assert [roles_of(each) for each in them] == [[Role.PEER] * 2] * 3
    assert len(set(people)) == 6
    assert list(pool_of(intake).everybody()) == []


@pytest.mark.parametrize("shaped", [Format.GROUP, Format.TEAM, Format.PEER, Format.FLASH])
def test_solving_again_keeps_what_is_fixed(shaped: Format, inside: Cast, intake: Intake) -> None:
    signed_up(intake, shaped, mentees_wanted=2)
    found = form_pairs(intake, by=inside.cora)
    for each in found.proposals.all()[:2]:
        lock_pair(each, by=inside.cora)
    fixed = set(found.proposals.filter(is_locked=True).values_list("pk", flat=True))
    solve_again(found, by=inside.cora)
    after = set(found.proposals.filter(is_locked=True).values_list("pk", flat=True))
    assert after == fixed
    announce_round(found, by=inside.cora)


def test_a_group_is_announced_whole_or_not_at_all(inside: Cast, intake: Intake) -> None:
    signed_up(intake, Format.GROUP, mentees_wanted=3)
    sign_up(intake, "Hana", "mentee")
    found = form_pairs(intake, by=inside.cora)
    lock_pair(found.proposals.all()[0], by=inside.cora)
    with pytest.raises(Exception, match="no pair"):
        announce_round(found, by=inside.cora, only_fixed=True)
    assert not Relationship.objects.exists()


def test_nobody_sits_in_a_group_with_her_own_manager(inside: Cast, intake: Intake) -> None:
    intake.own_format = Format.GROUP
    intake.save()
    sign_up(intake, "Ada", "mentor", mentees_wanted=2)
    sign_up(intake, "Ben", "mentee")
    sign_up(intake, "Finn", "mentee", never_with=["Ben"])
    found = form_pairs(intake, by=inside.cora)
    with pytest.raises(NotAcceptable, match="cannot be in one circle"):
        announce_round(found, by=inside.cora)
    assert not Relationship.objects.exists()


def test_nobody_has_two_peers(inside: Cast, intake: Intake) -> None:
    found = form_pairs(signed_up(intake, Format.PEER), by=inside.cora)
    taken = found.proposals.all()[0].mentee
    free = Enrolment.objects.create(intake=intake, name="Hana", role="mentor")
    with pytest.raises(AlreadyDone, match="a peer in this round"):
        add_pair(found, taken, free, by=inside.cora)


def test_the_announcement_says_what_the_pairs_become(
    inside: Cast, intake: Intake, cora: Client
) -> None:
    signed_up(intake, Format.GROUP, mentees_wanted=3)
    found = form_pairs(intake, by=inside.cora)
    page = cora.get(f"{AT}{found.number}/announcement/").text
    assert "The format is Group" in page
    assert "data-circles" in page


def test_each_reads_why_she_is_there_and_not_why_others_are(inside: Cast, intake: Intake) -> None:
    found = one_group(inside, intake)
    it = found.proposals.all()[0].relationship
    assert it
    for name, seen, unseen in (("Ada", ["Ben", "Finn"], []), ("Ben", ["Ada"], ["Finn"])):
        person = Enrolment.objects.get(name=name).person
        assert person
        with browser_of(person, inside.organisation) as browser:
            words = browser.get(f"/relationships/{it.code}/why/").context["pairs"]
        others = {str(each["with"]) for each in words}
        assert others.issuperset(seen)
        assert others.isdisjoint(unseen)


def one_group(cast: Cast, intake: Intake) -> MatchingRound:
    intake.own_format = Format.GROUP
    intake.save()
    sign_up(intake, "Ada", "mentor", mentees_wanted=2)
    for name in ("Ben", "Finn"):
        sign_up(intake, name, "mentee")
    found = form_pairs(intake, by=cast.cora)
    return announce_round(found, by=cast.cora)


@pytest.mark.parametrize("shaped", sorted(set(Format) - {Format.THREAD}))
def test_the_format_is_a_setting_of_programme_and_intake(
    shaped: Format, intake: Intake, cora: Client
) -> None:
    settings = "/programmes/lighthouse/settings/"
    form = cora.get(settings).context["form"]
    cora.post(settings, {**form.initial, "format": shaped})
    intake.programme.refresh_from_db()
    assert intake.programme.format == shaped
    here = "/programmes/lighthouse/intakes/autumn/settings/"
    words = {"name": "Autumn", "starts_on": "2026-09-01", "ends_on": "2027-06-30"}
    cora.post(here, {**words, "own_format": shaped})
    intake.refresh_from_db()
    assert intake.own_format == shaped
    assert SHAPES[shaped].label in cora.get(AT).text


def test_whoever_stepped_out_rests_and_is_then_looked_at_again(
    inside: Cast, intake: Intake
) -> None:
    intake.own_format = Format.PEER
    intake.save()
    people = [sign_up(intake, name, "either") for name in ("Ada", "Ben", "Finn")]
    it = begin_circle(intake, Format.PEER, dict.fromkeys(people, Role.PEER), by=inside.cora)
    leave(it, by=inside.ada)
    today = timezone.localdate()
    assert names_free(intake, today + timedelta(days=13)) == set()
    assert names_free(intake, today + timedelta(days=14)) == {"Ada"}


def test_after_an_unplanned_end_a_wish_is_enough(inside: Cast, intake: Intake) -> None:
    people = [sign_up(intake, "Ada", "mentor"), sign_up(intake, "Ben", "mentee")]
    roles = dict(zip(people, (Role.MENTOR, Role.MENTEE), strict=True))
    it = begin_circle(intake, Format.ONE_TO_ONE, roles, by=inside.cora)
    note_decision_need(it)
    end_unplanned(it, by=inside.cora)
    later = timezone.localdate() + timedelta(days=14)
    assert names_free(intake, later) == set()
    wish_rematch(it, by=inside.ada)
    assert names_free(intake, later) == {"Ada"}


def names_free(intake: Intake, day: date) -> set[str]:
    free = [person.id for person in pool_of(intake, today=day).everybody()]
    return set(Enrolment.objects.filter(pk__in=free).values_list("name", flat=True))


def test_sign_ups_that_name_no_number_get_what_is_usual_in_the_format(
    inside: Cast, intake: Intake
) -> None:
    """A sheet without a column for it makes teams of two mentors, and groups of four."""
    for shaped, mentors, mentees in ((Format.TEAM, 1, 2), (Format.GROUP, 4, 1)):
        usual = SHAPES[shaped].usual
        assert (usual(Role.MENTOR), usual(Role.MENTEE)) == (mentors, mentees)
    row = fitting_its_role(SignUp(SignUpRole.MENTEE, email="ben@example.org"))
    assert row.mentors_wanted is None
    them = begun(signed_up(intake, Format.TEAM, mentees_wanted=2), inside)
    assert Format.TEAM in {each.format for each in them}
