"""The same people in all tests.

Ada mentors Ben; Cora coordinates; Sam safeguards; Eve is a stranger; Otto coordinates elsewhere.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.test import Client

from rapport.domain.permissions import Role
from rapport.organisations.models import Duty, Membership, Organisation
from rapport.organisations.scope import ORGANISATION, setting
from rapport.organisations.tenancy import tenant
from rapport.people.models import Person
from rapport.programmes.models import Intake, Programme, ProgrammeDuty
from rapport.relationships.actions.beginning import Seat, begin_relationship
from rapport.relationships.models import Relationship

PASSWORD = "a long walk by the river"


@dataclass
class Cast:
    """The people and the two organisations: Ada, Ben, Cora and Sam in one, Otto in the other."""

    organisation: Organisation
    elsewhere: Organisation
    ada: Person
    ben: Person
    cora: Person
    sam: Person
    eve: Person
    otto: Person


def person(name: str) -> Person:
    return Person.objects.create(email=f"{name.lower()}@example.org", name=name)


def organisation(name: str, slug: str) -> Organisation:
    new = Organisation(name=name, slug=slug)
    with setting(ORGANISATION, new.pk):
        new.save(force_insert=True)
    return new


def build_cast() -> Cast:
    """Everybody, and who belongs where."""
    names = ["Ada", "Ben", "Cora", "Sam", "Eve", "Otto"]
    ada, ben, cora, sam, eve, otto = (person(name) for name in names)
    here, elsewhere = organisation("Harbour", "harbour"), organisation("Hill", "hill")
    with tenant(here):
        for each in (ada, ben, cora, sam):
            Membership.objects.create(person=each)
        Duty.objects.create(person=cora, role=Role.COORDINATOR)
        Duty.objects.create(person=cora, role=Role.ADMINISTRATOR)
    with tenant(elsewhere):
        Membership.objects.create(person=otto)
        Duty.objects.create(person=otto, role=Role.COORDINATOR)
    return Cast(here, elsewhere, ada, ben, cora, sam, eve, otto)


@contextmanager
def browser_of(who: Person, organisation: Organisation) -> Iterator[Client]:
    """A signed-in client inside an organisation's mount: paths begin behind `/o/<slug>`."""
    client = MountedClient(organisation)
    client.force_login(who)
    yield client


class MountedClient(Client):
    """Django's test client, mounted at an organisation as the WSGI step does it."""

    def __init__(self, organisation: Organisation, *, enforce_csrf_checks: bool = False) -> None:
        super().__init__(enforce_csrf_checks, SCRIPT_NAME=organisation.mount)
        self.defaults["rapport.organisation"] = organisation.slug


def pair(cast: Cast) -> Relationship:
    """Ada and Ben in a programme that Cora coordinates, on their first day."""
    with tenant(cast.organisation):
        programme = Programme.objects.create(name="Lighthouse", slug="lighthouse")
        ProgrammeDuty.objects.create(programme=programme, person=cast.cora, role=Role.COORDINATOR)
        intake = Intake.objects.create(
            programme=programme,
            name="Autumn",
            code="autumn",
            starts_on=date(2026, 9, 1),
            ends_on=date(2027, 6, 30),
        )
        seats = [Seat(cast.ada, Role.MENTOR), Seat(cast.ben, Role.MENTEE)]
        return begin_relationship(intake, seats, by=cast.cora)
