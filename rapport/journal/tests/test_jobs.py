"""A job and its reason are committed together, also when a job puts another into the queue."""

import pytest
from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.testing import InMemoryConnector

from rapport.journal.jobs import enqueue

SEND = "rapport.send_notification"


def waiting() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs WHERE task_name = %s", [SEND])
        return int(cursor.fetchone()[0])


@pytest.mark.django_db
def test_a_job_goes_with_the_transaction_that_wanted_it() -> None:
    with transaction.atomic():
        enqueue(SEND, queue="mail", notification="1", organisation="2")
        assert waiting() == 1
        transaction.set_rollback(True)
    assert waiting() == 0


@pytest.mark.django_db
def test_inside_a_worker_it_is_the_same() -> None:
    workers_own = InMemoryConnector()
    with app.replace_connector(workers_own):
        enqueue(SEND, queue="mail", notification="1", organisation="2")
    assert waiting() == 1
    assert workers_own.jobs == {}
