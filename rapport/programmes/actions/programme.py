"""A programme begins, and its settings change."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from rapport.domain.events import DutyGiven
from rapport.domain.formats import Format
from rapport.domain.permissions import Role
from rapport.domain.refusals import AlreadyDone, NotNow
from rapport.domain.sentences import _
from rapport.journal.recording import record
from rapport.organisations.models import Organisation
from rapport.organisations.scope import current_organisation_id
from rapport.people.models import Person
from rapport.programmes.actions.intake import open_intake
from rapport.programmes.addresses import address_for
from rapport.programmes.models import Enrolment, Programme, ProgrammeDuty

SAME_NAME = _(
    "There is already a programme called “%(name)s”. Nothing was changed; give this one another "
    "name, or open a new intake in the programme that is there."
)
PROMISE_MADE = _(
    "People have signed up under the promise that this programme made. Nothing was changed; "
    "start a new programme to make another promise."
)


@dataclass(frozen=True)
class ProgrammeSettings:
    """What a coordinator decides about a programme; months 1 to 60, days 1 to 180."""

    name: str
    purpose: str = ""
    term_months: int = 9
    rhythm_days: int = 21
    format: Format = Format.ONE_TO_ONE
    is_supervised: bool = False
    rematch_pause_days: int = 14


@transaction.atomic
def start_programme(
    settings: ProgrammeSettings, *, intake_name: str, starts_on: date, by: Person
) -> Programme:
    """A programme with its first intake; whoever begins it coordinates it."""
    Organisation.objects.select_for_update().get(pk=current_organisation_id())
    require_free_name(settings.name)
    taken = Programme.objects.values_list("slug", flat=True)
    slug = address_for(settings.name, set(taken), "programme")
    programme = Programme.objects.create(slug=slug, **vars(settings))
    ProgrammeDuty.objects.create(programme=programme, person=by, role=Role.COORDINATOR, given_by=by)
    record(DutyGiven(person=by.pk, role=Role.COORDINATOR, programme=programme.pk, by=by.pk))
    open_intake(programme, name=intake_name, starts_on=starts_on, by=by)
    return programme


@transaction.atomic
def change_programme(programme: Programme, settings: ProgrammeSettings, *, by: Person) -> None:
    """New settings. Whether words are supervised is fixed from the first sign-up on."""
    programme.lock()
    require_free_name(settings.name, other_than=programme)
    if settings.is_supervised != programme.is_supervised and has_people(programme):
        raise NotNow(PROMISE_MADE)
    for name, value in vars(settings).items():
        setattr(programme, name, value)
    programme.save(update_fields=list(vars(settings)))


def require_free_name(name: str, other_than: Programme | None = None) -> None:
    others = Programme.objects.filter(name__iexact=name)
    if others.exclude(pk__in=[other_than.pk] if other_than else []).exists():
        raise AlreadyDone(SAME_NAME, name=name)


def has_people(programme: Programme) -> bool:
    """Whether anybody has signed up yet."""
    return Enrolment.objects.filter(intake__programme=programme).exists()
