"""What is in the queue of evaluations. The work stands in `working.py`, and brings the engines."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from rapport.organisations.tenancy import every_organisation

MAKE = "rapport.make_evaluation_report"
EVERYWHERE, IN_ONE = "rapport.erase_personnel_files", "rapport.erase_personnel_files_of"
RETRY = RetryStrategy(max_attempts=5, exponential_wait=6)


@app.task(name=MAKE, queue="evaluation")
def make_evaluation_report(report: str, organisation: str) -> None:
    from rapport.evaluation.working import make_report  # noqa: PLC0415  # engines only in workers

    make_report(report, organisation)


@app.task(name=EVERYWHERE, queue="clock", retry=RETRY)
def erase_personnel_files(timestamp: int) -> None:
    """One job an organisation: trouble in one holds no other back."""
    for organisation in every_organisation():
        erase_personnel_files_of.defer(organisation=str(organisation))


@app.task(name=IN_ONE, queue="clock", retry=RETRY)
def erase_personnel_files_of(organisation: str) -> None:
    from rapport.evaluation.working import erase_due_files  # noqa: PLC0415  # as above

    erase_due_files(organisation)
