"""How many came how far: people until they have joined, pairs from their first meeting on."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext

from rapport.desk.queries import courses_in
from rapport.domain.phases import STATIONS, Phase
from rapport.domain.sentences import _
from rapport.organisations.models import Membership
from rapport.programmes.models import Enrolment, Intake
from rapport.relationships.models import Participant
from rapport.relationships.pages.journey import PHASE_NAMES

PEOPLE: tuple[tuple[str, str], ...] = (
    ("signed_up", _("Signed up")),
    ("matched", _("Matched")),
    ("joined", _("Joined")),
)
PAIRS: tuple[tuple[str, str], ...] = (
    ("pairs", _("Pairs")),
    ("met", _("Have met")),
    ("signed", _("Agreement signed")),
)

type Stage = dict[str, Any]


def people_stages(intakes: Iterable[Intake | UUID]) -> list[Stage]:
    """Signed up, matched, joined: each a part of the one before."""
    matched = Exists(Participant.objects.filter(enrolment=OuterRef("pk")))
    joined = Exists(Membership.objects.filter(person=OuterRef("person")))
    counts = (
        Enrolment.objects.filter(intake__in=intakes, withdrawn_at__isnull=True)
        .annotate(is_matched=matched, is_here=joined)
        .aggregate(
            signed_up=Count("pk"),
            matched=Count("pk", filter=Q(is_matched=True)),
            joined=Count("pk", filter=Q(is_matched=True, is_here=True)),
        )
    )
    return [{"label": gettext(label), "count": counts[key]} for key, label in PEOPLE]


@dataclass(frozen=True)
class Pairs:
    """How far the pairs have come, where they are now, and how many need a decision."""

    stages: list[Stage]
    phases: list[Stage]
    deciding: int


def count_pairs(intakes: Iterable[Intake | UUID]) -> Pairs:
    """All of it in one query."""
    in_phase = {f"in_{phase}": Count("pk", filter=Q(phase=phase)) for phase in STATIONS}
    counts = courses_in(intakes).aggregate(
        pairs=Count("pk"),
        met=Count("pk", filter=Q(meetings_held__gt=0)),
        signed=Count("pk", filter=Q(agreement_signed=True)),
        deciding=Count("pk", filter=Q(needs_decision=True)),
        **in_phase,
    )
    return Pairs(
        stages=[{"label": gettext(label), "count": counts[key]} for key, label in PAIRS],
        phases=[phase_stage(phase, counts[f"in_{phase}"]) for phase in STATIONS],
        deciding=counts["deciding"],
    )


def phase_stage(phase: Phase, count: int) -> Stage:
    return {
        "label": gettext(PHASE_NAMES[phase]),
        "count": count,
        "url": f"?phase={phase}#relationships",
    }
