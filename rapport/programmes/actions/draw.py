"""Lots decide who gets a place when there are too few, and whoever waits moves up."""

import secrets
from hashlib import sha256

from django.db import transaction
from django.utils import timezone

from rapport.domain.events import PlaceGiven
from rapport.domain.refusals import AlreadyDone, NotNow
from rapport.domain.sentences import _
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.programmes.models import Draw, Enrolment, Intake, Lot
from rapport.programmes.queries import places_in

ENOUGH = _(
    "There are places for everybody who wishes for one, so no lots are needed. Nothing was changed."
)


@transaction.atomic
def draw_lots(intake: Intake, *, by: Person) -> Draw:
    """Draw among everybody who wishes for a mentor and is in no lot and no pair yet."""
    intake.lock()
    places = places_in(intake)
    if not places.are_scarce:
        raise NotNow(ENOUGH)
    wishing = intake.enrolments.filter(withdrawn_at=None, lot=None, participant=None)
    wishing = wishing.exclude(role=Enrolment.Role.MENTOR)
    draw = Draw.objects.create(
        intake=intake, places=places.offered, seed=secrets.token_hex(32), drawn_by=by
    )
    order = in_order_of_lots(draw.seed, [str(pk) for pk in wishing.values_list("pk", flat=True)])
    Lot.objects.bulk_create(
        Lot(
            draw=draw,
            organisation_id=draw.organisation_id,
            enrolment_id=number,
            place=place,
            is_drawn=place <= draw.places,
        )
        for place, number in enumerate(order, start=1)
    )
    return draw


def in_order_of_lots(seed: str, numbers: list[str]) -> list[str]:
    """By the SHA-256 of seed and number: whoever knows the seed can check it with any tool."""
    return sorted(numbers, key=lambda number: sha256(f"{seed}{number}".encode()).hexdigest())


@transaction.atomic
def move_up(lot: Lot, *, by: Person) -> None:
    """Whoever waits gets a place that became free; how the lot fell stays written."""
    lot.draw.intake.lock()
    lot.refresh_from_db()
    if not lot.waits:
        raise AlreadyDone()
    lot.moved_up_at = timezone.now()
    lot.save(update_fields=["moved_up_at"])
    record(PlaceGiven(lot=lot.pk, by=by.pk))
