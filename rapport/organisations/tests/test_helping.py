"""Help with signing in: by somebody who recognised her, told to her mailbox, noted for good."""

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.management import CommandError, call_command

from rapport.audit.models import AuditLine
from rapport.domain.audit import Deed
from rapport.domain.events import SecondStepForgotten, SessionsEnded
from rapport.domain.refusals import NotAcceptable, NotNow
from rapport.organisations.actions.helping import help_after_loss
from rapport.organisations.listeners.helping import send_word_of_help
from rapport.organisations.models import Membership
from rapport.organisations.noting import note_help
from rapport.organisations.scope import CLOCK, setting
from rapport.organisations.tenancy import tenant
from rapport.people.models import Person
from rapport.people.tests.accounts import letters_to, sign_in, with_account
from tests.cast import Cast, MountedClient, browser_of


def with_second_step(person: Person) -> Person:
    for kind in ("totp", "recovery_codes"):
        Authenticator.objects.create(user=person, type=kind, data={})
    return person


def signed_in(cast: Cast, person: Person) -> MountedClient:
    client = MountedClient(cast.organisation)
    sign_in(client, with_account(person).email)
    return client


def steps(person: Person) -> int:
    return int(Authenticator.objects.filter(user=person).count())


def deeds(person: Person) -> list[tuple[str, object]]:
    with setting(CLOCK, "on"):
        lines = AuditLine.objects.filter(subject=person.pk).order_by("number")
        return [(line.action, line.actor) for line in lines]


def test_an_administrator_signs_somebody_out_everywhere(cast: Cast) -> None:
    cora, sams = signed_in(cast, cast.cora), signed_in(cast, cast.sam)
    assert sams.get("/").status_code == 200
    assert cora.post(f"/members/{cast.sam.pk}/sessions/end/").status_code == 302
    assert "/accounts/login/" in sams.get("/").headers["Location"]
    assert cora.get("/members/").status_code == 200


@pytest.mark.parametrize("page", ["sessions/end/", "second-step/"])
def test_it_wants_a_fresh_sign_in(cast: Cast, page: str) -> None:
    with_account(cast.cora)
    with browser_of(with_second_step(cast.sam) and cast.cora, cast.organisation) as stale:
        answer = stale.post(f"/members/{cast.sam.pk}/{page}", {"recognised": "on"})
    assert "/reauthenticate/" in answer.headers["Location"]
    assert steps(cast.sam) == 2


def test_a_lost_second_step_goes_only_after_the_tick(cast: Cast) -> None:
    path = f"/members/{with_second_step(cast.sam).pk}/second-step/"
    cora, sams = signed_in(cast, cast.cora), MountedClient(cast.organisation)
    sams.force_login(cast.sam)
    assert cora.post(path, {"next": "/"}).status_code == 200
    assert steps(cast.sam) == 2
    assert cora.post(path, {"recognised": "on"}).status_code == 302
    assert steps(cast.sam) == 0
    assert "/accounts/login/" in sams.get("/").headers["Location"]
    assert sign_in(sams, with_account(cast.sam).email).status_code == 302
    assert sams.get("/").status_code == 200


def test_nobody_vouches_for_herself_and_no_organisation_for_another(cast: Cast) -> None:
    with_second_step(cast.cora)
    with_second_step(cast.sam)
    with tenant(cast.elsewhere):
        Membership.objects.create(person=cast.sam)
    with tenant(cast.organisation):
        mine, sams = (Membership.objects.get(person=who) for who in (cast.cora, cast.sam))
        with pytest.raises(NotAcceptable, match="vouches"):
            help_after_loss(mine, by=cast.cora)
        with pytest.raises(NotNow, match="another organisation"):
            help_after_loss(sams, by=cast.cora)
        with pytest.raises(NotNow, match="no second step"):
            help_after_loss(Membership.objects.get(person=cast.ada), by=cast.cora)
    assert (steps(cast.cora), steps(cast.sam)) == (2, 2)


@pytest.mark.parametrize("event", [SessionsEnded, SecondStepForgotten])
def test_her_mailbox_hears_of_it_and_the_log_names_who_did_it(
    cast: Cast, event: type[SessionsEnded | SecondStepForgotten]
) -> None:
    happened = event(person=cast.sam.pk, by=cast.cora.pk)
    with tenant(cast.organisation):
        send_word_of_help(happened)
        note_help(happened)
    (letter,) = letters_to(str(cast.sam.email))
    assert "Cora, who keeps the accounts of Harbour" in letter
    assert "no administrator can open it" in letter
    known = {
        "SessionsEnded": Deed.SESSIONS_ENDED,
        "SecondStepForgotten": Deed.SECOND_STEP_FORGOTTEN,
    }
    assert deeds(cast.sam) == [(known[event.__name__], cast.cora.pk)]


def test_the_operator_helps_where_no_administrator_may(cast: Cast) -> None:
    with_second_step(cast.cora)
    with pytest.raises(CommandError, match="Nothing was changed"):
        call_command("forget_second_step", cast.cora.email)
    assert steps(cast.cora) == 2
    call_command("forget_second_step", cast.cora.email, "--recognised")
    assert steps(cast.cora) == 0
    assert deeds(cast.cora) == [(Deed.SECOND_STEP_FORGOTTEN, None)]
    assert mail.outbox == []
