"""Reads that take more than a line: who is in an intake, and how far everybody has come."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from rapport.domain.permissions import PERMISSIONS, Act, Role
from rapport.organisations.models import Membership
from rapport.people.models import Person
from rapport.programmes.models import Enrolment, Intake, Lot, Programme, ProgrammeDuty

JOINED = Exists(Membership.objects.filter(person=OuterRef("person")))
# Whoever is asked for a say has a person before she has a pair.
IN_PAIR = Exists(Enrolment.objects.filter(pk=OuterRef("pk"), participant__isnull=False))

STATES: dict[str, Q] = {
    "waiting": Q(in_pair=False, withdrawn_at=None),
    "invited": Q(in_pair=True, has_joined=False, withdrawn_at=None),
    "joined": Q(has_joined=True, withdrawn_at=None),
    "withdrawn": Q(withdrawn_at__isnull=False),
}


@dataclass(frozen=True)
class Figures:
    """How far the people of an intake have come; each number is part of the one before it."""

    signed_up: int
    in_pairs: int
    joined: int
    without_address: int
    mentors: int
    mentees: int
    either: int
    mentees_waiting: int

    @property
    def waiting(self) -> int:
        return self.signed_up - self.in_pairs

    @property
    def has_both_sides(self) -> bool:
        """Whether anybody could be a mentor and somebody else a mentee."""
        either = self.either
        return bool(self.mentors + either and self.mentees + either) and self.signed_up > 1

    @property
    def not_joined(self) -> int:
        return self.in_pairs - self.joined


def people_in(
    intake: Intake, *, words: str = "", role: str = "", state: str = ""
) -> QuerySet[Enrolment]:
    """Everybody in an intake by name, with `has_joined`; narrowed by what is not empty."""
    people = intake.enrolments.annotate(has_joined=JOINED, in_pair=IN_PAIR)
    if words:
        places = (Q(name__icontains=words), Q(email__icontains=words), Q(reference__iexact=words))
        people = people.filter(places[0] | places[1] | places[2])
    if role:
        people = people.filter(role=role)
    return people.filter(STATES.get(state, Q()))


def figures_of(intake: Intake) -> Figures:
    """One query; whoever has withdrawn does not count."""
    here = intake.enrolments.filter(withdrawn_at=None)
    here = here.annotate(has_joined=JOINED, in_pair=IN_PAIR)
    found = here.aggregate(
        signed_up=Count("pk"),
        in_pairs=Count("pk", filter=Q(in_pair=True)),
        joined=Count("pk", filter=Q(in_pair=True, has_joined=True)),
        without_address=Count("pk", filter=Q(email="")),
        mentors=Count("pk", filter=Q(role=Enrolment.Role.MENTOR)),
        mentees=Count("pk", filter=Q(role=Enrolment.Role.MENTEE)),
        either=Count("pk", filter=Q(role=Enrolment.Role.EITHER)),
        mentees_waiting=Count("pk", filter=Q(in_pair=False) & ~Q(role=Enrolment.Role.MENTOR)),
    )
    return Figures(**found)


def programmes_of(person: Person) -> QuerySet[Programme]:
    """Where this person has a duty, with the number of intakes and of people."""
    duties = ProgrammeDuty.objects.filter(person=person, role__in=PERMISSIONS[Act.SEE_PROGRAMME])
    mine = Programme.objects.filter(pk__in=duties.values("programme")).order_by("name")
    return mine.annotate(
        intake_count=Count("intakes", distinct=True),
        people_count=Count("intakes__enrolments", distinct=True),
    )


def intakes_of(programme: Programme) -> QuerySet[Intake]:
    """The rounds of a programme, the newest first, with the number of people."""
    return programme.intakes.annotate(
        people_count=Count("enrolments", filter=Q(enrolments__withdrawn_at=None))
    )


@dataclass(frozen=True)
class Places:
    """How many places mentors offer, and how many people would like one and are in no lot yet."""

    offered: int
    wished: int

    @property
    def are_scarce(self) -> bool:
        return self.wished > self.offered > 0


def places_in(intake: Intake) -> Places:
    """Whoever would be both counts on both sides; who names no number offers what is usual."""
    people = intake.enrolments.filter(withdrawn_at=None)
    rows = people.exclude(role=Enrolment.Role.MENTEE).values_list("mentees_wanted", flat=True)
    wished = people.exclude(role=Enrolment.Role.MENTOR).filter(lot=None, participant=None)
    drawn = Lot.objects.filter(draw__intake=intake).exclude(is_drawn=False, moved_up_at=None)
    usual = intake.shape.usual(Role.MENTOR)
    offered = sum(usual if each is None else each for each in rows)
    return Places(max(offered - drawn.count(), 0), wished.count())


def waiting_for_a_place(intake: Intake) -> frozenset[UUID]:
    """The sign-ups that were not drawn and have not moved up."""
    waiting = Lot.objects.filter(draw__intake=intake, is_drawn=False, moved_up_at=None)
    return frozenset(waiting.values_list("enrolment", flat=True))


def is_waited_for(enrolment: Enrolment) -> bool:
    """Whether a lot gave this sign-up a place for which somebody else waits."""
    lots = Lot.objects.filter(draw__intake=enrolment.intake_id)
    has_place = lots.filter(enrolment=enrolment).exclude(is_drawn=False, moved_up_at=None)
    return has_place.exists() and how_many_wait(enrolment.intake) > 0


def how_many_wait(intake: Intake) -> int:
    """Who was not drawn, has not moved up and still wishes to take part."""
    waiting = Lot.objects.filter(draw__intake=intake, is_drawn=False, moved_up_at=None)
    return waiting.filter(enrolment__withdrawn_at=None, enrolment__participant=None).count()
