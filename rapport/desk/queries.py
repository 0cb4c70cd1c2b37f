"""The courses of many relationships in a few queries, whether they are one or three hundred."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Case, Count, Exists, F, Max, OuterRef, QuerySet, Subquery, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from rapport.domain.course import Course, Waiting, band, is_long_ago, waiting_for
from rapport.domain.events import AgreementShared
from rapport.domain.phases import Phase
from rapport.journal.models import Entry
from rapport.organisations.models import Membership
from rapport.programmes.models import Intake, Programme
from rapport.relationships.models import (
    Agreement,
    DecisionNeed,
    Meeting,
    Participant,
    Relationship,
    Signature,
)
from rapport.relationships.pages.journey import PHASE_NAMES, phase_name
from rapport.relationships.queries.courses import relationships_in


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
    meetings = Meeting.objects.filter(relationship=OuterRef("pk"), held_at__isnull=False)
    held = meetings.order_by().values("relationship")
    needs = DecisionNeed.objects.filter(relationship=OuterRef("pk"), settled_at__isnull=True)
    return relationships.annotate(
        meetings_held=Coalesce(Subquery(held.annotate(n=Count("pk")).values("n")), 0),
        last_met=Subquery(held.annotate(last=Max("starts_at")).values("last")),
        needs_decision=Exists(needs),
        someone_missing=Exists(not_joined(OuterRef("pk"))),
        agreement_signed=Exists(signed_by_all(OuterRef("pk"))),
    )


def not_joined(relationship: OuterRef) -> QuerySet[Participant]:
    here = Membership.objects.filter(person=OuterRef("person"))
    return Participant.objects.filter(relationship=relationship).exclude(Exists(here))


def signed_by_all(relationship: OuterRef) -> QuerySet[Agreement]:
    """Versions under which no member's signature is missing."""
    signed = Signature.objects.filter(agreement=OuterRef(OuterRef("pk")), person=OuterRef("person"))
    members = Participant.objects.filter(relationship=OuterRef("relationship"))
    missing = members.exclude(Exists(signed))
    return Agreement.objects.filter(relationship=relationship).exclude(Exists(missing))


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
