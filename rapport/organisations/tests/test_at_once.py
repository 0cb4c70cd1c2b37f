"""Two at once: a double click, two tabs, two administrators. The database decides, once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.db import connection

from rapport.domain.permissions import Role
from rapport.domain.refusals import Refusal
from rapport.organisations.actions.duties import give_duty, take_duty_back
from rapport.organisations.actions.invitations import (
    accept_as_newcomer,
    accept_invitation,
    invite_by_email,
)
from rapport.organisations.models import Duty, Invitation, Membership
from rapport.organisations.tenancy import tenant
from rapport.people.tests.accounts import with_account
from tests.cast import PASSWORD, Cast

TRIES = 4


def at_once(cast: Cast, act: Callable[[int], Any]) -> list[str]:
    """The same act in as many transactions at the same moment; how each of them ended."""
    start = Barrier(TRIES)

    def one(number: int) -> str:
        start.wait()
        try:
            with tenant(cast.organisation):
                act(number)
        except Refusal as refusal:
            return type(refusal).__name__
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(TRIES) as threads:
        return sorted(threads.map(one, range(TRIES)))


def test_one_of_several_accounts_takes_the_place(committed_cast: Cast) -> None:
    cast = committed_cast
    accounts = [with_account(each) for each in (cast.eve, cast.otto, cast.sam, cast.ben)]
    with tenant(cast.organisation):
        invitation, _ = invite_by_email("E. from the sheet", "", by=cast.cora)
    pk = invitation.pk
    ends = at_once(cast, lambda i: accept_invitation(Invitation.objects.get(pk=pk), by=accounts[i]))
    assert ends == ["AlreadyDone", "AlreadyDone", "AlreadyDone", "done"]


def test_a_form_sent_several_times_opens_one_account(committed_cast: Cast) -> None:
    cast = committed_cast
    with tenant(cast.organisation):
        invitation, _ = invite_by_email("Zoe", "", by=cast.cora)
    words = {"name": "Zoe", "password": PASSWORD, "email": "zoe@example.org"}
    pk = invitation.pk
    ends = at_once(cast, lambda _i: accept_as_newcomer(Invitation.objects.get(pk=pk), **words))
    assert ends == ["AlreadyDone", "AlreadyDone", "AlreadyDone", "done"]
    with tenant(cast.organisation):
        assert Membership.objects.filter(person=invitation.person).count() == 1


def test_two_administrators_cannot_both_leave(committed_cast: Cast) -> None:
    cast = committed_cast
    both = [cast.cora, cast.sam]
    with tenant(cast.organisation):
        give_duty(cast.sam, Role.ADMINISTRATOR, by=cast.cora)
    at_once(cast, lambda i: take_duty_back(both[i % 2], Role.ADMINISTRATOR, by=both[1 - i % 2]))
    with tenant(cast.organisation):
        assert Duty.objects.filter(role=Role.ADMINISTRATOR).count() == 1
