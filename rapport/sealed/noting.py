"""Changes of keys and circles are noted in the audit log, and their owner gets a letter.

Whoever took over an account must not be able to change the ways into it without being heard.
"""

from collections.abc import Iterable
from enum import StrEnum
from uuid import UUID

from rapport.audit.actions import note
from rapport.domain.audit import Deed
from rapport.journal.jobs import enqueue
from rapport.people.models import Person
from rapport.sealed.models import Space

TELL_OF_KEYS = "rapport.tell_of_changed_keys"


class KeyChange(StrEnum):
    """What happened to somebody's keys."""

    MADE = "made"
    RENEWED = "renewed"
    PHRASE = "phrase"
    CODE = "code"
    PASSKEY = "passkey"
    PASSKEY_REMOVED = "passkey-removed"
    CODE_USED = "code-used"


def note_keys(change: KeyChange, *, by: Person) -> None:
    """A line in her log; a letter too, unless these are her first keys."""
    note(Deed.KEYS_CHANGED, by=by.pk, about=by.pk, change=change.value)
    if change is not KeyChange.MADE:
        enqueue(TELL_OF_KEYS, queue="mail", person=str(by.pk), change=change.value)


def note_circle(space: Space, op: str, about: Iterable[UUID], *, by: UUID) -> None:
    """A line for everybody who is or was in the space."""
    for person in sorted(set(about)):
        note(
            Deed.SPACE_CHANGED,
            by=by,
            about=person,
            organisation=space.organisation_id,
            op=op,
            row=str(space.pk),
        )
