"""Endings: by one without fault, from any phase; or together, at the end of the way."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from rapport.domain.ending import EndingKind, rematch_from
from rapport.domain.events import RelationshipEnded, RematchWished
from rapport.domain.phases import Move, Phase
from rapport.domain.refusals import NotNow
from rapport.domain.sentences import _
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.relationships.actions.decision_need import settle_decision
from rapport.relationships.actions.meetings import call_off_ahead
from rapport.relationships.actions.phases import change_phase
from rapport.relationships.models import Ending, Relationship, RematchWish


@transaction.atomic
def end_without_fault(relationship: Relationship, *, by: Person) -> Ending:
    """Any member, any phase, no reason. Ended twice at once, it is ended once."""
    relationship.lock()
    if ending := Ending.objects.filter(relationship=relationship).first():
        return ending
    change_phase(relationship, relationship.require(Move.END), by=by)
    return close(relationship, EndingKind.NO_FAULT, by=by, rematch=first_rematch(relationship))


@transaction.atomic
def end_unplanned(relationship: Relationship, *, by: Person) -> Ending:
    """A coordinator closes what nobody else can end: two questions stayed without an answer.

    NotNow while the pair has not been asked, or has answered: it is theirs to end.
    """
    relationship.lock()
    if ending := Ending.objects.filter(relationship=relationship).first():
        return ending
    if not relationship.decision_needs.filter(settled_at=None).exists():
        raise NotNow(
            _(
                "They can still decide for themselves, so nothing was ended. You can close it "
                "when two questions have stayed without an answer."
            )
        )
    change_phase(relationship, relationship.require(Move.END), by=by)
    return close(relationship, EndingKind.UNPLANNED, by=by, rematch=first_rematch(relationship))


def first_rematch(relationship: Relationship) -> date:
    pause = timedelta(days=relationship.intake.programme.rematch_pause_days)
    return rematch_from(timezone.localdate(), pause)


def close(
    relationship: Relationship, kind: EndingKind, *, by: Person, rematch: date | None = None
) -> Ending:
    """Write the ending down and close the space for writing. Wants the row locked."""
    ending = Ending.objects.create(
        relationship=relationship, kind=kind, by=by, rematch_from=rematch
    )
    now = timezone.now()
    relationship.pauses.filter(ended_at__isnull=True).update(ended_at=now)
    settle_decision(relationship, by=by)
    call_off_ahead(relationship)
    for thread in relationship.threads.exclude(phase=Phase.CLOSED):
        change_phase(thread, Phase.CLOSED, by=by)
        close(thread, kind, by=by, rematch=rematch)
    relationship.space.closed_at = now
    relationship.space.save(update_fields=["closed_at"])
    record(RelationshipEnded(relationship=relationship.pk, ending=ending.pk, by=by.pk))
    return ending


@transaction.atomic
def wish_rematch(relationship: Relationship, *, by: Person) -> RematchWish:
    """Somebody would like a new partner once the pause is over; wished twice is wished once."""
    relationship.lock()
    ending = Ending.objects.filter(relationship=relationship, rematch_from__isnull=False).first()
    if ending is None:
        raise NotNow(_("A new match can be wished for after an early ending. Nothing was changed."))
    wish, is_new = RematchWish.objects.get_or_create(ending=ending, person=by)
    if is_new:
        record(RematchWished(relationship=relationship.pk, ending=ending.pk, by=by.pk))
    return wish


@transaction.atomic
def withdraw_rematch_wish(relationship: Relationship, *, by: Person) -> None:
    """She has thought again; nothing happens when she had not wished."""
    RematchWish.objects.filter(ending__relationship=relationship, person=by).delete()
