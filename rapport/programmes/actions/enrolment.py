"""Somebody signs up, changes, withdraws, comes back: one at a time, by hand."""

from django.db import transaction
from django.utils import timezone

from rapport.domain.events import PlaceFree
from rapport.domain.refusals import AlreadyDone, Incomplete, NotNow
from rapport.domain.sentences import _
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.programmes.models import Enrolment, Intake
from rapport.programmes.queries import is_waited_for
from rapport.programmes.reading import SignUp
from rapport.programmes.sign_ups import FIELDS, fields_of, rows_of

NOBODY = _(
    "Nothing says who this is. What you wrote is kept; fill in an e-mail address or a reference."
)
TAKES_PART = _(
    "“%(name)s” takes part already with this %(what)s. Nothing was changed; open that person "
    "instead, or correct the %(what)s."
)
ADDRESS_IS_THEIRS = _(
    "This person is invited already, so the address is theirs to change. Nothing was changed; "
    "ask the person to change it under “Your account”."
)
WHAT = {"email": _("e-mail address"), "reference": _("reference")}


@transaction.atomic
def add_enrolment(intake: Intake, sign_up: SignUp, *, by: Person) -> Enrolment:
    """One person more, by hand."""
    intake.lock()
    require_identity(intake, sign_up)
    (enrolment,) = rows_of(intake, [(None, sign_up)])
    enrolment.save(force_insert=True)
    return enrolment


@transaction.atomic
def change_enrolment(enrolment: Enrolment, sign_up: SignUp, *, by: Person) -> None:
    """What somebody said, corrected by hand. The address of an invited person stays."""
    enrolment.intake.lock()
    enrolment.refresh_from_db()
    if enrolment.person_id and sign_up.email != enrolment.email:
        raise NotNow(ADDRESS_IS_THEIRS)
    require_identity(enrolment.intake, sign_up, other_than=enrolment)
    for name, value in fields_of(sign_up).items():
        setattr(enrolment, name, value)
    enrolment.save(update_fields=FIELDS)


@transaction.atomic
def withdraw_enrolment(enrolment: Enrolment, *, by: Person) -> None:
    """Takes no part in new pairs any more; what she is in already goes on.

    Once in a pair her place is taken, whatever she wishes for the next one.
    """
    enrolment.intake.lock()
    here = Enrolment.objects.filter(pk=enrolment.pk, withdrawn_at=None)
    is_freed = here.filter(participant=None).exists() and is_waited_for(enrolment)
    here.update(withdrawn_at=timezone.now())
    if is_freed:
        record(PlaceFree(intake=enrolment.intake_id, by=by.pk))


@transaction.atomic
def return_enrolment(enrolment: Enrolment, *, by: Person) -> None:
    """Takes part in new pairs again."""
    enrolment.intake.lock()
    Enrolment.objects.filter(pk=enrolment.pk).update(withdrawn_at=None)


def require_identity(intake: Intake, sign_up: SignUp, other_than: Enrolment | None = None) -> None:
    """Somebody is known by an address or a reference, and by it only once in an intake."""
    if not sign_up.email and not sign_up.reference:
        raise Incomplete(NOBODY)
    others = intake.enrolments.exclude(pk__in=[other_than.pk] if other_than else [])
    for field, what in WHAT.items():
        value = getattr(sign_up, field)
        if value and (known := others.filter(**{f"{field}__iexact": value}).first()):
            raise AlreadyDone(TAKES_PART, name=str(known), what=what)
