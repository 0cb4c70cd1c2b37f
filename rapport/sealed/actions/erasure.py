"""Erasing: a signed tomb takes the place of an object, and its ciphertext is gone from here.

The digests stay, so that what was written before and after can still be checked. Backups keep
the ciphertext until they age out.
"""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from rapport.people.models import Person
from rapport.sealed.actions.envelope import put_envelope
from rapport.sealed.actions.offered import require
from rapport.sealed.forms import SealedInput
from rapport.sealed.models import Blob, Envelope, Grant, SealedObject, Space
from rapport.sealed.protocol.envelope import MAGIC


@transaction.atomic
def erase_words(words: SealedObject, tomb: SealedInput, *, by: Person) -> SealedObject:
    """Put the tomb in the place of what this person alone wrote; else NotAcceptable."""
    # Asked anew: a page may have fetched only the newest of them, and none may be left behind.
    revisions = Envelope.objects.filter(sealed_object=words.pk)
    require(not revisions.exclude(author=by).exists())
    erased = put_envelope(words.space, tomb, by=by, onto=words, erasing=True)
    revisions.filter(revision__lt=erased.revision).update(sealed=MAGIC)
    Blob.objects.filter(space=words.space, words=words.pk).delete()
    erased.erased_on = timezone.localdate()
    erased.save(update_fields=["erased_on"])
    return erased


@transaction.atomic
def forget_space(space: Space) -> bool:
    """Let go of all ciphertext of a space: words, attachments, keys on their way. Whether any was.

    Who was in it and the digests stay, so that a copy which a member took can still be checked.
    """
    living = space.objects_sealed.filter(erased_on=None)
    had_some = living.exists() or space.blobs.exists()
    forget_words(living.values_list("pk", flat=True))
    space.blobs.all().delete()
    Grant.objects.filter(space=space).delete()
    return had_some


@transaction.atomic
def forget_words(numbers: Iterable[UUID]) -> None:
    """Let go of the ciphertext of these objects and their attachments.

    All who could read them have agreed. No browser is there to seal a tomb: it happens after the
    end, by the clock. The digests stay, as they do under a tomb.
    """
    objects = SealedObject.objects.filter(pk__in=list(numbers), erased_on=None)
    today = timezone.localdate()
    for each in objects:
        each.envelopes.update(sealed=MAGIC)
        Blob.objects.filter(space=each.space_id, words=each.pk).delete()
    objects.update(erased_on=today)
