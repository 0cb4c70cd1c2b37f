"""Brings a made-up firm into the records of a programme: sign-ups, pairs and their days."""

import csv
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

from django.db import connection

from rapport.domain.permissions import Role
from rapport.people.models import Person
from rapport.programmes.models import Draw, Enrolment, Intake, Lot, Programme
from rapport.relationships.models import Attainment, Goal, Participant, Relationship
from rapport.sealed.models import SealedObject, Space


def stage(intake: Intake, participants: Path, mentor: Person) -> int:
    """Sign-ups for all rows of a list of participants, a relationship for who joined; how many."""
    rows = list(csv.DictReader(participants.open(encoding="utf-8")))
    people = Person.objects.bulk_create(
        Person(email=f"m{place}@firm.example", name=f"Mentee {place}") for place in range(len(rows))
    )
    enrolments = Enrolment.objects.bulk_create(
        Enrolment(
            intake=intake,
            organisation_id=intake.organisation_id,
            person=person,
            name=person.name,
            reference=row["employee_id"],
            role="mentee",
            signed_up_at=at(row.get("applied") or row["joined"]),
        )
        for person, row in zip(people, rows, strict=True)
    )
    if "drawn" in rows[0]:
        draw_for(intake, enrolments, [row["drawn"] == "yes" for row in rows])
    pairs = [(e, row["joined"]) for e, row in zip(enrolments, rows, strict=True) if row["joined"]]
    begin(intake, pairs, mentor)
    return len(pairs)


def at(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC)


def draw_for(intake: Intake, enrolments: list[Enrolment], drawn: list[bool]) -> None:
    draw = Draw.objects.create(intake=intake, places=sum(drawn), seed="0")
    Lot.objects.bulk_create(
        Lot(
            draw=draw,
            organisation_id=intake.organisation_id,
            enrolment=each,
            place=place,
            is_drawn=won,
        )
        for place, (each, won) in enumerate(zip(enrolments, drawn, strict=True), 1)
    )


def begin(intake: Intake, pairs: list[tuple[Enrolment, str]], mentor: Person) -> None:
    """Relationships that began on the day of joining, with the mentee and one mentor for all."""
    here = intake.organisation_id
    spaces = Space.objects.bulk_create(
        Space(kind=Space.Kind.RELATIONSHIP, organisation_id=here) for _pair in pairs
    )
    found = Relationship.objects.bulk_create(
        Relationship(intake=intake, space=space, organisation_id=here) for space in spaces
    )
    seats = [
        Participant(
            relationship=each, person=who, enrolment=sign_up, role=role, organisation_id=here
        )
        for each, (enrolment, _day) in zip(found, pairs, strict=True)
        for who, sign_up, role in (
            (enrolment.person, enrolment, Role.MENTEE),
            (mentor, None, Role.MENTOR),
        )
    ]
    Participant.objects.bulk_create(seats)
    days = {each.pk: at(day) for each, (_enrolment, day) in zip(found, pairs, strict=True)}
    backdate(days)


def backdate(days: Mapping[UUID, datetime]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE relationships_relationship SET began_at = %s WHERE id = %s",
            [(day, number) for number, day in days.items()],
        )


def set_goals(programme: Programme, level: int) -> None:
    """One goal for each mentee, seen at this level by herself."""
    for each in Participant.objects.filter(
        relationship__intake__programme=programme, role=Role.MENTEE
    ).select_related("relationship__space"):
        words = SealedObject.objects.create(space=each.relationship.space)
        goal = Goal.objects.create(relationship=each.relationship, owner=each.person, words=words)
        Attainment.objects.create(goal=goal, person=each.person, level=level)
