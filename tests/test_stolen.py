"""What a thief finds in dumps, data files, write-ahead log and server log of a database.

The words are sealed here by the second implementation, without a browser. The journey does the same
with two browsers, and with mails and everything they send besides.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from secrets import token_bytes
from uuid import uuid4

import psycopg
import pytest

from rapport.organisations.tenancy import tenant
from rapport.programmes.models import Programme
from rapport.sealed.actions import put_envelope
from rapport.sealed.actions.blob import store_blob
from rapport.sealed.protocol.blob import BlobHeader, seal_blob
from tests.canary import Canaries, finds
from tests.cast import Cast, pair
from tests.database import DATABASE, SERVER
from tests.sealing import Hands
from tests.stolen import (
    LEAST_NOISE,
    LEAST_SEALED,
    MOST_IN_TEXT,
    TALKATIVE,
    all_sealed,
    dumps,
    entropy,
)

SERVER_FILES = Path(os.environ["RAPPORT_VAR"]) / "postgres"
PLACES = ("dump as text", "dump (gzip)", "dump (zstd)", "dump restored", "data", "journal", "log")
"""Where the unsealed word has to be found; the journal is what PostgreSQL writes ahead."""


@pytest.fixture
def database(committed_db: None) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
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


def loot_of(database: psycopg.Connection[tuple[object, ...]], log_from: int) -> dict[str, bytes]:
    database.execute("CHECKPOINT")
    row = database.execute(
        "SELECT pg_relation_filepath(c.oid) FROM pg_class c WHERE c.relkind IN ('r', 't', 'i')"
    ).fetchall()
    tables = [SERVER_FILES / str(path) for (path,) in row if path]
    return {
        **dumps(SERVER.address(SERVER.superuser, DATABASE)),
        "data": b"".join(file.read_bytes() for file in tables if file.exists()),
        "journal": b"".join(each.read_bytes() for each in newest_segments()),
        "log": (SERVER_FILES / "log").read_bytes()[log_from:],
    }


def newest_segments() -> list[Path]:
    segments = [each for each in (SERVER_FILES / "pg_wal").iterdir() if each.is_file()]
    return sorted(segments, key=lambda each: each.stat().st_mtime_ns)[-3:]


def write(cast: Cast, canaries: Canaries, control: Canaries) -> None:
    """A sealed word and its next revision, an attachment; and one word that is left unsealed."""
    with tenant(cast.organisation):
        Programme.objects.create(name="Lighthouse", slug="stolen", purpose=control.plant("purpose"))
        relationship = pair(cast)
        hands = Hands(relationship)
        words = None
        for word in ("goal", "goal in other words"):
            sealed = hands.sealed(
                cast.ada, "goal/1", {"wording": canaries.plant(word)}, thing=words
            )
            words = put_envelope(relationship.space, sealed, by=cast.ada, onto=words)
        header = BlobHeader(hands.sid, str(uuid4()), str(cast.ada.pk))
        content = canaries.plant("attachment").encode() * 2000
        blob = seal_blob(header, content, key=token_bytes(32), salt=token_bytes(32))
        store_blob(relationship.space, blob, by=cast.ada)


def test_a_thief_of_the_database_finds_no_word(
    database: psycopg.Connection[tuple[object, ...]], committed_cast: Cast
) -> None:
    canaries, control = Canaries(), Canaries()
    log_from = (SERVER_FILES / "log").stat().st_size
    write(committed_cast, canaries, control)
    loot = loot_of(database, log_from)
    assert finds(loot, control) == [f"purpose in {place}" for place in PLACES]
    assert finds(loot, canaries) == []
    sealed = all_sealed(database)
    assert len(sealed) >= LEAST_SEALED
    assert entropy(sealed) > LEAST_NOISE
    assert entropy(loot["dump as text"]) < MOST_IN_TEXT
