"""A person known by name alone turns out to be somebody with an account."""

import pytest

from rapport.domain.permissions import Role
from rapport.domain.refusals import NotAcceptable
from rapport.organisations.actions.invitations import accept_invitation, invite_by_email
from rapport.organisations.models import Membership
from rapport.organisations.tenancy import tenant
from rapport.people.actions.merge import merge_placeholder, pointing_to_people
from rapport.people.models import Person
from rapport.people.tests.accounts import with_account
from rapport.programmes.models import Intake
from rapport.relationships.actions.beginning import Seat, begin_relationship
from rapport.relationships.models import Participant, Relationship
from rapport.sealed.models import SpaceMember
from tests.cast import Cast


def test_all_that_was_the_placeholder_s_is_hers(cast: Cast, relationship: Relationship) -> None:
    with_account(cast.eve)
    with tenant(cast.organisation):
        invitation, _ = invite_by_email("E. from the sheet", "", by=cast.cora)
        seats = [Seat(invitation.person, Role.MENTEE), Seat(cast.ada, Role.MENTOR)]
        second = begin_relationship(Intake.objects.get(), seats, by=cast.cora)
        Membership.objects.create(person=invitation.person)
        placeholder = invitation.person.pk
        accept_invitation(invitation, by=cast.eve)
        assert Participant.objects.get(relationship=second, role=Role.MENTEE).person == cast.eve
        assert SpaceMember.objects.filter(space=second.space, person=cast.eve).exists()
        assert Membership.objects.filter(person=cast.eve).count() == 1
    assert not Person.objects.filter(pk=placeholder).exists()


def test_both_are_members_already(cast: Cast) -> None:
    with tenant(cast.organisation):
        placeholder = Person.objects.create_user(None, name="A. from the sheet")
        Membership.objects.create(person=placeholder)
        merge_placeholder(placeholder, with_account(cast.ada))
        assert Membership.objects.filter(person=cast.ada).count() == 1
    assert not Person.objects.filter(pk=placeholder.pk).exists()


def test_what_is_there_twice_with_something_on_it_is_refused(
    cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        placeholder = Person.objects.create_user(None, name="A. from the sheet")
        mine = Participant.objects.get(person=cast.ada)
        Participant.objects.filter(pk=mine.pk).update(person=placeholder)
        Participant.objects.create(relationship=relationship, person=cast.ada, role=mine.role)
        merge_placeholder(placeholder, with_account(cast.ada))
        assert Participant.objects.filter(relationship=relationship).count() == 2


@pytest.mark.parametrize("who", ["ada", "otto"])
def test_nobody_real_is_merged_away(cast: Cast, who: str) -> None:
    with tenant(cast.organisation), pytest.raises(NotAcceptable):
        merge_placeholder(getattr(cast, who), cast.eve)
    assert Person.objects.filter(pk=getattr(cast, who).pk).exists()


def test_a_placeholder_known_elsewhere_stays_there(cast: Cast) -> None:
    placeholder = Person.objects.create_user(None, name="A. from the sheet")
    for organisation in (cast.organisation, cast.elsewhere):
        with tenant(organisation):
            Membership.objects.create(person=placeholder)
    with tenant(cast.organisation):
        merge_placeholder(placeholder, with_account(cast.eve))
        assert Membership.objects.filter(person=cast.eve).exists()
    with tenant(cast.elsewhere):
        assert Membership.objects.get(person=placeholder)


def test_the_tables_are_asked_of_the_models() -> None:
    tables = {model.__name__ for model, _field in pointing_to_people()}
    assert {"Membership", "Duty", "Participant", "Enrolment", "SpaceMember"} <= tables
