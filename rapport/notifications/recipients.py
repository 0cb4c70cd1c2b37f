"""Who is told: circles of people around an event, read from rows when it is told."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from django.db.models import Q, QuerySet

from rapport.domain.permissions import Role
from rapport.domain.phases import Phase
from rapport.learning.models import Assembly
from rapport.learning.queries import invited_to
from rapport.organisations.models import Duty, Invitation, Membership
from rapport.people.models import Person
from rapport.programmes.models import Enrolment, ProgrammeDuty
from rapport.relationships.models import DriftQuestion, Participant, TalkRequest, ValueSort
from rapport.relationships.queries import is_answered
from rapport.relationships.queries.courses import relationship_numbered
from rapport.relationships.queries.talk import coordinators_of
from rapport.sealed.models import Message

type People = QuerySet[Person]


class Circle(StrEnum):
    ALL = "all"
    OTHERS = "others"
    OTHERS_WHO_GO_ON = "others_who_go_on"
    OTHERS_ONCE_ALL_ANSWERED = "others_once_all_answered"
    STILL_SORTING = "still_sorting"
    COORDINATORS = "coordinators"
    ASKER = "asker"
    PERSON = "person"
    INVITER = "inviter"
    RUNNERS = "runners"
    PROGRAMME = "programme"
    CALLED = "called"
    READERS = "readers"
    MEMBERS = "members"
    NOBODY = "nobody"


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


def asker(event: Any) -> People:
    """Whoever asked for the talk."""
    return Person.objects.filter(
        pk__in=TalkRequest.objects.filter(pk=event.request).values("person")
    )


def person(event: Any) -> People:
    """Whom it is about, unless she did it herself."""
    return Person.objects.filter(pk=event.person).exclude(pk=event.by)


def inviter(event: Any) -> People:
    invitations = Invitation.objects.filter(pk=event.invitation)
    return Person.objects.filter(pk__in=invitations.values("invited_by")).exclude(pk=event.by)


def runners(event: Any) -> People:
    """The coordinators of the programmes she takes part in, and the administrators; never she."""
    enrolled = Enrolment.objects.filter(person=event.person).values("intake__programme")
    seats = Participant.objects.filter(person=event.person)
    seated = seats.values("relationship__intake__programme")
    hers = Q(programme__in=enrolled) | Q(programme__in=seated)
    runs = ProgrammeDuty.objects.filter(hers, role=Role.COORDINATOR)
    keeps = Duty.objects.filter(role=Role.ADMINISTRATOR)
    wanted = Q(pk__in=runs.values("person")) | Q(pk__in=keeps.values("person"))
    return Person.objects.filter(wanted).exclude(pk__in=[event.person, event.by])


def who_run_it(event: Any) -> People:
    """The coordinators of the programme."""
    return Person.objects.filter(
        programme_duties__programme=event.programme, programme_duties__role=Role.COORDINATOR
    )


def called(event: Any) -> People:
    """Everybody the assembly is for, but whoever called it."""
    return invited_to(Assembly.objects.get(pk=event.assembly)).exclude(pk=event.by)


def readers(event: Any) -> People:
    """Whoever may open the message, without its writer. Whoever safeguards a pair's pages reads
    along there, and is called only by what is written to her."""
    message = Message.objects.select_related("space").filter(pk=event.message).first()
    if message is None:
        return Person.objects.none()
    meant = message.space.members.filter(left_at=None, safeguards=False)
    return Person.objects.filter(pk__in=meant.values("person")).exclude(pk=message.author_id)


def members(event: Any) -> People:
    """Everybody who belongs to this organisation."""
    return Person.objects.filter(pk__in=Membership.objects.values("person"))


def nobody(event: Any) -> People:
    return Person.objects.none()


CIRCLES: dict[Circle, Callable[[Any], People]] = {
    Circle.ALL: everybody,
    Circle.OTHERS: others,
    Circle.OTHERS_WHO_GO_ON: others_who_go_on,
    Circle.OTHERS_ONCE_ALL_ANSWERED: others_once_all_answered,
    Circle.STILL_SORTING: still_sorting,
    Circle.COORDINATORS: coordinators,
    Circle.ASKER: asker,
    Circle.PERSON: person,
    Circle.INVITER: inviter,
    Circle.RUNNERS: runners,
    Circle.PROGRAMME: who_run_it,
    Circle.CALLED: called,
    Circle.READERS: readers,
    Circle.MEMBERS: members,
    Circle.NOBODY: nobody,
}
