"""Duties in a programme are given and ended."""

from django.db import transaction

from rapport.domain.events import DutyGiven, DutyTakenBack
from rapport.domain.permissions import Role
from rapport.domain.refusals import NotAcceptable, NotNow
from rapport.domain.sentences import _
from rapport.journal.recording import record
from rapport.organisations.models import Membership
from rapport.people.models import Person
from rapport.programmes.models import Programme, ProgrammeDuty

NOT_A_MEMBER = _(
    "Nobody in this organisation has the address “%(email)s”. Nothing was changed; check the "
    "address, or let an administrator invite the person first."
)
NOT_SUPERVISED = _(
    "This programme is confidential, so it has no safeguarding lead: nobody but the pair reads "
    "its words. Nothing was changed."
)
LAST_COORDINATOR = _(
    "A programme needs somebody who coordinates it. Nothing was changed; give this duty to "
    "somebody else first."
)


@transaction.atomic
def give_duty(programme: Programme, *, email: str, role: Role, by: Person) -> ProgrammeDuty:
    """A member gets a duty; given twice, it is given once."""
    programme.lock()
    if role is Role.SAFEGUARDING and not programme.is_supervised:
        raise NotAcceptable(NOT_SUPERVISED)
    membership = Membership.objects.filter(person__email__iexact=email).first()
    if membership is None:
        raise NotAcceptable(NOT_A_MEMBER, email=email)
    duty, is_new = ProgrammeDuty.objects.get_or_create(
        programme=programme, person_id=membership.person_id, role=role, defaults={"given_by": by}
    )
    if is_new:
        record(DutyGiven(person=duty.person_id, role=role, programme=programme.pk, by=by.pk))
    return duty


@transaction.atomic
def end_duty(duty: ProgrammeDuty, *, by: Person) -> None:
    """A duty ends; the last coordinator stays. Ended twice, it is ended once."""
    duty.programme.lock()
    coordinators = duty.programme.duties.filter(role=Role.COORDINATOR)
    if duty.role == Role.COORDINATOR and not coordinators.exclude(pk=duty.pk).exists():
        raise NotNow(LAST_COORDINATOR)
    gone, _rows = ProgrammeDuty.objects.filter(pk=duty.pk).delete()
    if gone:
        programme = duty.programme_id
        record(DutyTakenBack(person=duty.person_id, role=duty.role, programme=programme, by=by.pk))
