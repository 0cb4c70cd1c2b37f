"""After the end: a last word, what stays and what goes, and a note after months."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from rapport.domain.ending import (
    EndingKind,
    Keep,
    after_care_due,
    may_erase,
    may_say_farewell,
    what_stays,
)
from rapport.domain.events import AfterCareDue, FarewellWritten, KeepingChosen, WordsErased
from rapport.domain.refusals import NotNow
from rapport.domain.sentences import _
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.relationships.actions.letting_go import let_go
from rapport.relationships.actions.words import put_words
from rapport.relationships.models import (
    AfterCare,
    Ending,
    Farewell,
    Keeping,
    Preparation,
    Reflection,
    Relationship,
)
from rapport.relationships.queries.afterwards import chosen_keeping
from rapport.relationships.queries.readiness import members_of
from rapport.sealed.actions import forget_words
from rapport.sealed.forms import SealedInput


@transaction.atomic
def say_farewell(relationship: Relationship, words: SealedInput, *, by: Person) -> Farewell:
    """One last word to the others after an end that came early; it may be worded anew."""
    relationship.lock()
    require_early_end(relationship)
    mine = relationship.farewells.select_related("words").filter(person=by).first()
    with open_for_a_word(relationship):
        written = put_words(relationship, words, by=by, into=mine.words if mine else None)
    farewell = mine or Farewell.objects.create(relationship=relationship, person=by, words=written)
    record(FarewellWritten(relationship=relationship.pk, by=by.pk))
    return farewell


class open_for_a_word:  # noqa: N801  # reads as a sentence
    """A closed space takes this one word: its closing keeps everything else as it was."""

    def __init__(self, relationship: Relationship) -> None:
        self.space = relationship.space

    def __enter__(self) -> None:
        self.closed_at, self.space.closed_at = self.space.closed_at, None
        self.space.save(update_fields=["closed_at"])

    def __exit__(self, *trouble: object) -> None:
        self.space.closed_at = self.closed_at
        if trouble[0] is None:
            self.space.save(update_fields=["closed_at"])


def require_early_end(relationship: Relationship) -> Ending:
    ending = Ending.objects.filter(relationship=relationship).first()
    if ending is None or ending.kind == EndingKind.COMPLETED:
        raise NotNow(_("A last word belongs to an end that came early. Nothing was changed."))
    if not may_say_farewell(timezone.localdate(ending.ended_at), timezone.localdate()):
        raise NotNow(_("It is too long ago for a last word here. Nothing was sent."))
    return ending


@transaction.atomic
def choose_keeping(relationship: Relationship, keep: Keep, *, by: Person) -> Keeping:
    """What she would like to stay; it can be thought over until it is carried out."""
    relationship.lock()
    keeping, _is_new = Keeping.objects.update_or_create(
        relationship=relationship, person=by, defaults={"keep": keep}
    )
    record(KeepingChosen(relationship=relationship.pk, by=by.pk))
    return keeping


@transaction.atomic
def care_afterwards(relationship: Relationship, today: date) -> None:
    """What the clock does about one that has ended: the note that is due, and what is to go."""
    relationship.lock()
    ending = Ending.objects.filter(relationship=relationship).first()
    if ending is None:
        return
    ended_on = timezone.localdate(ending.ended_at)
    if ending.kind == EndingKind.COMPLETED and relationship.circle_id is None:
        send_note(relationship, ended_on, today)
    if may_erase(ended_on, today):
        erase_what_goes(relationship)
    let_go(relationship, ending, today)


def send_note(relationship: Relationship, ended_on: date, today: date) -> None:
    told = set(relationship.after_care.values_list("months", flat=True))
    due = after_care_due(ended_on, today, told)
    if due is not None:
        note = AfterCare.objects.create(relationship=relationship, months=due)
        record(AfterCareDue(relationship=relationship.pk, after_care=note.pk))


def erase_what_goes(relationship: Relationship) -> None:
    """Agendas, places, what was shared around meetings, and the shelf; once all want it so."""
    choices = chosen_keeping(relationship)
    if what_stays(choices, members_of(relationship)) is Keep.EVERYTHING:
        return
    gone = taken(relationship.meetings.all(), "agenda")
    gone += taken(relationship.meetings.all(), "place")
    gone += taken(relationship.time_proposals.all(), "place")
    gone += taken(Preparation.objects.filter(meeting__relationship=relationship), "shared")
    gone += taken(Reflection.objects.filter(meeting__relationship=relationship), "shared")
    gone += relationship.shelf_items.values_list("words", flat=True)
    relationship.shelf_items.all().delete()
    if gone:
        forget_words(gone)
        record(WordsErased(relationship=relationship.pk))


def taken(rows: QuerySet[Any], name: str) -> list[UUID]:
    """The numbers of the words that these rows held; the rows hold them no longer."""
    held = rows.exclude(**{name: None})
    numbers = list(held.values_list(name, flat=True))
    rows.filter(**{f"{name}__in": numbers}).update(**{name: None})
    return numbers
