"""What is done on a board is remembered, and undone in the order it came."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from rapport.domain.refusals import AlreadyDone, NotNow
from rapport.domain.sentences import _
from rapport.matching.models import BoardEdit, MatchingRound, Proposal
from rapport.people.models import Person
from rapport.programmes.models import Enrolment

NEWER = _(
    "Somebody changed the board after that. Nothing was undone; look at the history and undo the "
    "newest change first."
)
ANSWER = _(
    "The newest change is what somebody said about a pair, and that stays. Nothing was undone; "
    "change the pair by hand instead."
)
CLOSED = _("These pairs are announced already. Nothing was changed.")
MOMENTS = ("approved_at", "removed_at")
KEPT = (
    "id",
    "mentee_id",
    "mentor_id",
    "score",
    "reasons",
    "parts",
    "is_locked",
    "is_by_hand",
    "approved_at",
    "removed_at",
    "removed_by_id",
)

type Row = dict[str, Any]
type Rows = dict[str, Row]


@contextmanager
def remembered(
    matching_round: MatchingRound,
    kind: BoardEdit.Kind,
    *,
    by: Person | None,
    mentee: Enrolment | None = None,
    mentor: Enrolment | None = None,
) -> Iterator[None]:
    """Note which rows the work inside touches; the caller holds the round. Nothing touched,
    nothing noted."""
    before, summary = rows_of(matching_round), matching_round.summary
    yield
    after = rows_of(matching_round)
    touched = sorted(key for key in before | after if before.get(key) != after.get(key))
    if touched or kind is BoardEdit.Kind.SOLVED:
        BoardEdit.objects.create(
            round=matching_round,
            number=newest_number(matching_round) + 1,
            kind=kind,
            mentee=mentee,
            mentor=mentor,
            before=[before[key] for key in touched if key in before],
            after=[after[key] for key in touched if key in after],
            summary_before=summary,
            by=by,
        )


@transaction.atomic
def undo_edit(matching_round: MatchingRound, number: int, *, by: Person) -> None:
    """Put the rows back as they were before the newest edit, which must be this one."""
    matching_round.intake.lock()
    matching_round.lock()
    if matching_round.announced_at:
        raise AlreadyDone(CLOSED)
    newest = matching_round.edits.filter(undone_at=None).first()
    if newest is None or newest.number != number:
        raise NotNow(NEWER)
    if newest.kind == BoardEdit.Kind.SAID:
        raise NotNow(ANSWER)
    put_back(matching_round, newest)
    newest.undone_at = timezone.now()
    newest.save(update_fields=["undone_at"])


def put_back(matching_round: MatchingRound, edit: BoardEdit) -> None:
    """Rows that the edit touched, and only those; an announced pair is never among them."""
    touched = {row["id"] for row in (*edit.before, *edit.after)}
    matching_round.proposals.filter(pk__in=touched, announced_at=None).delete()
    gone = matching_round.proposals.filter(pk__in=touched).values_list("pk", flat=True)
    if gone:
        raise AlreadyDone(CLOSED)
    Proposal.objects.bulk_create(proposal_from(row, matching_round) for row in edit.before)
    matching_round.summary = edit.summary_before
    matching_round.save(update_fields=["summary"])


def rows_of(matching_round: MatchingRound) -> Rows:
    """Every pair that is not announced, as it is kept in history, by its two people."""
    rows = matching_round.proposals.filter(announced_at=None).values(*KEPT)
    return {f"{row['mentee_id']} {row['mentor_id']}": plain(row) for row in rows}


def plain(row: Mapping[str, Any]) -> Row:
    """The values of a row as they can be written down."""
    texts = {"id", "mentee_id", "mentor_id", "removed_by_id"}
    kept = dict(row)
    kept |= {name: str(row[name]) for name in texts if row[name] is not None}
    return kept | {name: row[name].isoformat() for name in MOMENTS if row[name] is not None}


def proposal_from(row: Mapping[str, Any], matching_round: MatchingRound) -> Proposal:
    moments = {name: parse_datetime(row[name]) for name in MOMENTS if row[name]}
    return Proposal(
        organisation_id=matching_round.organisation_id,
        round=matching_round,
        **{**row, **moments},
    )


def newest_number(matching_round: MatchingRound) -> int:
    return matching_round.edits.values_list("number", flat=True).first() or 0
