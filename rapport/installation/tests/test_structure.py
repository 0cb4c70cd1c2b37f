"""A start looks at the migrations only when the program or the database is not what it was."""

import pytest
from django.core.management import call_command
from django.db import connections

from rapport.installation import structure

pytestmark = pytest.mark.django_db(databases=["default", "owner"])


@pytest.fixture
def migrations(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which commands were called instead of being run."""
    called: list[str] = []
    monkeypatch.setattr(structure, "call_command", lambda name, **_: called.append(name))
    return called


def test_what_this_program_migrated_is_not_migrated_again(migrations: list[str]) -> None:
    structure.leave_fingerprint("owner")
    assert structure.bring_up_to_date() is False
    assert migrations == []


def test_another_program_migrates(migrations: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    structure.leave_fingerprint("owner")
    changed = [*structure.shaping(), ("relationships/models/later.py", b"")]
    monkeypatch.setattr(structure, "shaping", lambda: iter(changed))
    assert structure.bring_up_to_date() is True
    assert migrations == ["migrate"]


def test_a_policy_is_part_of_the_fingerprint() -> None:
    names = {name for name, _content in structure.shaping()}
    assert {"organisations/isolation.py", "installation/roles.py", "audit/function.sql"} <= names
    assert not any("/tests/" in name for name in names)


def test_a_migration_that_stops_midway_leaves_no_fingerprint() -> None:
    structure.leave_fingerprint("owner")
    with connections["owner"].cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'people'")
    structure.leave_fingerprint("owner")
    assert structure.fingerprint_in_database() == ""


def test_migrating_to_the_end_leaves_it() -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute("COMMENT ON TABLE django_migrations IS NULL")
    call_command("migrate", database="owner", verbosity=0)
    assert structure.fingerprint_in_database() == structure.fingerprint()
