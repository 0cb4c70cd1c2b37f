"""Somebody leaves the organisation: she is withdrawn, and what she signed up with is emptied."""

from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext

from rapport.people.models import Person
from rapport.programmes.models import Enrolment

NOTHING: dict[str, Any] = {
    "name": "",
    "email": "",
    "reference": "",
    "stage": "",
    "site": "",
    "time_zone": "",
    "never_with": [],
    "topics": [],
    "languages": [],
    "answers": [],
}


def before(person: Person) -> Iterator[str]:
    if Enrolment.objects.filter(person=person).exists():
        yield gettext("What you signed up with is erased; you are not matched any more.")


def on_leaving(person: Person) -> None:
    mine = Enrolment.objects.filter(person=person)
    mine.filter(withdrawn_at=None).update(withdrawn_at=timezone.now())
    mine.update(person=None, **NOTHING)
