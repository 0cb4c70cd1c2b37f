"""What browsers must be told, read from rows: never a word, because there is none."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from rapport.people.models import Person
from rapport.sealed.models import (
    Envelope,
    Grant,
    IdentityKey,
    Keyring,
    LogProposal,
    SealedObject,
    Space,
    SpaceLogEntry,
    SpaceMember,
    UnlockSlot,
)
from rapport.sealed.protocol.envelope import MAGIC
from rapport.sealed.protocol.log_entry import read_entry

RECENT = 20

# Written out, because it is asked on each page with sealed words, and putting it together anew
# took four times as long as answering it.
WAITING = """
SELECT space.id
FROM sealed_space space
JOIN sealed_spacemember mine ON mine.space_id = space.id AND mine.left_at IS NULL
WHERE mine.person_id = %(person)s AND (
    EXISTS (
        SELECT FROM sealed_grant WHERE space_id = space.id AND person_id = %(person)s
    )
    OR CASE WHEN EXISTS (SELECT FROM sealed_spacelogentry WHERE space_id = space.id)
    THEN EXISTS (
        SELECT FROM sealed_spacelogentry
        WHERE space_id = space.id AND author_id <> %(person)s
    ) AND NOT EXISTS (
        SELECT FROM sealed_approval approval
        JOIN sealed_spacelogentry entry ON entry.id = approval.entry_id
        WHERE entry.space_id = space.id AND approval.person_id = %(person)s
    )
    ELSE NOT EXISTS (
        SELECT FROM sealed_spacemember member
        WHERE member.space_id = space.id AND NOT EXISTS (
            SELECT FROM sealed_identitykey key WHERE key.person_id = member.person_id
        )
    ) END
)
LIMIT %(at_most)s
"""


def has_keys(person: Person) -> bool:
    return IdentityKey.objects.filter(person=person).exists()


def must_renew_code(slots: Iterable[UnlockSlot]) -> bool:
    """Whether her recovery code was used, so that she needs a new one."""
    return any(slot.used_at is not None for slot in slots)


def code_made_on(slots: Iterable[UnlockSlot]) -> str:
    """The day of her recovery code, after which the browser counts; today while there is none."""
    made = [slot.made_at.date() for slot in slots if slot.kind == UnlockSlot.Kind.CODE]
    return max(made, default=timezone.localdate()).isoformat()


def keys_of(person: Person) -> dict[str, Any] | None:
    """Everything her own browser needs to unlock: only wrapped things, and public ones."""
    identity = IdentityKey.objects.filter(person=person).order_by("-generation").first()
    keyring = Keyring.objects.filter(person=person).first()
    if identity is None or keyring is None:
        return None
    return {
        "statement": bytes(identity.statement).decode(),
        "signature": identity.signature.hex(),
        "succession": identity.succession.hex(),
        "bundle": identity.bundle.hex(),
        "keyring": {"rev": keyring.revision, "wrapped": keyring.wrapped.hex()},
        "slots": [row_of(slot) for slot in slots_of(person)],
    }


def slots_of(person: Person) -> list[UnlockSlot]:
    return list(UnlockSlot.objects.filter(person=person).order_by("kind", "made_at"))


def row_of(slot: UnlockSlot) -> dict[str, Any]:
    """A slot as the protocol writes it, byte for byte what the browser made."""
    return {
        "v": 1,
        "slot": str(slot.pk),
        "user": str(slot.person_id),
        "type": slot.kind,
        "created": f"{slot.made_at:%Y-%m-%dT%H:%M:%SZ}",
        "kdf": slot.kdf,
        "commit": slot.commitment.hex(),
        "nonce": slot.nonce.hex(),
        "ct": slot.wrapped.hex(),
    }


def state_of(space: Space, person: Person) -> dict[str, Any]:
    """A space as one of its members must see it to check everything herself."""
    members = list(space.members.select_related("person").order_by("pk"))
    people = [each.person for each in members]
    candidates = [each.person for each in space.candidacies.select_related("person")]
    grants = Grant.objects.filter(space=space, person=person).order_by("number")
    return {
        "members": [member_of(each) for each in members],
        "known": [{"id": str(each.pk), "name": each.name} for each in people_known(space, people)],
        "candidates": [{"id": str(each.pk), "name": each.name} for each in candidates],
        "statements": [public_key(key) for key in identities_of([*people, *candidates])],
        "log": [log_entry(entry) for entry in space.log.prefetch_related("approvals")],
        "proposal": proposal_of(space),
        "grants": [{"n": each.number, "sealed": each.sealed.hex()} for each in grants],
        "heads": heads_of(space, person),
        "ends": {str(each.pk): heads_of(space, each)["seq"] for each in people},
        "written": written_in(space),
    }


def written_in(space: Space) -> int:
    """How many envelopes were sealed under the newest key: after very many there is another."""
    newest = space.log.order_by("-number").first()
    if newest is None:
        return 0
    return Envelope.objects.filter(space=space, epoch=read_entry(bytes(newest.entry))["ep"]).count()


def people_known(space: Space, people: list[Person]) -> list[Person]:
    """Whoever may be named in these pages: in a report also the members it is about."""
    if space.origin is None:
        return people
    about = space.origin.members.select_related("person")
    return [*people, *(each.person for each in about if each.person not in people)]


def member_of(member: SpaceMember) -> dict[str, Any]:
    """As pages name her; who safeguards is shown before anybody joins her."""
    person = member.person
    return {"id": str(person.pk), "name": person.name, "safeguards": member.safeguards}


def proposal_of(space: Space) -> dict[str, Any] | bool:
    """What waits for approvals, as it travels; False where nothing does."""
    waiting = LogProposal.objects.filter(space=space).first()
    if waiting is None:
        return False
    return {
        "entry": bytes(waiting.entry).decode(),
        "signature": waiting.signature.hex(),
        "approvals": waiting.approvals,
        "grants": waiting.grants,
    }


def identities_of(people: list[Person]) -> list[IdentityKey]:
    return list(IdentityKey.objects.filter(person__in=people).order_by("person", "generation"))


def public_key(key: IdentityKey) -> dict[str, str]:
    """A statement with its signatures; `succession` is empty where no older key vouches."""
    return {
        "user": str(key.person_id),
        "statement": bytes(key.statement).decode(),
        "signature": key.signature.hex(),
        "succession": key.succession.hex(),
    }


def log_entry(entry: SpaceLogEntry) -> dict[str, Any]:
    approvals = {str(each.person_id): each.signature.hex() for each in entry.approvals.all()}
    return {
        "entry": bytes(entry.entry).decode(),
        "signature": entry.signature.hex(),
        "approvals": approvals,
    }


def heads_of(space: Space, person: Person) -> dict[str, Any]:
    """Where the person's own chain in this space stands, and her latest envelopes by hash."""
    mine = Envelope.objects.filter(space=space, author=person).order_by("-sequence")
    newest = [
        (each.sequence, each.digest.hex()) for each in mine.only("sequence", "digest")[:RECENT]
    ]
    seq, aph = newest[0] if newest else (0, "")
    return {"seq": seq, "aph": aph, "recent": [digest for _, digest in newest]}


def everything_in(space: Space) -> list[dict[str, Any]]:
    """All objects with all their revisions; what was erased has its digest alone."""
    objects = space.objects_sealed.prefetch_related("envelopes").order_by("pk")
    return [
        {"oid": str(each.pk), "envelopes": [revision_of(one) for one in in_order(each)]}
        for each in objects
    ]


def in_order(thing: SealedObject) -> list[Envelope]:
    return sorted(thing.envelopes.all(), key=lambda each: each.revision)


def revision_of(envelope: Envelope) -> dict[str, str]:
    is_erased = bytes(envelope.sealed) == MAGIC
    return {"digest": envelope.digest.hex(), "sealed": "" if is_erased else envelope.base64}


def envelope_of(space: Space, digest: str) -> Envelope | None:
    """The envelope with this hash; the tomb that took its place where it was erased."""
    found = Envelope.objects.filter(space=space, digest=bytes.fromhex(digest)).first()
    if found is None or found.sealed_object.erased_on is None:
        return found
    return found.sealed_object.newest


def waiting_for(person: Person) -> list[str]:
    """Spaces in which the person's browser has something to do: found, join or approve."""
    found = Space.objects.raw(WAITING, {"person": person.pk, "at_most": RECENT})
    return [str(space.pk) for space in found]


def spaces_of(person: Person) -> list[Space]:
    """Every space she shares with somebody, reports first, with the names of its members."""
    mine = Space.objects.filter(members__person=person, members__left_at__isnull=True)
    shared = mine.exclude(kind=Space.Kind.JOURNAL).prefetch_related("members__person")
    return list(shared.order_by("-kind", "created_at"))


def journal_of(person: Person) -> Space | None:
    """The person's private space in this organisation, if she has one."""
    return Space.objects.filter(kind=Space.Kind.JOURNAL, members__person=person).first()
