"""The courses of many relationships in a few queries, whether they are one or three hundred."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import (
    BooleanField,
    Case,
    DateTimeField,
    F,
    IntegerField,
    QuerySet,
    When,
)
from django.db.models.expressions import RawSQL
from django.utils import timezone

from rapport.domain.course import Course, Waiting, band, is_long_ago, waiting_for
from rapport.domain.events import AgreementShared
from rapport.domain.phases import Phase
from rapport.journal.models import Entry
from rapport.programmes.models import Intake, Programme
from rapport.relationships.models import Relationship
from rapport.relationships.pages.journey import PHASE_NAMES, phase_name
from rapport.relationships.queries.courses import relationships_in

# In SQL, because Django took longer to put these five together than PostgreSQL to answer them.
# The rules of the tables keep other organisations out of them.
COURSE = {
    "meetings_held": (
        IntegerField,
        """SELECT count(*) FROM relationships_meeting AS meeting
        WHERE meeting.relationship_id = relationships_relationship.id AND held_at IS NOT NULL""",
    ),
    "last_met": (
        DateTimeField,
        """SELECT max(starts_at) FROM relationships_meeting AS meeting
        WHERE meeting.relationship_id = relationships_relationship.id AND held_at IS NOT NULL""",
    ),
    "needs_decision": (
        BooleanField,
        """EXISTS (SELECT FROM relationships_decisionneed AS need
        WHERE need.relationship_id = relationships_relationship.id AND settled_at IS NULL)""",
    ),
    "someone_missing": (
        BooleanField,
        """EXISTS (SELECT FROM relationships_participant AS member
        WHERE member.relationship_id = relationships_relationship.id AND NOT EXISTS (
            SELECT FROM organisations_membership AS here
            WHERE here.person_id = member.person_id))""",
    ),
    "agreement_signed": (
        BooleanField,
        """EXISTS (SELECT FROM relationships_agreement AS version
        WHERE version.relationship_id = relationships_relationship.id AND NOT EXISTS (
            SELECT FROM relationships_participant AS member
            WHERE member.relationship_id = version.relationship_id AND NOT EXISTS (
                SELECT FROM relationships_signature AS signature
                WHERE signature.agreement_id = version.id
                AND signature.person_id = member.person_id)))""",
    ),
}
"""What a course needs to know of a relationship, and what it is. An agreement is signed when one of
its versions lacks no member's signature."""


@dataclass(frozen=True)
class Row:
    """One relationship on the desk."""

    relationship: Relationship
    names: str
    course: Course
    today: date

    @property
    def phase(self) -> str:
        return PHASE_NAMES[self.course.phase]

    @property
    def met(self) -> str:
        return band(self.course.meetings_held)

    @property
    def is_long_ago(self) -> bool:
        is_over = self.course.phase is Phase.CLOSED
        return not is_over and is_long_ago(self.course.last_met, self.today)

    @property
    def waiting(self) -> Waiting:
        return waiting_for(self.course)


def courses_in(intakes: Iterable[Intake | UUID]) -> QuerySet[Relationship]:
    """The relationships of these intakes, each with what its course needs."""
    return with_course(relationships_in(intakes))


def with_course(relationships: QuerySet[Relationship]) -> QuerySet[Relationship]:
    figures = {
        name: RawSQL(question, (), kind())  # noqa: S611  # constants of this module
        for name, (kind, question) in COURSE.items()
    }
    return relationships.annotate(**figures)


def has_shared_agreement(relationship: Relationship) -> bool:
    """Whether the members showed a version of it to the programme."""
    shared = Entry.objects.filter(event=AgreementShared.name(), relationship_id=relationship.pk)
    return shared.exists()


def row_of(relationship: Relationship, today: date | None = None) -> Row:
    """Wants a relationship of `with_course`."""
    it = relationship
    last_met = it.last_met  # type: ignore[attr-defined]  # annotated
    course = Course(
        phase=Phase(it.phase),
        meetings_held=it.meetings_held,  # type: ignore[attr-defined]  # annotated
        last_met=timezone.localdate(last_met) if last_met else None,
        all_joined=not it.someone_missing,  # type: ignore[attr-defined]  # annotated
        agreement_signed=it.agreement_signed,  # type: ignore[attr-defined]  # annotated
        needs_decision=it.needs_decision,  # type: ignore[attr-defined]  # annotated
    )
    people = sorted(it.participants.all(), key=lambda each: (each.role, str(each.person)))
    names = " · ".join(str(each.person) for each in people)
    return Row(it, names, course, today or timezone.localdate())


def in_order(courses: QuerySet[Relationship], phase: str) -> QuerySet[Relationship]:
    """What needs a decision first, ended ones last; only one phase when one is given."""
    if phase:
        courses = courses.filter(phase=phase)
    is_over = Case(When(phase=Phase.CLOSED, then=1), default=0)
    return courses.order_by(F("needs_decision").desc(), is_over, "began_at", "pk")


def intakes_of(programmes: QuerySet[Programme]) -> list[Intake]:
    """Their rounds, the newest first."""
    return list(Intake.objects.filter(programme__in=programmes).select_related("programme"))


def stations_passed(relationship: Relationship) -> list[dict[str, Any]]:
    """When the pair entered which phase; what was open then is theirs."""
    return [
        {"when": each.at, "text": phase_name(each.to), "icon": "forward"}
        for each in relationship.phase_changes.order_by("-at")
    ]
