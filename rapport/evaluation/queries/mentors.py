"""What mentors gained, as far as records without words say: their own goals, and coming again."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from rapport.domain.findings import Hidden, Shown, Unit, Why, may_be_shown, shown_counts
from rapport.domain.permissions import Role
from rapport.evaluation.engine.attainment import Fate, attain
from rapport.evaluation.engine.attainment import Goal as Reached
from rapport.evaluation.queries.records import levels_of
from rapport.evaluation.study.shown import estimated, shown
from rapport.evaluation.study.warnings import share
from rapport.programmes.models import Enrolment, Programme
from rapport.relationships.models import Goal, Participant

MENTORS = (Role.MENTOR, Role.CO_MENTOR)
LEAST = 5


@dataclass(frozen=True)
class Mentors:
    """Shares of mentors: with a goal of their own, at or above what they expected, here again.

    `levels` counts their goals from much less to much more than expected.
    """

    with_goal: Shown
    reached: Shown
    levels: tuple[Shown, ...]
    again: Shown


def mentors_of(programme: Programme) -> Mentors:
    seats = Participant.objects.filter(relationship__intake__programme=programme, role__in=MENTORS)
    people = set(seats.values_list("person", flat=True))
    goals = list(
        Goal.objects.filter(
            Exists(seats.filter(relationship=OuterRef("relationship"), person=OuterRef("owner")))
        )
    )
    owners = {goal.owner_id for goal in goals}
    levels = levels_of(goals)
    scored = [
        Reached(place, levels[goal.pk, goal.owner_id])
        if (goal.pk, goal.owner_id) in levels and goal.dropped_at is None
        else Reached(place, None, Fate.DROPPED if goal.dropped_at else Fate.UNSCORED)
        for goal, place in zip(goals, numbers(goal.owner_id for goal in goals), strict=True)
    ]
    found = estimated(lambda: attain(scored))
    enough = found is not None and found.people >= LEAST
    hidden = Hidden(Why.FEW)
    return Mentors(
        share(len(owners), len(people)),
        shown(found.reached, Unit.SHARE, n=found.people) if found and enough else hidden,
        shown_counts(found.levels) if found and enough else (hidden,) * 5,
        again_of(programme),
    )


def numbers(names: Iterable[object]) -> list[int]:
    """Each name as a number."""
    seen: dict[object, int] = {}
    return [seen.setdefault(name, len(seen)) for name in names]


def again_of(programme: Programme) -> Shown:
    """Of the mentors of earlier intakes the share that signed up as one for a later intake."""
    signed = Enrolment.objects.filter(intake__programme=programme, person__isnull=False)
    signed = signed.exclude(role=Enrolment.Role.MENTEE)
    newest = programme.intakes.order_by("-starts_on").values_list("starts_on", flat=True).first()
    if newest is None:
        return Hidden(Why.NOT_RECORDED)
    rows: dict[object, list[object]] = {}
    for person, day in signed.order_by("intake__starts_on").values_list(
        "person", "intake__starts_on"
    ):
        rows.setdefault(person, []).append(day)
    earlier = [days for days in rows.values() if days[0] != newest]
    if not earlier:
        return Hidden(Why.NOT_RECORDED)
    came = sum(len(set(days)) > 1 for days in earlier)
    return share(came, len(earlier)) if may_be_shown(len(earlier)) else Hidden(Why.FEW)
