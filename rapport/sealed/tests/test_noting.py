"""Whoever changes a way into somebody's pages is heard: in her log, and by letter."""

import json
from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest
from django.core import mail
from procrastinate.contrib.django.models import ProcrastinateJob

from rapport.audit.models import AuditLine
from rapport.domain.audit import Deed
from rapport.organisations.scope import PERSON, setting
from rapport.organisations.tenancy import tenant
from rapport.people.models import Person
from rapport.sealed.actions import open_space
from rapport.sealed.actions.slot import change_slot, remove_passkey, use_recovery_code
from rapport.sealed.letters import WHAT
from rapport.sealed.models import Space, UnlockSlot
from rapport.sealed.noting import TELL_OF_KEYS, KeyChange, note_keys
from rapport.sealed.queries import row_of
from rapport.sealed.tasks import tell_of_changed_keys
from rapport.sealed.tests.people import founded, with_keys
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada(cast: Cast) -> Iterator[Person]:
    with_keys(cast.ada)
    with setting(PERSON, cast.ada.pk):
        yield cast.ada


def noted(deed: Deed, name: str) -> list[str]:
    lines = AuditLine.objects.filter(action=deed.value).order_by("number")
    return [json.loads(each.detail)[name] for each in lines]


def letters() -> list[str]:
    """What the queue holds for those who write the letters."""
    jobs = ProcrastinateJob.objects.filter(task_name=TELL_OF_KEYS).order_by("id")
    return [each.args["change"] for each in jobs]


def again(kind: UnlockSlot.Kind, person: Person) -> UUID:
    """A slot of this kind in place of the one she has."""
    row = row_of(UnlockSlot.objects.get(person=person, kind=kind)) | {"slot": str(uuid4())}
    return change_slot(row, by=person).pk


def test_first_keys_are_noted_and_nobody_is_alarmed(ada: Person) -> None:
    assert noted(Deed.KEYS_CHANGED, "change") == ["made"]
    assert letters() == []


def test_a_new_phrase_and_a_new_code_are_noted_and_told(ada: Person) -> None:
    used = UnlockSlot.objects.get(person=ada, kind="code").pk
    use_recovery_code(used, by=ada)
    again(UnlockSlot.Kind.CODE, ada)
    again(UnlockSlot.Kind.PHRASE, ada)
    assert noted(Deed.KEYS_CHANGED, "change") == ["made", "code-used", "code", "phrase"]
    assert letters() == ["code-used", "code", "phrase"]


def test_a_passkey_that_goes_is_noted_and_told(ada: Person) -> None:
    slot = UnlockSlot.objects.get(person=ada, kind="code")
    slot.pk, slot.kind = uuid4(), UnlockSlot.Kind.PASSKEY
    slot.save(force_insert=True)
    remove_passkey(slot.pk, by=ada)
    assert letters() == ["passkey-removed"]


@pytest.mark.parametrize("change", KeyChange)
def test_each_letter_says_what_happened_and_what_to_do(ada: Person, change: KeyChange) -> None:
    note_keys(change, by=ada)
    tell_of_changed_keys(str(ada.pk), change.value)
    (letter,) = mail.outbox
    assert letter.to == ["ada@example.org"]
    assert WHAT[change] in letter.body
    assert "/keys/lost" in letter.body


def test_a_letter_to_somebody_who_has_gone_is_not_written(ada: Person) -> None:
    tell_of_changed_keys(str(uuid4()), "phrase")
    assert mail.outbox == []


def test_everybody_in_a_circle_sees_who_changed_it(cast: Cast) -> None:
    with tenant(cast.organisation):
        members = [with_keys(cast.ada), with_keys(cast.ben)]
        space = open_space(Space.Kind.RELATIONSHIP, [cast.ada, cast.ben])
        founded(space, [cast.ada, cast.ben], members)
        for person in (cast.ada, cast.ben):
            with setting(PERSON, person.pk):
                mine = AuditLine.objects.filter(action="space-changed", subject=person.pk)
                assert [(each.actor, json.loads(each.detail)["op"]) for each in mine] == [
                    (cast.ada.pk, "create")
                ]
