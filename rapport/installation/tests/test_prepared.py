"""Questions of the running role are prepared, and stay so when a page asks many."""

import pytest
from django.contrib.sessions.models import Session
from django.db import connection

from rapport.installation.apps import KEPT_PREPARED


@pytest.mark.django_db
def test_a_question_is_prepared_once_it_was_asked_often_enough() -> None:
    with connection.cursor() as cursor:
        threshold = connection.connection.prepare_threshold
        before = prepared(cursor)
        for number in range(threshold + 2):
            Session.objects.filter(session_key=f"asked-{number}").first()
        assert prepared(cursor) - before == 1
    assert connection.connection.prepared_max == KEPT_PREPARED


def prepared(cursor: object) -> int:
    """How many questions about sessions the server keeps."""
    cursor.execute(  # type: ignore[attr-defined]  # a cursor of Django
        "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE %s",
        ["%django_session%session_key%LIMIT%"],
    )
    return int(cursor.fetchone()[0])  # type: ignore[attr-defined]
