"""Times to meet: offered by either side, one chosen by another, or taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from rapport.domain.events import MeetingArranged, TimesProposed, TimesWithdrawn
from rapport.domain.meetings import TIMES
from rapport.domain.refusals import AlreadyDone, NotAcceptable, NotNow
from rapport.domain.sentences import _
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.relationships.actions.meetings import Slot, require_possible
from rapport.relationships.actions.words import put_words
from rapport.relationships.models import Meeting, ProposedTime, Relationship, TimeProposal
from rapport.sealed.forms import SealedInput


@dataclass(frozen=True)
class Offer:
    """Two to five beginnings, how long (10 to 480 minutes), and where (sealed, or not said)."""

    times: Sequence[datetime]
    minutes: int
    place: SealedInput | None = None
    is_closing: bool = False


@transaction.atomic
def propose_times(relationship: Relationship, offer: Offer, *, by: Person) -> TimeProposal:
    """Offer times; what she offered before and nobody chose gives way to it."""
    relationship.lock_open()
    times = sorted(set(offer.times))
    require_choice(times)
    earlier = relationship.time_proposals.filter(by=by, withdrawn_at=None, meeting=None)
    earlier.update(withdrawn_at=timezone.now())
    proposal = TimeProposal(
        relationship=relationship, by=by, minutes=offer.minutes, is_closing=offer.is_closing
    )
    if offer.place is not None:
        proposal.place = put_words(relationship, offer.place, by=by)
    proposal.save()
    for starts_at in times:
        ProposedTime.objects.create(proposal=proposal, starts_at=starts_at)
    record(TimesProposed(relationship=relationship.pk, proposal=proposal.pk, by=by.pk))
    return proposal


@transaction.atomic
def choose_time(time: ProposedTime, *, by: Person) -> Meeting:
    """It becomes a meeting, called by whoever offered it. Chosen twice at once, it is one."""
    proposal = time.proposal
    lock_proposal(proposal)
    if proposal.meeting is not None and proposal.meeting.starts_at == time.starts_at:
        return proposal.meeting
    require_open(proposal)
    require_other(proposal, by)
    require_ahead(time)
    meeting = Meeting.objects.create(
        relationship=proposal.relationship,
        called_by=proposal.by,
        starts_at=time.starts_at,
        minutes=proposal.minutes,
        place=proposal.place,
        is_closing=proposal.is_closing,
    )
    proposal.meeting = meeting
    proposal.save(update_fields=["meeting"])
    record(MeetingArranged(relationship=meeting.relationship_id, meeting=meeting.pk, by=by.pk))
    return meeting


@transaction.atomic
def withdraw_times(proposal: TimeProposal, *, by: Person) -> None:
    """None of them: taken back by whoever offered, or declined by another. Once is enough."""
    lock_proposal(proposal)
    if proposal.withdrawn_at is not None:
        return
    require_open(proposal)
    proposal.withdrawn_at = timezone.now()
    proposal.save(update_fields=["withdrawn_at"])
    record(TimesWithdrawn(relationship=proposal.relationship_id, proposal=proposal.pk, by=by.pk))


def lock_proposal(proposal: TimeProposal) -> None:
    """Hold the relationship, and see the proposal as it is now."""
    proposal.relationship.lock_open()
    proposals = TimeProposal.objects.select_related("relationship", "meeting", "by", "place")
    proposal.refresh_from_db(from_queryset=proposals)


def require_choice(times: Sequence[datetime]) -> None:
    if len(times) not in TIMES:
        raise NotAcceptable(
            _("Offer two to five different times, so that there is a choice. Nothing was sent.")
        )
    now = timezone.now()
    for starts_at in times:
        require_possible(Slot(starts_at, 60))
    if times[0] <= now:
        raise NotAcceptable(_("Offer times that lie ahead. Nothing was sent; change the first."))


def require_open(proposal: TimeProposal) -> None:
    if not proposal.is_open:
        raise AlreadyDone(
            _("These times are no longer open. Nothing was changed; look at your meetings.")
        )


def require_other(proposal: TimeProposal, by: Person) -> None:
    if proposal.by_id == by.pk:
        raise NotNow(
            _("The others choose from the times you offered. Nothing was changed; you can take "
              "them back and arrange a day at once.")
        )  # fmt: skip


def require_ahead(time: ProposedTime) -> None:
    if time.starts_at <= timezone.now():
        raise NotNow(_("This time has passed. Nothing was changed; choose another one."))
