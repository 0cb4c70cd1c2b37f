"""What is in the queue of waves. The work stands in `closing.py`, and brings an engine."""

from uuid import UUID

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from rapport.organisations.tenancy import every_organisation

EVERYWHERE, IN_ONE = "rapport.close_waves", "rapport.close_waves_of_organisation"
RETRY = RetryStrategy(max_attempts=5, exponential_wait=6)


@app.task(name=EVERYWHERE, queue="clock", retry=RETRY)
def close_waves(timestamp: int) -> None:
    """One job an organisation: trouble in one holds no other back."""
    for organisation in every_organisation():
        close_waves_of_organisation.defer(organisation=str(organisation))


@app.task(name=IN_ONE, queue="clock", retry=RETRY)
def close_waves_of_organisation(organisation: str) -> None:
    from rapport.evaluation.waves.closing import (  # noqa: PLC0415  # engines only when wanted
        close_waves_that_are_over,
    )

    close_waves_that_are_over(UUID(organisation))
