"""What the clock does with the log: a signed checkpoint every hour, a time-stamp every day."""

from django.conf import settings
from django.db import transaction
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from rapport.audit.actions import sign_checkpoint, stamp_checkpoint
from rapport.audit.queries import see_all_lines

SIGN, STAMP = "rapport.sign_audit_log", "rapport.stamp_audit_log"


@app.task(name=SIGN, queue="clock", retry=RetryStrategy(max_attempts=5, exponential_wait=6))
def sign_audit_log(timestamp: int) -> None:
    """Run twice in an hour, it signs what was added; nothing added, nothing signed."""
    with transaction.atomic():
        see_all_lines()
        sign_checkpoint()


@app.task(name=STAMP, queue="clock", retry=RetryStrategy(max_attempts=8, exponential_wait=6))
def stamp_audit_log(timestamp: int) -> None:
    """Only where the operator has named an authority; one that is away is asked again."""
    if settings.TIME_STAMPS:
        stamp_checkpoint()
