"""Putting a job into the queue in the transaction that wants it: no lost job, and no ghost.

Inside a worker the library would use the worker's own connection, on which a job is there at once:
it could run before its reason is committed, find nothing, and be done. So we always name the
connection of the transaction.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.manager import JobManager
from procrastinate.tasks import configure_task


def enqueue(task: str, *, queue: str, **arguments: str | int) -> None:
    """The job is there when the transaction commits, wherever this is called."""
    here = JobManager(DjangoConnector())
    configure_task(name=task, job_manager=here, queue=queue).defer(**arguments)


def enqueue_many(task: str, *, queue: str, arguments: Iterable[Mapping[str, str | int]]) -> None:
    """The same for many at once, in one statement; nothing for nobody."""
    if all_of_them := [dict[str, Any](each) for each in arguments]:
        here = JobManager(DjangoConnector())
        configure_task(name=task, job_manager=here, queue=queue).batch_defer(*all_of_them)
