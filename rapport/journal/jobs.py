"""Putting a job into the queue in the transaction that wants it: no lost job, and no ghost.

Inside a worker the library would use the worker's own connection, on which a job is there at once:
it could run before its reason is committed, find nothing, and be done. So we always name the
connection of the transaction.
"""

from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.manager import JobManager
from procrastinate.tasks import configure_task


def enqueue(task: str, *, queue: str, **arguments: str | int) -> None:
    """The job is there when the transaction commits, wherever this is called."""
    here = JobManager(DjangoConnector())
    configure_task(name=task, job_manager=here, queue=queue).defer(**arguments)
