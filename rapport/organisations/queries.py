"""Lists of people in an organisation; each takes as many queries for one row as for 300."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from rapport.domain.events import DutyGiven, DutyTakenBack
from rapport.journal.models import Entry
from rapport.organisations.models import Duty, Invitation, Membership
from rapport.people.models import Person

A_PAGE = 50
SHOWN_CHANGES = 100


def members(search: str, page: str | None) -> Page[Membership]:
    """A page of members whose name or address contains the words, with their duties."""
    duties = Prefetch("person__duties", Duty.objects.order_by("role"), to_attr="duties_here")
    found = Membership.objects.select_related("person").prefetch_related(duties)
    found = found.filter(matching(search)).order_by("person__name", "pk")
    return Paginator(found, A_PAGE).get_page(page)


def matching(search: str) -> Q:
    every = (Q(person__name__icontains=w) | Q(person__email__icontains=w) for w in search.split())
    return Q(*every)


def open_invitations(search: str, page: str | None) -> Page[Invitation]:
    """Who was asked and has not answered, the newest first; those that ran out as well."""
    found: QuerySet[Invitation] = Invitation.objects.select_related("person", "invited_by")
    found = found.filter(accepted_at__isnull=True, withdrawn_at__isnull=True)
    return Paginator(found.filter(matching(search)).order_by("-invited_at"), A_PAGE).get_page(page)


def duties_with_givers(person: Person) -> QuerySet[Duty]:
    return Duty.objects.filter(person=person).select_related("given_by").order_by("role")


@dataclass(frozen=True)
class Change:
    """A duty given or taken back: who, whom, what, when."""

    when: datetime
    is_given: bool
    role: str
    person: str
    by: str


def changes_of_duties(of: Person | None = None) -> list[Change]:
    """The newest first, from the journal."""
    entries = Entry.objects.filter(event__in=[DutyGiven.name(), DutyTakenBack.name()])
    if of is not None:
        entries = entries.filter(values__person=str(of.pk))
    newest = list(entries.order_by("-pk")[:SHOWN_CHANGES])
    names = names_of({entry.values.get(key) for entry in newest for key in ("person", "by")})
    return [change(entry, names) for entry in newest]


def change(entry: Entry, names: dict[str, str]) -> Change:
    values: dict[str, Any] = entry.values
    return Change(
        when=timezone.localtime(entry.happened_at),
        is_given=entry.event == DutyGiven.name(),
        role=str(dict(Duty.ROLES).get(values["role"], values["role"])),
        person=names.get(values["person"], ""),
        by=names.get(values.get("by", ""), ""),
    )


def names_of(ids: set[str | None]) -> dict[str, str]:
    """Names by number; who is gone has none."""
    people = Person.objects.filter(pk__in=[each for each in ids if each])
    return {str(person.pk): str(person) for person in people}
