"""The organisation, its programme with two intakes, its staff, and everybody's sign-up."""

import uuid
from dataclasses import dataclass

from django.contrib.auth.hashers import make_password

from rapport.demo.clock import Clock
from rapport.demo.people import Someone, everybody
from rapport.domain.permissions import Role
from rapport.organisations.models import Duty, Membership, Organisation
from rapport.organisations.scope import ORGANISATION, setting
from rapport.people.actions.accounts import trust_email
from rapport.people.models import Person
from rapport.programmes.models import Enrolment, Intake, Programme, ProgrammeDuty

SPACE_OF_NUMBERS = uuid.UUID("6d0f5f0e-3a53-4f43-9b53-2d1f4a1c7e10")
"""Numbers of the demonstration are made from names within this one, so they never change."""

PASSWORD = "a quiet room with two chairs"  # noqa: S105  # printed with the sign-ins
SLUG = "harbour"
MENTORS, MENTEES = 52, 60
"""How many of the 120 sign up as mentor and as mentee; the rest would do either."""

STAFF = {
    "cora@demo.example": ("Cora Lindholm", (Role.COORDINATOR, Role.ADMINISTRATOR)),
    "finn@demo.example": ("Finn Abernathy", (Role.FACILITATOR,)),
}


@dataclass
class Stage:
    """What the stories are played on."""

    clock: Clock
    organisation: Organisation
    programme: Programme
    spring: Intake
    autumn: Intake
    password: str


def number(name: str) -> uuid.UUID:
    return uuid.uuid5(SPACE_OF_NUMBERS, name)


def build_organisation(clock: Clock) -> Organisation:
    organisation = Organisation(
        pk=number("organisation"),
        name="Harbour Foundation",
        slug=SLUG,
        time_zone="Europe/London",
        is_demonstration=True,
    )
    with setting(ORGANISATION, organisation.pk):
        organisation.save(force_insert=True)
    return organisation


def build_stage(organisation: Organisation, clock: Clock) -> Stage:
    """Programme and intakes; wants the tenant."""
    programme = Programme.objects.create(
        name="Lighthouse mentoring",
        slug="lighthouse",
        purpose="Keep people who are new to responsibility, and help them grow into it.",
        term_months=9,
        rhythm_days=21,
    )
    spring, autumn = (
        Intake.objects.create(
            programme=programme,
            name=name,
            code=name.split()[0].lower(),
            starts_on=clock.day(begin),
            ends_on=clock.day(end),
        )
        for name, begin, end in (("Spring round", 250, -25), ("Autumn round", 80, -195))
    )
    return Stage(clock, organisation, programme, spring, autumn, make_password(PASSWORD))


def build_staff(stage: Stage) -> list[Person]:
    people = [add_person(stage, email, name) for email, (name, _) in STAFF.items()]
    for person, (_, roles) in zip(people, STAFF.values(), strict=True):
        for role in roles:
            if role is not Role.FACILITATOR:
                Duty.objects.create(person=person, role=role)
            if role is not Role.ADMINISTRATOR:
                ProgrammeDuty.objects.create(programme=stage.programme, person=person, role=role)
    return people


def add_person(stage: Stage, email: str, name: str, **fields: str) -> Person:
    person = Person.objects.create(
        pk=number(email), email=email, name=name, password=stage.password, **fields
    )
    trust_email(person)
    Membership.objects.create(person=person)
    return person


def enrol_everybody(stage: Stage) -> list[Enrolment]:
    """All sign-ups: every fifth person came in spring and every second of the rest as well."""
    return [enrol(stage, someone, place) for place, someone in enumerate(everybody())]


def enrol(stage: Stage, someone: Someone, place: int) -> Enrolment:
    intake = stage.spring if place % 5 in {0, 2} else stage.autumn
    person = add_person(
        stage,
        someone.email,
        someone.name,
        language=someone.interface,
        time_zone=someone.time_zone,
    )
    return Enrolment.objects.create(
        intake=intake,
        person=person,
        name=someone.name,
        email=someone.email,
        role=role_of(place),
        mentees_wanted=someone.capacity if place < MENTORS else None,
        never_with=[someone.manager] if someone.manager else [],
        stage=someone.stage,
        topics=list(someone.topics),
        site=someone.site,
        time_zone=someone.time_zone,
        languages=[someone.language] if someone.language != "other" else [],
        signed_up_at=stage.clock.moment(260 if intake == stage.spring else 95),
    )


def role_of(place: int) -> str:
    roles = Enrolment.Role
    if place < MENTORS:
        return roles.MENTOR
    return roles.MENTEE if place < MENTORS + MENTEES else roles.EITHER
