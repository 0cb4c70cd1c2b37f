"""Somebody leaves an organisation, is removed from it, or deletes her account altogether.

Relationships end without fault first; then her rows meet the fate that the table of personal
columns names. Applications with more to do stand in the setting LEAVING; each has `before`, which
says what will happen, and `on_leaving`, which does it.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import Protocol, cast

from django.conf import settings
from django.db import transaction

from rapport.domain.events import MembershipEnded
from rapport.domain.permissions import Role
from rapport.domain.refusals import NotNow
from rapport.domain.sentences import _
from rapport.journal.recording import record
from rapport.organisations.actions.duties import lock_duties
from rapport.organisations.models import Duty, Membership
from rapport.organisations.record import carry_out
from rapport.organisations.scope import PERSON, setting
from rapport.organisations.tenancy import tenant
from rapport.people.actions.erasure import empty_account
from rapport.people.models import Person

LAST = _(
    "%(name)s is the only administrator of %(organisation)s, and somebody must be. Nothing was "
    "changed; make somebody else administrator first."
)


class Leaver(Protocol):
    def before(self, person: Person) -> Iterator[str]: ...
    def on_leaving(self, person: Person) -> None: ...


def leavers() -> list[Leaver]:
    return [cast("Leaver", import_module(name)) for name in settings.LEAVING]


def what_will_happen(person: Person) -> list[str]:
    """Sentences for the page that asks, about the present organisation."""
    return [sentence for each in leavers() for sentence in each.before(person)]


@transaction.atomic
def end_membership(membership: Membership, *, by: Person) -> None:
    """She leaves, or is removed by whoever keeps the accounts; a refusal for the last of those."""
    person = membership.person
    lock_duties()
    require_another_administrator(membership)
    for each in leavers():
        each.on_leaving(person)
    carry_out(person, inside=True)
    record(MembershipEnded(person=person.pk, by=by.pk))


def require_another_administrator(membership: Membership) -> None:
    administrators = Duty.objects.filter(role=Role.ADMINISTRATOR)
    is_one = administrators.filter(person=membership.person).exists()
    if is_one and not administrators.exclude(person=membership.person).exists():
        name, organisation = str(membership.person), membership.organisation.name
        raise NotNow(LAST, name=name, organisation=organisation)


@transaction.atomic
def delete_account(person: Person, *, by: Person) -> None:
    """Out of every organisation, then the account: all of it, or after a refusal none of it."""
    with setting(PERSON, person.pk):
        mine = Membership.objects.filter(person=person).select_related("organisation")
        for membership in list(mine):
            with tenant(membership.organisation):
                end_membership(membership, by=by)
        carry_out(person, inside=False)
        empty_account(person)
