"""The members change their space: an entry is appended, or waits for the others' approval.

The server judges entries by the same rules as everybody's browser, and keeps its own rows – who
may ask for ciphertext, whether anything may be added – in step with the log.
"""

from collections.abc import Mapping, Set
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from rapport.domain.events import SpaceJoined, SpaceLeft
from rapport.domain.refusals import NotAcceptable, StaleWords
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.sealed.actions.history import (
    grants_of,
    member_statements,
    signed_entry,
    state_of_log,
    store_grants,
)
from rapport.sealed.actions.offered import acceptable, raw, require
from rapport.sealed.models import (
    Approval,
    Candidacy,
    LogProposal,
    Space,
    SpaceLogEntry,
    SpaceMember,
)
from rapport.sealed.noting import note_circle
from rapport.sealed.protocol.canonical import digest
from rapport.sealed.protocol.log_entry import SignedEntry, read_entry
from rapport.sealed.protocol.operations import CLOSE, REOPEN
from rapport.sealed.protocol.space_log import Granting, judge


@transaction.atomic
def change_space(space: Space, offered: Mapping[str, Any], *, by: Person) -> Set[str]:
    """Append an entry, or keep it until all have approved; returns who must still approve.

    `offered` is `{entry, signature, grants}`. StaleWords when the log moved on meanwhile.
    """
    space = Space.objects.select_for_update().get(pk=space.pk)
    with acceptable():
        entry = signed_entry(offered)
        _require_next(space, entry)
        missing, granting = _judged(space, entry)
        grants_of(offered, granting)
        require(read_entry(entry.data)["by"] == str(by.pk))
    LogProposal.objects.filter(space=space).delete()
    proposal = LogProposal.objects.create(
        space=space,
        entry=entry.data,
        signature=entry.signature,
        digest=bytes.fromhex(digest(entry.data)),
        author=by,
        grants=dict(offered.get("grants", {})),
    )
    if not missing:
        _append(space, proposal)
    return missing


@transaction.atomic
def approve_change(space: Space, offered: Mapping[str, Any], *, by: Person) -> None:
    """Add a member's signature to what waits; the last one that is needed makes it count."""
    space = Space.objects.select_for_update().get(pk=space.pk)
    proposal = LogProposal.objects.filter(space=space).first()
    if proposal is None:
        raise StaleWords
    with acceptable():
        require(proposal.digest.hex() == offered["entry"])
        proposal.approvals[str(by.pk)] = raw(offered, "signature").hex()
        missing, _ = _judged(space, _signed(proposal))
    proposal.save()
    if not missing:
        _append(space, proposal)


def withdraw_change(space: Space) -> None:
    """Whoever is a member may say no: what waited is gone, and nothing has changed."""
    LogProposal.objects.filter(space=space).delete()


def _require_next(space: Space, entry: SignedEntry) -> None:
    newest = space.log.order_by("-number").first()
    if newest is None:
        raise NotAcceptable
    if read_entry(entry.data)["prev"] != newest.digest.hex():
        raise StaleWords


def _judged(space: Space, entry: SignedEntry) -> tuple[Set[str], Granting | None]:
    before = state_of_log(space)
    missing, after = judge(before, entry, member_statements(space))
    joined = after.members.keys() - before.members.keys()
    candidates = {str(each) for each in space.candidacies.values_list("person_id", flat=True)}
    require(joined <= candidates)
    new = after.grantings[len(before.grantings) :]
    return missing, new[0] if new else None


def _signed(proposal: LogProposal) -> SignedEntry:
    approvals = {user: bytes.fromhex(by) for user, by in proposal.approvals.items()}
    return SignedEntry(bytes(proposal.entry), bytes(proposal.signature), approvals)


def _append(space: Space, proposal: LogProposal) -> None:
    entry = read_entry(bytes(proposal.entry))
    stored = SpaceLogEntry.objects.create(
        space=space,
        number=entry["n"],
        entry=proposal.entry,
        signature=proposal.signature,
        digest=proposal.digest,
        author=proposal.author,
    )
    for user, signature in proposal.approvals.items():
        Approval.objects.create(
            entry=stored, person_id=UUID(user), signature=bytes.fromhex(signature)
        )
    sealed = {user: bytes.fromhex(grant) for user, grant in proposal.grants.items()}
    store_grants(space, entry["n"], sealed)
    proposal.delete()
    _follow(space, entry, by=stored.author_id)


def _follow(space: Space, entry: Mapping[str, Any], *, by: UUID) -> None:
    """Bring the server's own rows in step with what the members signed, and tell of it."""
    members = {UUID(user) for user in entry["members"]}
    inside = SpaceMember.objects.filter(space=space, left_at=None)
    before = set(inside.values_list("person_id", flat=True))
    inside.exclude(person__in=members).update(left_at=timezone.now())
    for person in before - members:
        record(SpaceLeft(space=space.pk, person=person, by=by))
    for candidacy in Candidacy.objects.filter(space=space, person__in=members):
        SpaceMember.objects.update_or_create(
            space=space, person=candidacy.person, defaults={"left_at": None}
        )
        record(SpaceJoined(space=space.pk, person=candidacy.person_id, by=by))
        candidacy.delete()
    if entry["op"] in {CLOSE, REOPEN}:
        space.closed_at = timezone.now() if entry["op"] == CLOSE else None
        space.save(update_fields=["closed_at"])
    note_circle(space, entry["op"], before | members, by=by)


def propose_member(space: Space, person: Person, *, by: Person) -> Candidacy:
    """Somebody may be let in; only the members can do it, all of them by their signatures."""
    return Candidacy.objects.get_or_create(
        space=space, person=person, defaults={"proposed_by": by}
    )[0]
