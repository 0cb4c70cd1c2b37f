"""An organisation begins; and with the first one, the installation."""

from dataclasses import dataclass

from django.db import IntegrityError, connection, transaction

from rapport.domain.events import DutyGiven
from rapport.domain.permissions import Role
from rapport.domain.refusals import AlreadyDone, NotAcceptable
from rapport.domain.sentences import _
from rapport.journal.recording import record
from rapport.organisations.models import Duty, Membership, Organisation
from rapport.organisations.scope import ORGANISATION, setting
from rapport.organisations.tenancy import tenant
from rapport.people.actions.accounts import trust_email
from rapport.people.models import Person

SET_UP_LOCK = 20_261_122
"""Any number; two who set up at once wait for each other on it."""
SET_UP = _("This installation was set up a moment ago. Sign in with the account made then.")
TAKEN = _("Another organisation has this address already. Nothing was changed; choose another.")


@dataclass(frozen=True)
class Founder:
    """Who sets up an installation."""

    name: str
    email: str
    password: str
    language: str
    time_zone: str


def is_empty() -> bool:
    """Whether nobody is here yet."""
    return not Person.objects.exists()


@transaction.atomic
def create_organisation(
    name: str, slug: str, *, by: Person, time_zone: str = "UTC", is_demonstration: bool = False
) -> Organisation:
    """A new organisation, whose founder belongs to it and has both duties."""
    organisation = Organisation(
        name=name, slug=slug, time_zone=time_zone, is_demonstration=is_demonstration
    )
    try:
        with transaction.atomic(), setting(ORGANISATION, organisation.pk):
            organisation.save(force_insert=True)
    except IntegrityError as error:
        raise NotAcceptable(TAKEN) from error
    with tenant(organisation):
        Membership.objects.create(person=by)
        for role in (Role.ADMINISTRATOR, Role.COORDINATOR):
            Duty.objects.create(person=by, role=role, given_by=by)
            record(DutyGiven(person=by.pk, role=role, by=by.pk))
    return organisation


@transaction.atomic
def set_up_installation(name: str, slug: str, founder: Founder) -> tuple[Organisation, Person]:
    """The first organisation and the first person, once; twice at once, it is once."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SET_UP_LOCK])
    if not is_empty():
        raise AlreadyDone(SET_UP)
    person = Person.objects.create_user(
        founder.email,
        founder.password,
        name=founder.name,
        language=founder.language,
        time_zone=founder.time_zone,
    )
    trust_email(person)
    return create_organisation(name, slug, by=person, time_zone=founder.time_zone), person
