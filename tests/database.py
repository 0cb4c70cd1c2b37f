"""A pytest plugin: the embedded server, and a fresh database for each worker.

Loaded before Django's settings are read. The structure is built once into a template by the
owner; each worker copies it and then works as the running role, so that every test meets
row-level security as it is in production.
"""

import hashlib
import os
from pathlib import Path

import psycopg

from config.environment import ROOT
from rapport.installation.embedded import Embedded, start_embedded

os.environ.setdefault("RAPPORT_VAR", str(ROOT / "var" / "test"))
os.environ["RAPPORT_DEVELOPMENT"] = "1"
SERVER: Embedded = start_embedded(Path(os.environ["RAPPORT_VAR"]), "postgres")
DATABASE = f"test_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}_{os.getpid()}"
os.environ.update(SERVER.environment(DATABASE))


def structure_digest() -> str:
    """Changes when a migration or a policy changes."""
    files = [*ROOT.glob("rapport/**/migrations/*.py"), *ROOT.glob("rapport/**/models/*.py")]
    files += [*ROOT.glob("rapport/organisations/*.py"), ROOT / "requirements" / "run.txt"]
    files += [*ROOT.glob("rapport/installation/roles.py"), *ROOT.glob("rapport/**/models.py")]
    files += ROOT.glob("rapport/**/*.sql")
    content = b"".join(file.read_bytes() for file in sorted(files))
    return hashlib.sha256(content).hexdigest()[:12]


def admin() -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(SERVER.address(SERVER.superuser, "postgres"), autocommit=True)


def copy_template(database: str) -> None:
    """A new database with the structure in it; the template is built by whoever comes first."""
    template = f"template_{structure_digest()}"
    with admin() as db:
        db.execute("SELECT pg_advisory_lock(7)")
        if not db.execute("SELECT 1 FROM pg_database WHERE datname = %s", [template]).fetchone():
            build_template(db, template)
        db.execute(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')
        db.execute(f'CREATE DATABASE "{database}" TEMPLATE "{template}" OWNER rapport_owner')


def build_template(db: psycopg.Connection[tuple[object, ...]], template: str) -> None:
    from django.core.management import call_command  # noqa: PLC0415  # settings come first
    from django.db import connections  # noqa: PLC0415  # settings come first

    building = f"{template}_building"
    db.execute(f'DROP DATABASE IF EXISTS "{building}" WITH (FORCE)')
    db.execute(f'CREATE DATABASE "{building}" OWNER rapport_owner')
    owner = connections["owner"]
    owner.close()
    owner.settings_dict["NAME"] = building
    call_command("migrate", database="owner", verbosity=0)
    owner.close()
    db.execute(f'ALTER DATABASE "{building}" RENAME TO "{template}"')


def drop_database(database: str) -> None:
    with admin() as db:
        db.execute(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')
