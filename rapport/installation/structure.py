"""Whether the database has the structure that this program wants, told by one fingerprint.

Looking through all migrations and putting up all walls takes a second or more, at each start, to
find that nothing is to do. So whoever migrates to the end leaves the fingerprint of the whole
program on the table of migrations, and a start that finds the same need not look. Any change of
any file of ours, or of a library with tables of its own, gives another fingerprint.
"""

import hashlib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

OURS = Path(__file__).resolve().parent.parent
SHAPING = {".py", ".sql"}
LIBRARIES = ("django", "django-allauth", "procrastinate")
"""Those that bring tables."""


def bring_up_to_date() -> bool:
    """Migrate unless the database says that this very program did; True when it migrated."""
    if fingerprint_in_database() == fingerprint():
        return False
    call_command("migrate", database="owner", verbosity=0)
    return True


def fingerprint() -> str:
    """Of every file that may shape a table or a policy, and of what is installed beside us."""
    whole = hashlib.sha256()
    for name, content in shaping():
        whole.update(f"{name}\0{hashlib.sha256(content).hexdigest()}\n".encode())
    return whole.hexdigest()


def shaping() -> Iterator[tuple[str, bytes]]:
    yield "applications", " ".join(each.name for each in apps.get_app_configs()).encode()
    yield from ((name, version(name).encode()) for name in LIBRARIES)
    for file in sorted(OURS.rglob("*")):
        if file.suffix in SHAPING and "tests" not in file.parts:
            yield str(file.relative_to(OURS)), file.read_bytes()


def fingerprint_in_database() -> str:
    """What the last complete migration left; empty where there was none."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT obj_description(to_regclass('django_migrations'), 'pg_class')")
        (found,) = cursor.fetchone()
    return found or ""


def leave_fingerprint(using: str, **_: Any) -> None:
    """Called by Django after each migration, also one that stops midway or goes back."""
    if using != "owner":
        return
    connection = connections[using]
    executor = MigrationExecutor(connection)
    is_complete = not executor.migration_plan(executor.loader.graph.leaf_nodes())
    with connection.cursor() as cursor:
        note = fingerprint() if is_complete else None
        cursor.execute("COMMENT ON TABLE django_migrations IS %s", [note])
