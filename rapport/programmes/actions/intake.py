"""An intake opens, and its name and dates change."""

from datetime import date

from django.db import transaction

from rapport.domain.formats import Format
from rapport.domain.refusals import AlreadyDone, NotAcceptable
from rapport.domain.sentences import _
from rapport.people.models import Person
from rapport.programmes.addresses import address_for
from rapport.programmes.calendar import months_later
from rapport.programmes.models import Intake, Programme

SAME_NAME = _(
    "There is already an intake called “%(name)s” in this programme. Nothing was changed; give "
    "this one another name."
)
ENDS_TOO_EARLY = _("An intake ends after it begins. Nothing was changed; correct one of the dates.")


@transaction.atomic
def open_intake(  # noqa: PLR0913  # each is told by its name
    programme: Programme,
    *,
    name: str,
    starts_on: date,
    ends_on: date | None = None,
    own_format: Format | None = None,
    by: Person,
) -> Intake:
    """A new round; without an end it lasts as long as the programme says."""
    programme.lock()
    ends_on = ends_on or months_later(starts_on, programme.term_months)
    require_order(starts_on, ends_on)
    require_free_name(programme, name)
    taken = programme.intakes.values_list("code", flat=True)
    code = address_for(name, set(taken), "intake")
    return Intake.objects.create(
        programme=programme,
        name=name,
        code=code,
        starts_on=starts_on,
        ends_on=ends_on,
        own_format=own_format or "",
    )


@transaction.atomic
def change_intake(  # noqa: PLR0913  # each is told by its name
    intake: Intake,
    *,
    name: str,
    starts_on: date,
    ends_on: date,
    own_format: Format | None = None,
    by: Person,
) -> None:
    """Another name, other dates or another format for what begins from now on; its address stays,
    for people have it."""
    intake.lock()
    require_order(starts_on, ends_on)
    require_free_name(intake.programme, name, other_than=intake)
    intake.name, intake.starts_on, intake.ends_on = name, starts_on, ends_on
    intake.own_format = own_format or ""
    intake.save(update_fields=["name", "starts_on", "ends_on", "own_format"])


def require_order(starts_on: date, ends_on: date) -> None:
    if ends_on <= starts_on:
        raise NotAcceptable(ENDS_TOO_EARLY)


def require_free_name(programme: Programme, name: str, other_than: Intake | None = None) -> None:
    others = programme.intakes.filter(name__iexact=name)
    if others.exclude(pk__in=[other_than.pk] if other_than else []).exists():
        raise AlreadyDone(SAME_NAME, name=name)
