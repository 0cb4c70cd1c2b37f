"""What the clock does with the log: a signed checkpoint every hour."""

from django.db import transaction
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from rapport.audit.actions import sign_checkpoint
from rapport.audit.queries import see_all_lines

SIGN = "rapport.sign_audit_log"


@app.task(name=SIGN, queue="clock", retry=RetryStrategy(max_attempts=5, exponential_wait=6))
def sign_audit_log(timestamp: int) -> None:
    """Run twice in an hour, it signs what was added; nothing added, nothing signed."""
    with transaction.atomic():
        see_all_lines()
        sign_checkpoint()
