"""Questions of the running role are prepared, and stay so when a page asks many."""

import pytest
from django.db import connection

from rapport.installation.apps import KEPT_PREPARED
from rapport.organisations.models import Organisation


@pytest.mark.django_db
def test_a_question_is_prepared_once_it_was_asked_often_enough() -> None:
    with connection.cursor() as cursor:
        threshold = connection.connection.prepare_threshold
        before = prepared(cursor)
        for slug in map(str, range(threshold + 2)):
            Organisation.objects.filter(slug=f"asked-{slug}").first()
        assert prepared(cursor) - before == 1
    assert connection.connection.prepared_max == KEPT_PREPARED


def prepared(cursor: object) -> int:
    """How many questions about organisations the server keeps."""
    cursor.execute(  # type: ignore[attr-defined]  # a cursor of Django
        "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE %s",
        ["%organisations_organisation%slug%LIMIT%"],
    )
    return int(cursor.fetchone()[0])  # type: ignore[attr-defined]
