"""How relationships went, as plain dates: nothing here says who, and no word is read."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Min

from rapport.domain.ending import EndingKind
from rapport.programmes.models import Programme
from rapport.relationships.models import Goal, Meeting, Relationship

EARLY = frozenset({EndingKind.NO_FAULT, EndingKind.UNPLANNED})


@dataclass(frozen=True)
class Went:
    """One relationship: its rhythm in days, and the days on which things happened.

    `held` and `cancelled` are days of meetings in order; `callers` are who called the held ones.
    `early` when it ended otherwise than planned.
    """

    began: date
    ended: date | None
    early: bool
    rhythm: int
    held: tuple[date, ...]
    cancelled: tuple[date, ...]
    callers: tuple[UUID, ...]
    first_goal: date | None


def courses_in(programme: Programme) -> list[Went]:
    """All relationships of a programme, in three queries."""
    meetings: dict[UUID, list[tuple[date, UUID, bool]]] = {}
    rows = Meeting.objects.filter(relationship__intake__programme=programme).order_by("starts_at")
    columns = ("relationship", "starts_at", "called_by", "held_at", "cancelled_at")
    for number, starts, caller, held, cancelled in rows.values_list(*columns):
        if held or cancelled:
            meetings.setdefault(number, []).append((starts.date(), caller, bool(held)))
    goals = Goal.objects.filter(relationship__intake__programme=programme)
    first = dict(goals.values_list("relationship").annotate(first=Min("proposed_at")))
    found = Relationship.objects.filter(intake__programme=programme).select_related("ending")
    return [went(each, meetings.get(each.pk, []), first.get(each.pk)) for each in found]


def went(relationship: Relationship, meetings: list[tuple[date, UUID, bool]], goal: object) -> Went:
    ending = getattr(relationship, "ending", None)
    return Went(
        began=relationship.began_at.date(),
        ended=ending.ended_at.date() if ending else None,
        early=ending is not None and EndingKind(ending.kind) in EARLY,
        rhythm=relationship.rhythm_days,
        held=tuple(day for day, _caller, held in meetings if held),
        cancelled=tuple(day for day, _caller, held in meetings if not held),
        callers=tuple(caller for _day, caller, held in meetings if held),
        first_goal=goal.date() if hasattr(goal, "date") else None,
    )
