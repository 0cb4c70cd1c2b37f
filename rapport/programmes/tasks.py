"""What the clock does about imports: files that nobody finished are erased."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from rapport.organisations.tenancy import every_organisation, tenant_by_id
from rapport.programmes.models import ImportRun

EVERYWHERE, IN_ONE = "rapport.erase_uploads", "rapport.erase_uploads_of"
RETRY = RetryStrategy(max_attempts=5, exponential_wait=6)
KEPT_FOR = timedelta(days=30)


@app.task(name=EVERYWHERE, queue="clock", retry=RETRY)
def erase_uploads(timestamp: int) -> None:
    """One job an organisation: trouble in one holds no other back."""
    for organisation in every_organisation():
        erase_uploads_of.defer(organisation=str(organisation))


@app.task(name=IN_ONE, queue="clock", retry=RETRY)
def erase_uploads_of(organisation: str) -> None:
    with transaction.atomic(), tenant_by_id(UUID(organisation)):
        erase_before(timezone.now() - KEPT_FOR)


def erase_before(day: datetime) -> None:
    """Drafts go whole; of an applied import go the sentences, which may name people."""
    ImportRun.objects.filter(applied_at=None, uploaded_at__lt=day).delete()
    told = ImportRun.objects.filter(applied_at__lt=day).exclude(report__set_aside=[])
    for run in told.only("report"):
        run.report["set_aside"] = []
        run.save(update_fields=["report"])
