"""Lists for the bell and for whoever looks after mails; as many queries for one row as for 300."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import OuterRef, QuerySet, Subquery

from rapport.notifications.models import Mail, Notification
from rapport.notifications.wording import News, news_of
from rapport.people.models import Person

A_PAGE = 50


@dataclass(frozen=True)
class Bell:
    """One page of somebody's news: what is new, and what she has opened already."""

    page: Page[Notification]
    new: list[News]
    opened: list[News]


def in_bell(person: Person) -> QuerySet[Notification]:
    return Notification.objects.filter(person=person, is_in_bell=True)


def new_count(person: Person) -> int:
    return in_bell(person).filter(read_at__isnull=True).count()


def bell_of(person: Person, number: str | None) -> Bell:
    """The newest first."""
    page = Paginator(in_bell(person), A_PAGE).get_page(number)
    news = news_of(list(page.object_list), person)
    new = [each for each in news if each.notification.read_at is None]
    return Bell(page, new, [each for each in news if each.notification.read_at is not None])


def undelivered(people: QuerySet[Person]) -> QuerySet[Mail]:
    """The newest mail of each of these people, where it did not arrive."""
    newest = Mail.objects.filter(person=OuterRef("person")).order_by("-made_at", "-pk")
    of_them = Mail.objects.filter(person__in=people, pk=Subquery(newest.values("pk")[:1]))
    return of_them.exclude(trouble="").select_related("person").order_by("person__name", "pk")
