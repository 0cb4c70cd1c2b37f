"""What the programme itself knows, as the files the reader of evaluations understands.

Who applied, was drawn, was matched and when; goals with their levels by both raters. Never an
answer of the pulse: it is sealed, and would not be joined with a personnel file if it were not.
"""

import csv
import io
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from rapport.domain.permissions import Role
from rapport.evaluation.reading.table import Given
from rapport.programmes.models import Enrolment, Programme
from rapport.relationships.models import Attainment, Goal, Participant, Review

PARTICIPANTS = ("person", "role", "applied", "drawn", "drawn_on", "draw", "joined", "ended")
GOALS = ("person", "goal", "rater", "before", "level", "status")

type Cell = str | int | None


@dataclass(frozen=True)
class Joining:
    """The first relationship of a sign-up in a role: from when, until when."""

    began: date
    ended: date | None


def participants_file(programme: Programme, known: Collection[str]) -> Given:
    """One row for each sign-up and role it was or would have been in."""
    return written("participants.csv", PARTICIPANTS, participant_rows(programme, known))


def goals_file(programme: Programme, known: Collection[str]) -> Given | None:
    """One row for each goal and rater; None when nobody set a goal."""
    rows = list(goal_rows(programme, known))
    return written("goals.csv", GOALS, rows) if rows else None


def written(name: str, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Given:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return Given(name, out.getvalue().encode())


def participant_rows(programme: Programme, known: Collection[str]) -> Iterable[Sequence[Cell]]:
    joinings = joinings_of(programme)
    enrolments = Enrolment.objects.filter(intake__programme=programme).select_related("lot__draw")
    for each in enrolments.order_by("enrolled_at", "pk"):
        lot = getattr(each, "lot", None)
        drawn = "" if lot is None else "yes" if lot.is_drawn else "no"
        drawn_on = lot.draw.drawn_at.date().isoformat() if lot else ""
        applied = (each.signed_up_at or each.enrolled_at).date()
        for role in roles_of(each):
            joining = joinings.get((each.pk, role))
            yield (
                name_of(each, known),
                role.value,
                applied.isoformat(),
                drawn if role is Role.MENTEE else "",
                drawn_on if role is Role.MENTEE else "",
                str(lot.draw_id) if lot and role is Role.MENTEE else "",
                joining.began.isoformat() if joining else "",
                joining.ended.isoformat() if joining and joining.ended else "",
            )


def roles_of(enrolment: Enrolment) -> list[Role]:
    sides = ((Role.MENTOR, enrolment.is_mentor), (Role.MENTEE, enrolment.is_mentee))
    return [role for role, wanted in sides if wanted]


def joinings_of(programme: Programme) -> Mapping[tuple[UUID, Role], Joining]:
    """By sign-up and side; several relationships of one sign-up count from the first."""
    found: dict[tuple[UUID, Role], Joining] = {}
    rows = Participant.objects.filter(
        relationship__intake__programme=programme, enrolment__isnull=False
    ).order_by("relationship__began_at")
    for enrolment, role, began, ended in rows.values_list(
        "enrolment", "role", "relationship__began_at", "relationship__ending__ended_at"
    ):
        side = Role.MENTEE if role in {Role.MENTEE, Role.PEER} else Role.MENTOR
        found.setdefault((enrolment, side), Joining(began.date(), day_of(ended)))
    return found


def day_of(moment: datetime | None) -> date | None:
    return None if moment is None else moment.date()


def name_of(enrolment: Enrolment, known: Collection[str]) -> str:
    """By what the personnel file knows this person: number, address, or neither."""
    ways = (enrolment.reference, enrolment.email.lower())
    return next((way for way in ways if way and way in known), next(filter(None, ways), ""))


def goal_rows(programme: Programme, known: Collection[str]) -> Iterable[Sequence[Cell]]:
    """The mentees’ goals; what a review says at the end counts before what was noted on the way."""
    names = names_of_mentees(programme, known)
    goals = list(mentee_goals(programme))
    levels = levels_of(goals)
    for goal in goals:
        seat = (goal.relationship_id, goal.owner_id)
        if seat not in names:
            continue
        raters: dict[str, list[UUID]] = {"mentee": [goal.owner_id], "mentor": names[seat][1]}
        for rater, people in raters.items():
            found = next(
                (levels[goal.pk, each] for each in people if (goal.pk, each) in levels), None
            )
            if found is None and rater == "mentor":
                continue
            fate = "dropped" if goal.dropped_at else ""
            yield names[seat][0], str(goal.pk), rater, goal.starting_level, found, fate


def mentee_goals(programme: Programme) -> QuerySet[Goal]:
    goals = Goal.objects.filter(relationship__intake__programme=programme)
    return goals.order_by("proposed_at", "pk")


def names_of_mentees(
    programme: Programme, known: Collection[str]
) -> dict[tuple[UUID, UUID], tuple[str, list[UUID]]]:
    """(relationship, person) -> her name in the personnel file, and the mentors beside her."""
    rows = Participant.objects.filter(relationship__intake__programme=programme).select_related(
        "enrolment"
    )
    mentors: dict[UUID, list[UUID]] = {}
    mentees: list[Participant] = []
    for each in rows:
        if each.role in {Role.MENTOR, Role.CO_MENTOR}:
            mentors.setdefault(each.relationship_id, []).append(each.person_id)
        elif each.enrolment is not None:
            mentees.append(each)
    return {
        (each.relationship_id, each.person_id): (
            name_of(each.enrolment, known),
            mentors.get(each.relationship_id, []),
        )
        for each in mentees
        if each.enrolment is not None
    }


def levels_of(goals: Sequence[Goal]) -> dict[tuple[UUID, UUID], int]:
    """(goal, person) -> the level she saw last."""
    numbers = [goal.pk for goal in goals]
    noted = Attainment.objects.filter(goal__in=numbers).order_by("at")
    reviewed = Review.objects.filter(goal__in=numbers).order_by("at")
    found = {
        (goal, person): level
        for goal, person, level in noted.values_list("goal", "person", "level")
    }
    found |= {
        (goal, person): level
        for goal, person, level in reviewed.values_list("goal", "person", "level")
    }
    return found
