"""A database of the tests as a thief would find it: told everything aloud, and carried away."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from tests.database import DATABASE, SERVER
from tests.stolen import TALKATIVE, dumps

type Database = psycopg.Connection[tuple[object, ...]]

SERVER_FILES = Path(os.environ["RAPPORT_VAR"]) / "postgres"
LOG = SERVER_FILES / "log"
PLACES = ("dump as text", "dump (gzip)", "dump (zstd)", "dump restored", "data", "journal", "log")
"""Where an unsealed word has to be found; the journal is what PostgreSQL writes ahead."""


@contextmanager
def talkative_database() -> Iterator[Database]:
    """As the superuser, with a log of every statement as long as the test takes."""
    address = SERVER.address(SERVER.superuser, DATABASE)
    with psycopg.connect(address, autocommit=True) as connection:
        for name, value in TALKATIVE.items():
            connection.execute(f"ALTER SYSTEM SET {name} = '{value}'")
        connection.execute("SELECT pg_reload_conf()")
        yield connection
        for name in TALKATIVE:
            connection.execute(f"ALTER SYSTEM RESET {name}")
        connection.execute("SELECT pg_reload_conf()")


def loot_of(database: Database, log_from: int) -> dict[str, bytes]:
    """Dumps, files of tables, the newest of what is written ahead, and the log from there on."""
    database.execute("CHECKPOINT")
    row = database.execute(
        "SELECT pg_relation_filepath(c.oid) FROM pg_class c WHERE c.relkind IN ('r', 't', 'i')"
    ).fetchall()
    tables = [SERVER_FILES / str(path) for (path,) in row if path]
    return {
        **dumps(SERVER.address(SERVER.superuser, DATABASE)),
        "data": b"".join(file.read_bytes() for file in tables if file.exists()),
        "journal": b"".join(each.read_bytes() for each in newest_segments()),
        "log": LOG.read_bytes()[log_from:],
    }


def newest_segments() -> list[Path]:
    segments = [each for each in (SERVER_FILES / "pg_wal").iterdir() if each.is_file()]
    return sorted(segments, key=lambda each: each.stat().st_mtime_ns)[-3:]
