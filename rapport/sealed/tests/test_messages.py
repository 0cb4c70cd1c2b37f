"""Messages and attachments as the server sees them: order, owners, opaque bytes."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.http import Http404
from django.utils import timezone

from rapport.domain.refusals import NotAcceptable, NotNow
from rapport.sealed.access import message_for
from rapport.sealed.actions.blob import WAITS_FOR, erase_unnamed, store_blob
from rapport.sealed.actions.message import erase_message, write_message
from rapport.sealed.models import Blob, Message, SealedObject
from rapport.sealed.protocol.blob import BlobHeader, open_blob, seal_blob
from rapport.sealed.tests.people import DAY
from rapport.sealed.tests.test_actions import Pair, pair

pytestmark = pytest.mark.django_db

__all__ = ["pair"]

KEY, SALT = b"k" * 32, b"s" * 32


def sealed_file(pair: Pair, member: Any, **other: str) -> bytes:
    places = {"sid": str(pair.space.pk), "oid": str(uuid4()), "by": member.user, **other}
    return seal_blob(BlobHeader(**places), b"a page", key=KEY, salt=SALT)


def test_messages_stand_in_the_order_in_which_they_came(pair: Pair) -> None:
    for member, person in ((pair.ada, pair.cast.ada), (pair.ben, pair.cast.ben)):
        write_message(pair.space, pair.sealed(member, uuid4(), "Hello"), by=person)
    told = [(each.place, each.author) for each in Message.objects.all()]
    assert told == [(1, pair.cast.ada), (2, pair.cast.ben)]


def test_only_its_writer_takes_a_message_back(pair: Pair) -> None:
    oid = uuid4()
    message = write_message(pair.space, pair.sealed(pair.ada, oid, "Oops"), by=pair.cast.ada)
    with pytest.raises(Http404):
        message_for(pair.cast.ben, pair.space, str(message.pk))
    erase_message(message, pair.tomb(pair.ada, oid), by=pair.cast.ada)
    assert not Message.objects.exists()
    assert SealedObject.objects.get(pk=oid).erased_on


def test_an_attachment_comes_back_as_it_went(pair: Pair) -> None:
    blob = store_blob(pair.space, sealed_file(pair, pair.ada), by=pair.cast.ada)
    sealed = bytes(blob.sealed)
    opened = open_blob(sealed, sid=str(pair.space.pk), oid=str(blob.pk), key=KEY)
    assert opened == b"a page"
    assert b"a page" not in sealed


def test_an_attachment_is_refused_for_another_space_or_in_another_name(pair: Pair) -> None:
    for spoiled in ({"sid": str(uuid4())}, {"by": pair.ben.user}):
        with pytest.raises(NotAcceptable):
            store_blob(pair.space, sealed_file(pair, pair.ada, **spoiled), by=pair.cast.ada)
    with pytest.raises(NotAcceptable):
        store_blob(pair.space, b"%PDF-1.7 in plain", by=pair.cast.ada)


def test_an_attachment_is_never_written_over_and_never_added_after_closing(pair: Pair) -> None:
    sealed = sealed_file(pair, pair.ada)
    store_blob(pair.space, sealed, by=pair.cast.ada)
    with pytest.raises(NotAcceptable):
        store_blob(pair.space, sealed, by=pair.cast.ada)
    pair.space.closed_at = DAY
    with pytest.raises(NotNow):
        store_blob(pair.space, sealed_file(pair, pair.ada), by=pair.cast.ada)


def test_an_attachment_goes_with_the_words_that_name_it(pair: Pair) -> None:
    oid, other = uuid4(), uuid4()
    gone = store_blob(pair.space, sealed_file(pair, pair.ada), oid, by=pair.cast.ada)
    stays = store_blob(pair.space, sealed_file(pair, pair.ada), other, by=pair.cast.ada)
    message = write_message(pair.space, pair.sealed(pair.ada, oid, "Oops"), by=pair.cast.ada)
    erase_message(message, pair.tomb(pair.ada, oid), by=pair.cast.ada)
    assert [str(each.pk) for each in Blob.objects.all()] == [str(stays.pk)]
    assert gone.pk != stays.pk


def test_an_attachment_whose_words_never_came_goes_after_a_month(pair: Pair) -> None:
    """A connection was lost between the file and the words; nobody can ever find it again."""
    oid, today = uuid4(), timezone.localdate()
    named = store_blob(pair.space, sealed_file(pair, pair.ada), oid, by=pair.cast.ada)
    write_message(pair.space, pair.sealed(pair.ada, oid, "A page"), by=pair.cast.ada)
    store_blob(pair.space, sealed_file(pair, pair.ada), uuid4(), by=pair.cast.ada)
    erase_unnamed(today + WAITS_FOR)
    assert Blob.objects.count() == 2
    erase_unnamed(today + WAITS_FOR + timedelta(days=1))
    assert [str(each.pk) for each in Blob.objects.all()] == [str(named.pk)]
