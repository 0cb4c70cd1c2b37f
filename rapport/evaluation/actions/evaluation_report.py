"""A report is asked for, and what became of it is written down."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict

from django.db import transaction
from django.utils import timezone

from rapport.domain.findings import is_small
from rapport.domain.refusals import Incomplete, NotNow
from rapport.domain.sentences import _
from rapport.evaluation.making import Edition
from rapport.evaluation.models import EvaluationReport, PersonnelFile, ReportEdition
from rapport.evaluation.queries.readings import reading_on
from rapport.evaluation.tasks import MAKE
from rapport.journal.jobs import enqueue
from rapport.people.models import Person

COLUMNS_FIRST = _("Say what the columns are first. Nothing was started.")
TOO_EARLY = _(
    "The plan is read on %(day)s and not before: whoever looks again and again sees something in "
    "the end. Nothing was started; the file and your answers are kept."
)
READ_ALREADY = _(
    "This look was taken on %(made)s; the plan has the next one on %(day)s. Nothing was started: "
    "whoever looks in between looks more often than was planned. The file and your answers are "
    "kept."
)
READ_LAST = _(
    "The last look of this plan was taken on %(made)s. Nothing was started; if that report has a "
    "mistake, or there is reason to look again, begin a new plan with days of its own."
)
TOO_CLOSE = _(
    "Between one and four people have joined, left or reached something since the last report. "
    "Whoever laid both side by side could work out who. Nothing was published; the last report "
    "stands, and a new one is possible once more has happened."
)


@transaction.atomic
def ask_for_report(file: PersonnelFile, *, by: Person) -> EvaluationReport:
    """Put the work into the queue. Asked again before it is done, it is the same."""
    file.lock()
    if file.erased_at:
        raise NotNow(_("This file is erased. Nothing was started; choose a newer one."))
    if file.columns is None:
        raise Incomplete(COLUMNS_FIRST)
    require_day(file)
    now = timezone.now()
    waiting = file.reports.filter(ready_at=None, failed_at=None).first()
    if waiting is not None and not waiting.is_lost(now):
        return waiting
    if waiting is not None:
        waiting.failed_at = now
        waiting.save(update_fields=["failed_at"])
    report = EvaluationReport.objects.create(plan=file.plan, file=file, asked_by=by)
    enqueue(
        MAKE, queue="evaluation", report=str(report.pk), organisation=str(report.organisation_id)
    )
    return report


def require_day(file: PersonnelFile) -> None:
    """As many looks as the plan has days, each on its day or later, and none between."""
    found = reading_on(file.plan, timezone.localdate())
    if found.opens:
        raise NotNow(TOO_EARLY, day=found.opens.isoformat())
    if found.made and found.following:
        raise NotNow(READ_ALREADY, made=found.made.isoformat(), day=found.following.isoformat())
    if found.made:
        raise NotNow(READ_LAST, made=found.made.isoformat())


@transaction.atomic
def publish_report(report: EvaluationReport, editions: list[Edition], grounds: list[str]) -> None:
    """Keep all editions; NotNow when the last report and this one together would name somebody."""
    programme = report.plan.programme
    programme.lock()
    earlier = EvaluationReport.objects.filter(plan__programme=programme, ready_at__isnull=False)
    for other in earlier.only("grounds"):
        if is_small(changed_between(other.grounds, grounds)):
            raise NotNow(TOO_CLOSE)
    ReportEdition.objects.bulk_create(
        ReportEdition(report=report, organisation_id=report.organisation_id, **asdict(each))
        for each in editions
    )
    report.grounds, report.ready_at, report.done = grounds, timezone.now(), report.total
    report.save(update_fields=["grounds", "ready_at", "done", "touched_at"])


def changed_between(before: Iterable[str], now: Iterable[str]) -> int:
    """Of how many participants something is different: a mark is gone, and a new one there."""
    old, new = Counter(before), Counter(now)
    return max((old - new).total(), (new - old).total())


@transaction.atomic
def give_up_report(report: EvaluationReport, why: dict[str, list[str]]) -> None:
    """It cannot be made; the sentences say why, in each language."""
    report.failed_at, report.refusal = timezone.now(), why
    report.save(update_fields=["failed_at", "refusal", "touched_at"])
