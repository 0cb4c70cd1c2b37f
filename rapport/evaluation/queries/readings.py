"""Which of the planned days of reading it is, and whether that look was taken already."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from rapport.evaluation.models import AnalysisPlan, EvaluationReport


@dataclass(frozen=True)
class Reading:
    """`opens` while the first day lies ahead; `made` where this look was taken before today."""

    opens: date | None = None
    made: date | None = None
    following: date | None = None

    @property
    def is_open(self) -> bool:
        return self.opens is None and self.made is None


def reading_on(plan: AnalysisPlan, today: date) -> Reading:
    """Every planned day is one look. A plan without days may be read whenever somebody likes.

    On the day of a look it may be repeated: that is when mistakes in columns and answers show.
    """
    said = plan.as_plan()
    if opens := said.opens_on(today):
        return Reading(opens=opens)
    planned = said.reading_of(today)
    if planned is None:
        return Reading()
    ready = EvaluationReport.objects.filter(plan=plan, ready_at__isnull=False)
    days = (timezone.localdate(each) for each in ready.values_list("asked_at", flat=True))
    looks = [day for day in days if day >= planned]
    if not looks or min(looks) == today:
        return Reading()
    return Reading(made=min(looks), following=said.next_after(today))
