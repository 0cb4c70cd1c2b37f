"""Who is told: circles of people around an event, read from rows when it is told."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from django.db.models import QuerySet

from rapport.domain.phases import Phase
from rapport.people.models import Person
from rapport.relationships.models import DriftQuestion, ValueSort
from rapport.relationships.queries import is_answered
from rapport.relationships.queries.courses import relationship_numbered
from rapport.relationships.queries.talk import coordinators_of

type People = QuerySet[Person]


class Circle(StrEnum):
    ALL = "all"
    OTHERS = "others"
    OTHERS_WHO_GO_ON = "others_who_go_on"
    OTHERS_ONCE_ALL_ANSWERED = "others_once_all_answered"
    STILL_SORTING = "still_sorting"
    COORDINATORS = "coordinators"


def recipients(circle: Circle, event: Any) -> list[Person]:
    """Everybody in the circle who belongs here already; invited people get their letter first."""
    people = CIRCLES[circle](event).filter(is_active=True)
    return list(people.filter(memberships__isnull=False).distinct().order_by("pk"))


def everybody(event: Any) -> People:
    return Person.objects.filter(participations__relationship=event.relationship)


def others(event: Any) -> People:
    """All but who did it; all of them when it was the clock."""
    return everybody(event).exclude(pk=event.by)


def others_who_go_on(event: Any) -> People:
    """Nobody when the move closed it: its end is told by itself."""
    return Person.objects.none() if event.to == Phase.CLOSED else others(event)


def others_once_all_answered(event: Any) -> People:
    """Nobody before: that one side has answered is hers to tell."""
    question = DriftQuestion.objects.select_related("relationship").get(pk=event.question)
    complete = is_answered(question, question.relationship.member_ids())
    return others(event) if complete else Person.objects.none()


def still_sorting(event: Any) -> People:
    done = ValueSort.objects.filter(relationship=event.relationship, done_at__isnull=False)
    return others(event).exclude(pk__in=done.values("person"))


def coordinators(event: Any) -> People:
    return coordinators_of(relationship_numbered(event.relationship).get())


CIRCLES: dict[Circle, Callable[[Any], People]] = {
    Circle.ALL: everybody,
    Circle.OTHERS: others,
    Circle.OTHERS_WHO_GO_ON: others_who_go_on,
    Circle.OTHERS_ONCE_ALL_ANSWERED: others_once_all_answered,
    Circle.STILL_SORTING: still_sorting,
    Circle.COORDINATORS: coordinators,
}
