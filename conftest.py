"""Fixtures that every test may ask for."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connections
from hypothesis import HealthCheck, settings
from pytest_django import DjangoDbBlocker

from rapport.people import middleware
from rapport.relationships.models import Relationship
from tests.cast import Cast, build_cast, pair
from tests.database import DATABASE, copy_template, drop_database

# How long a made-up case takes says how busy the machine is, and nothing about what is tested.
settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")

KEPT = {"django_migrations", "django_content_type"}


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Takes the place of pytest-django's own: no structure is made by the running role."""
    with django_db_blocker.unblock():
        copy_template(DATABASE)
        connections["owner"].settings_dict["NAME"] = DATABASE
    yield
    with django_db_blocker.unblock():
        connections.close_all()
    drop_database(DATABASE)


@pytest.fixture
def no_second_note(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who counts queries through minutes of work must not count the note of the next minute."""
    monkeypatch.setattr(middleware, "NOTED_EVERY", timedelta(days=1))


@pytest.fixture
def cast(db: None) -> Cast:
    return build_cast()


@pytest.fixture
def relationship(cast: Cast) -> Relationship:
    """Ada mentors Ben, since today."""
    return pair(cast)


@pytest.fixture
def committed_db(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A database in which transactions really commit; its owner empties it afterwards."""
    with django_db_blocker.unblock():
        yield
        empty_tables()
        connections.close_all()


def empty_tables() -> None:
    owner = connections["owner"]
    tables = sorted(set(owner.introspection.table_names()) - KEPT)
    with owner.cursor() as cursor:
        cursor.execute(f"TRUNCATE {', '.join(tables)} CASCADE")


@pytest.fixture
def committed_cast(committed_db: None) -> Cast:
    return build_cast()
