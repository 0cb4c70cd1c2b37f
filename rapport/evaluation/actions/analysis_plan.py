"""A plan is written, changed as long as it is open, and locked once."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from rapport.audit.actions import note
from rapport.domain.audit import Deed
from rapport.domain.refusals import AlreadyDone, NotNow
from rapport.domain.sentences import _
from rapport.evaluation.models import AnalysisPlan
from rapport.evaluation.plan import fingerprint
from rapport.evaluation.plan.plan_file import plan_of
from rapport.evaluation.reading.questions import Unusable
from rapport.evaluation.words_here import refused
from rapport.people.models import Person
from rapport.programmes.models import Programme

LOCKED = _("This plan is locked and cannot be changed. Nothing was changed; begin a new plan.")
STILL_OPEN = _(
    "A plan of this programme is still open. Nothing was changed; lock that one, or change it."
)


@transaction.atomic
def begin_plan(programme: Programme, *, by: Person) -> AnalysisPlan:
    """A new plan, with what the last one decided to begin with."""
    programme.lock()
    plans = programme.analysis_plans
    if plans.filter(locked_at=None).exists():
        raise NotNow(STILL_OPEN)
    last = plans.first()
    decided = last.decided if last else {"title": programme.name}
    return AnalysisPlan.objects.create(
        programme=programme, number=last.number + 1 if last else 1, decided=decided
    )


@transaction.atomic
def change_plan(
    plan: AnalysisPlan, decided: Mapping[str, Any], *, expected: int | None, by: Person
) -> None:
    """Keep what was decided so far. NotAcceptable for what no plan may hold."""
    plan.lock()
    require_open(plan)
    try:
        plan_of(decided)
    except Unusable as unusable:
        raise refused(unusable) from unusable
    plan.decided, plan.expected = dict(decided), expected
    plan.save(update_fields=["decided", "expected", "changed_at"])


@transaction.atomic
def lock_plan(plan: AnalysisPlan, *, by: Person) -> None:
    """From now on it is what every report made with it prints, with its hash and this moment."""
    plan.lock()
    require_open(plan)
    plan.fingerprint = fingerprint(plan.decided)
    plan.locked_at, plan.locked_by = timezone.now(), by
    plan.save(update_fields=["fingerprint", "locked_at", "locked_by"])
    programme = plan.programme
    note(Deed.PLAN_LOCKED, by=by.pk, organisation=plan.organisation_id, row=str(plan.pk),
         programme=str(programme.pk))  # fmt: skip


def require_open(plan: AnalysisPlan) -> None:
    if plan.is_locked:
        raise AlreadyDone(LOCKED)
