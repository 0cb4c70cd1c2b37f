"""Pairs are announced, once: relationships begin, and whoever is not here yet is invited."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from rapport.domain.events import PairsAnnounced, PlaceKept
from rapport.domain.refusals import Incomplete, NotNow
from rapport.domain.sentences import _
from rapport.journal.recording import record, record_all
from rapport.matching.actions.gathering import begin_circles, circles_of
from rapport.matching.actions.matching_round import lock_open, require_free
from rapport.matching.actions.people import let_in
from rapport.matching.models import MatchingRound, Mode, Proposal
from rapport.matching.queries.pool import pool_of
from rapport.matching.queries.proposals import left_over, standing, waiting
from rapport.people.models import Person
from rapport.programmes.models import Enrolment

STILL_ASKED = _(
    "People may still say whom they would like to meet, so nothing was announced. Wait for the "
    "last day, or end the asking first."
)
NOBODY_ASKED = _(
    "In this programme mentors say yes before anything is announced, and nobody was asked yet. "
    "Nothing was announced; ask them first."
)
NOT_AGREED = _(
    "“%(mentor)s” has not said yes to “%(mentee)s” yet. Nothing was announced; ask once more, "
    "announce only the pairs that are fixed, or take this pair out."
)
NOTHING_ANNOUNCED = _(
    "No pair of this round is announced and nobody was asked, so there is nothing to end. Nothing "
    "was changed; throw the proposals away if you do not need them."
)
NO_PAIRS = _("There is no pair in this round. Nothing was announced; put somebody together first.")


@transaction.atomic
def announce_round(
    matching_round: MatchingRound, *, by: Person, only_fixed: bool = False
) -> MatchingRound:
    """Begin relationships and invite everybody. Announced twice at once, it is once.

    `only_fixed`: a stage: pairs that are not fixed stay on the board, and with them whoever would
    be in one circle with them. With the last pair the round ends, and whoever has nobody is told
    that her place is kept.
    """
    matching_round.intake.lock()
    matching_round.lock()
    if matching_round.announced_at:
        return matching_round
    require_said(matching_round)
    proposals = to_announce(matching_round, only_fixed=only_fixed)
    require_pairs(matching_round, proposals)
    begin_all(matching_round, proposals, by)
    if not waiting(matching_round).exists():
        close_round(matching_round, by)
    record(PairsAnnounced(matching_round=matching_round.pk, by=by.pk))
    return matching_round


@transaction.atomic
def end_round(matching_round: MatchingRound, *, by: Person) -> None:
    """No more pairs will be announced: the rest goes, and everybody who is left is told."""
    lock_open(matching_round)
    has_begun = standing(matching_round).exclude(announced_at=None).exists()
    if not has_begun and not matching_round.askings.exists():
        raise NotNow(NOTHING_ANNOUNCED)
    waiting(matching_round).order_by().select_related(None).delete()
    close_round(matching_round, by)


def require_said(matching_round: MatchingRound) -> None:
    """Nobody may still answer, and whoever had to say yes to a pair has said it."""
    if matching_round.is_asking:
        raise NotNow(STILL_ASKED)
    if matching_round.mode == Mode.MENTOR_APPROVES and matching_round.asked_at is None:
        raise NotNow(NOBODY_ASKED)


def to_announce(matching_round: MatchingRound, *, only_fixed: bool) -> list[Proposal]:
    circles = circles_of(matching_round.intake, waiting(matching_round))
    chosen = (circle for circle in circles if circle.is_fixed or not only_fixed)
    return [each for circle in chosen for each in circle.proposals]


def begin_all(matching_round: MatchingRound, proposals: list[Proposal], by: Person) -> None:
    """Accounts, invitations, relationships: as many statements for a hundred pairs as for one."""
    enrolments = people_of(proposals)
    let_in(enrolments.values(), by=by)
    intake, now = matching_round.intake, timezone.now()
    begin_circles(intake, circles_of(intake, proposals), enrolments, by=by)
    for proposal in proposals:
        proposal.announced_at = now
    Proposal.objects.bulk_update(proposals, ["relationship", "announced_at"], batch_size=500)


def close_round(matching_round: MatchingRound, by: Person) -> None:
    """The round is over; a place in the next one is kept for everybody who is left."""
    matching_round.announced_at, matching_round.announced_by = timezone.now(), by
    matching_round.save(update_fields=["announced_at", "announced_by"])
    number, who = matching_round.pk, by.pk
    record_all(
        PlaceKept(matching_round=number, enrolment=each["enrolment"].pk, by=who)
        for each in left_over(matching_round)
    )


def require_pairs(matching_round: MatchingRound, proposals: list[Proposal]) -> None:
    """At least one pair, everybody in them still free, and agreed where that is asked."""
    if not proposals:
        raise Incomplete(NO_PAIRS)
    if matching_round.mode == Mode.MENTOR_APPROVES:
        for proposal in proposals:
            if proposal.approved_at is None:
                raise NotNow(NOT_AGREED, mentee=str(proposal.mentee), mentor=str(proposal.mentor))
    require_free(pool_of(matching_round.intake), proposals)


def people_of(proposals: Iterable[Proposal]) -> dict[object, Enrolment]:
    """Everybody concerned, each once, however many pairs she is in."""
    both = ((proposal.mentor, proposal.mentee) for proposal in proposals)
    return {each.pk: each for pair in both for each in pair}
