"""Duties in the whole organisation are given and taken back; one administrator always stays."""

from django.db import transaction

from rapport.domain.events import DutyGiven, DutyTakenBack
from rapport.domain.permissions import Role
from rapport.domain.refusals import NotAcceptable, NotNow
from rapport.domain.sentences import _
from rapport.journal.recording import record
from rapport.organisations.models import Duty, Membership, Organisation
from rapport.organisations.scope import current_organisation_id
from rapport.people.models import Person

LAST = _(
    "%(name)s is the only administrator, and somebody must be. Nothing was changed; "
    "make somebody else administrator first."
)
STRANGER = _("Only members have duties. Nothing was changed; invite the person first.")


@transaction.atomic
def give_duty(person: Person, role: Role, *, by: Person) -> Duty:
    """Make a member administrator or coordinator. Given twice, it is given once."""
    if not Membership.objects.filter(person=person).exists():
        raise NotAcceptable(STRANGER)
    duty, is_new = Duty.objects.get_or_create(person=person, role=role, defaults={"given_by": by})
    if is_new:
        record(DutyGiven(person=person.pk, role=role, by=by.pk))
    return duty


@transaction.atomic
def take_duty_back(person: Person, role: Role, *, by: Person) -> None:
    """End a duty; a refusal when nobody would keep the accounts afterwards."""
    lock_duties()
    administrators = Duty.objects.filter(role=Role.ADMINISTRATOR)
    if role is Role.ADMINISTRATOR and not administrators.exclude(person=person).exists():
        raise NotNow(LAST, name=str(person))
    gone, _rows = Duty.objects.filter(person=person, role=role).delete()
    if gone:
        record(DutyTakenBack(person=person.pk, role=role, by=by.pk))


def lock_duties() -> None:
    """Two administrators who take back each other's duty at once wait for each other."""
    Organisation.objects.select_for_update().get(pk=current_organisation_id())
