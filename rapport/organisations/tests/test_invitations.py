"""Invitations: work once, for thirty days, for whom they are meant."""

from datetime import timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.utils import timezone
from procrastinate.contrib.django import app

from rapport.domain.events import PersonInvited
from rapport.domain.refusals import AlreadyDone, NotAcceptable, Refusal
from rapport.journal.models import Entry
from rapport.journal.recording import TELL_LISTENERS
from rapport.organisations.actions.invitations import (
    accept_invitation,
    invite_by_email,
    invite_person,
    renew_invitation,
    withdraw_invitation,
)
from rapport.organisations.listeners.invitations import send_invitation
from rapport.organisations.models import Invitation, Membership
from rapport.organisations.tenancy import tenant
from rapport.people.models import Person
from rapport.people.tests.accounts import letters_to, sign_in, with_account
from tests.cast import PASSWORD, Cast, MountedClient, browser_of

FORM = {"name": "Zoe Park", "password": PASSWORD, "language": "en", "time_zone": "Asia/Seoul"}


def invited(cast: Cast, email: str = "") -> tuple[Invitation, str]:
    """Zoe, invited by Cora; the path of her link, as the letter or the coordinator gives it."""
    with tenant(cast.organisation):
        invitation, token = invite_by_email("Zoe", email, by=cast.cora)
        if email:
            send_invitation(PersonInvited(invitation=invitation.pk))
            words = letters_to(email)[-1].split()
            link = next(word for word in words if "/invitations/" in word)
            token = link.rstrip("/").rsplit("/", 1)[1]
            assert "/o/harbour/invitations/" in link
        invitation.refresh_from_db()
    return invitation, f"/invitations/{token}/"


def open_link(cast: Cast, path: str, form: dict[str, str] | None = None) -> Any:
    client = MountedClient(cast.organisation)
    answer = client.post(path, form) if form else client.get(path)
    return answer, client


def is_member(cast: Cast, person: Person) -> bool:
    with tenant(cast.organisation):
        return Membership.objects.filter(person=person).exists()


def test_whoever_got_the_letter_joins_in_one_form(cast: Cast) -> None:
    invitation, path = invited(cast, "zoe@example.org")
    page, _ = open_link(cast, path)
    assert "zoe@example.org" in page.content.decode()
    answer, client = open_link(cast, path, FORM)
    assert answer.status_code == 302
    assert client.session["_auth_user_id"] == str(invitation.person_id)
    assert is_member(cast, invitation.person)
    assert EmailAddress.objects.get(email="zoe@example.org").verified


def test_a_link_works_once(cast: Cast) -> None:
    _, path = invited(cast, "zoe@example.org")
    _, client = open_link(cast, path, FORM)
    assert client.get(path).status_code == 302
    for form in (None, FORM):
        answer, _ = open_link(cast, path, form)
        assert answer.status_code == 410
        assert "used already" in answer.content.decode()


def test_without_an_address_she_confirms_the_one_she_gives(cast: Cast) -> None:
    invitation, path = invited(cast)
    answer, client = open_link(cast, path, FORM | {"email": "zoe@example.org"})
    assert answer.url == "/accounts/confirm-email/"
    assert "_auth_user_id" not in client.session
    invitation.person.refresh_from_db()
    assert invitation.person.email is None
    link = next(w for w in letters_to("zoe@example.org")[0].split() if "confirm-email" in w)
    client.post("/accounts/" + link.split("/accounts/")[1])
    assert Person.objects.get(pk=invitation.person.pk).email == "zoe@example.org"
    assert sign_in(client, "zoe@example.org").status_code == 302
    assert client.get("/profile/").status_code == 200


def test_an_address_with_an_account_is_told_to_its_mailbox_alone(cast: Cast) -> None:
    with_account(cast.eve)
    invitation, path = invited(cast)
    known, _ = open_link(cast, path, FORM | {"email": "eve@example.org"})
    assert known.url == "/accounts/confirm-email/"
    assert path in letters_to("eve@example.org")[0]
    assert not is_member(cast, invitation.person)
    with tenant(cast.organisation):
        assert Invitation.objects.get(pk=invitation.pk).is_open


def test_whoever_is_signed_in_simply_joins(cast: Cast) -> None:
    with tenant(cast.organisation):
        _, token = invite_person(with_account(cast.eve), by=cast.cora)
    with browser_of(cast.eve, cast.organisation) as eve:
        assert "signed in as Eve" in eve.get(f"/invitations/{token}/").content.decode()
        for _ in range(2):
            assert eve.post(f"/invitations/{token}/").status_code == 302
    assert is_member(cast, cast.eve)


def test_an_account_signs_in_first(cast: Cast) -> None:
    with tenant(cast.organisation):
        _, token = invite_person(with_account(cast.eve), by=cast.cora)
    page, _ = open_link(cast, f"/invitations/{token}/")
    assert f"?next=/o/harbour/invitations/{token}/" in page.content.decode()


def test_somebody_else_cannot_use_it(cast: Cast) -> None:
    invitation, path = invited(cast, "zoe@example.org")
    with browser_of(with_account(cast.eve), cast.organisation) as eve:
        assert "another address" in eve.get(path).content.decode()
        assert "another address" in eve.post(path).content.decode()
    assert not is_member(cast, cast.eve)
    with tenant(cast.organisation), pytest.raises(NotAcceptable):
        accept_invitation(invitation, by=cast.eve)


@pytest.mark.parametrize(
    ("end", "sentence"),
    [
        ({"expires_at": timezone.now() - timedelta(minutes=1)}, "ran out"),
        ({"withdrawn_at": timezone.now()}, "withdrawn"),
        ({"accepted_at": timezone.now()}, "used already"),
    ],
)
def test_a_closed_invitation_says_why(cast: Cast, end: dict[str, Any], sentence: str) -> None:
    invitation, path = invited(cast, "zoe@example.org")
    with tenant(cast.organisation):
        Invitation.objects.filter(pk=invitation.pk).update(**end)
    for form in (None, FORM):
        answer, _ = open_link(cast, path, form)
        assert answer.status_code == 410
        assert sentence in answer.content.decode()
    with tenant(cast.organisation), pytest.raises(Refusal, match=sentence):
        accept_invitation(invitation, by=cast.eve)


def test_it_holds_for_thirty_days(cast: Cast) -> None:
    invitation, _ = invited(cast)
    assert timedelta(days=29) < invitation.expires_at - timezone.now() <= timedelta(days=30)


def test_whoever_hands_a_link_over_does_not_use_it_up(cast: Cast) -> None:
    _, path = invited(cast)
    with browser_of(with_account(cast.cora), cast.organisation) as cora:
        assert "for somebody else" in cora.post(path).content.decode()
    assert open_link(cast, path)[0].status_code == 200


def test_asking_again_makes_the_old_link_useless(cast: Cast) -> None:
    invitation, path = invited(cast)
    with tenant(cast.organisation):
        token = renew_invitation(invitation, by=cast.cora)
    assert open_link(cast, path)[0].status_code == 404
    assert open_link(cast, f"/invitations/{token}/")[0].status_code == 200


def test_inviting_twice_is_one_invitation(cast: Cast) -> None:
    with tenant(cast.organisation):
        for _ in range(2):
            invite_by_email("Zoe", "zoe@example.org", by=cast.cora)
        assert Invitation.objects.count() == 1


def test_a_withdrawn_invitation_can_be_renewed(cast: Cast) -> None:
    invitation, _ = invited(cast)
    with tenant(cast.organisation):
        withdraw_invitation(invitation, by=cast.cora)
        renew_invitation(invitation, by=cast.cora)
        assert invitation.is_open


def test_a_member_is_not_invited(cast: Cast) -> None:
    with tenant(cast.organisation), pytest.raises(AlreadyDone):
        invite_person(with_account(cast.ada), by=cast.cora)


def test_the_link_is_of_its_own_organisation(cast: Cast) -> None:
    _, path = invited(cast)
    assert MountedClient(cast.elsewhere).get(path).status_code == 404


def test_the_letter_goes_out_once_and_only_with_an_address(cast: Cast) -> None:
    with tenant(cast.organisation):
        invite_by_email("Zoe", "zoe@example.org", by=cast.cora)
        invite_by_email("Yan", "", by=cast.cora)
        entries = list(Entry.objects.filter(event="PersonInvited"))
    for entry in entries * 2:
        app.tasks[TELL_LISTENERS](entry.pk, str(entry.organisation_id))
    assert [message.to for message in mail.outbox] == [["zoe@example.org"]]
    assert "Cora" in mail.outbox[0].subject


def test_a_coordinator_hands_a_link_over(cast: Cast) -> None:
    with browser_of(cast.cora, cast.organisation) as cora:
        page = cora.post("/invitations/new/", {"name": "Yan", "email": ""}).content.decode()
        assert "/invitations/" in page
        assert "Yan" in cora.get("/invitations/").content.decode()
    assert mail.outbox == []
