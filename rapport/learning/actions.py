"""Calling people together, calling it off, saying whether one comes, putting a card on a board."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from rapport.domain.assemblies import AssemblyKind, BoardGroup
from rapport.domain.events import AssemblyCalled, AssemblyCalledOff
from rapport.domain.refusals import NotNow
from rapport.domain.sentences import _
from rapport.journal.recording import record
from rapport.learning.models import Assembly, BoardCard, Reply
from rapport.people.models import Person
from rapport.programmes.models import Programme

CALLED_OFF = _("This was called off meanwhile, so nothing was saved.")


@dataclass(frozen=True)
class Call:
    """What for, when, for how long, and where."""

    kind: AssemblyKind
    starts_at: datetime
    minutes: int
    place: str


@transaction.atomic
def call_assembly(programme: Programme, call: Call, *, by: Person) -> Assembly:
    """Everybody it is for is told; NotNow when its time has passed already."""
    programme.lock()
    if call.starts_at <= timezone.now():
        raise NotNow(_("Choose a time that is still to come. Nobody was told."))
    assembly, is_new = Assembly.objects.get_or_create(
        programme=programme,
        kind=call.kind,
        starts_at=call.starts_at,
        called_off_at=None,
        defaults={"minutes": call.minutes, "place": call.place, "called_by": by},
    )
    if is_new:
        record(AssemblyCalled(assembly=assembly.pk, programme=programme.pk, by=by.pk))
    return assembly


@transaction.atomic
def call_off(assembly: Assembly, *, by: Person) -> None:
    """Called off twice, it is called off once."""
    still_on = Assembly.objects.filter(pk=assembly.pk, called_off_at=None)
    if still_on.update(called_off_at=timezone.now()):
        told = AssemblyCalledOff(assembly=assembly.pk, programme=assembly.programme_id, by=by.pk)
        record(told)


@transaction.atomic
def reply(assembly: Assembly, *, is_coming: bool, by: Person) -> Reply:
    """The newest answer counts."""
    require_on(assembly)
    found, _is_new = Reply.objects.update_or_create(
        assembly=assembly, person=by, defaults={"is_coming": is_coming}
    )
    return found


@transaction.atomic
def put_on_board(assembly: Assembly, group: BoardGroup, text: str, *, by: Person) -> BoardCard:
    """At the end of the board; two at the same moment stand one below the other."""
    require_on(assembly)
    last = assembly.cards.aggregate(last=Max("place"))["last"] or 0
    return BoardCard.objects.create(
        assembly=assembly, group=group, text=text, by=by, place=last + 1
    )


def require_on(assembly: Assembly) -> None:
    """Hold the row; NotNow when it was called off."""
    held = Assembly.objects.select_for_update().get(pk=assembly.pk)
    if held.called_off_at is not None:
        raise NotNow(CALLED_OFF)
