"""Somebody leaves the organisation: her relationships end well, as any member may end them."""

from collections.abc import Iterator

from django.utils.translation import ngettext

from rapport.people.models import Person
from rapport.relationships.actions.departures import leave
from rapport.relationships.queries import living_relationships


def before(person: Person) -> Iterator[str]:
    count = living_relationships().filter(participants__person=person).count()
    if count:
        yield ngettext(
            "%(n)s relationship ends without fault. No reason is asked, and the others read "
            "neutral words.",
            "%(n)s relationships end without fault. No reason is asked, and the others read "
            "neutral words.",
            count,
        ) % {"n": count}


def on_leaving(person: Person) -> None:
    for relationship in list(living_relationships().filter(participants__person=person)):
        leave(relationship, by=person)
