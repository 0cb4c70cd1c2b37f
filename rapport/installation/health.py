"""What can be wrong with an installation, each as a check with a sentence.

The table `CHECKS` is what `rapport doctor` goes through, in order; a check that cannot be made
because an earlier one failed is left out.
"""

import smtplib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import OperationalError, connection, connections
from django.db.migrations.executor import MigrationExecutor

Check = Callable[[], "Diagnosis"]
QUIET_FOR = timedelta(minutes=2)
"""How long the worker may be silent before we say that it does not run."""


@dataclass(frozen=True)
class Diagnosis:
    """One answer: is it well, in words, and what to do when it is not."""

    is_well: bool
    sentence: str
    advice: str = ""


def database() -> Diagnosis:
    try:
        row = ask("SHOW server_version")
    except OperationalError:
        return Diagnosis(
            False,
            "There is no database: nothing answers at the address in DATABASE_URL.",
            "Start PostgreSQL, or remove DATABASE_URL to use the embedded one.",
        )
    return Diagnosis(True, f"PostgreSQL {str(row[0]).split()[0]} answers.")


def running_role() -> Diagnosis:
    name, is_super, steps_around = ask(
        "SELECT rolname, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user"
    )
    if is_super or steps_around:
        return Diagnosis(
            False,
            f"The running role “{name}” can step around the walls between organisations.",
            "Use a role without SUPERUSER and BYPASSRLS in DATABASE_URL.",
        )
    return Diagnosis(True, f"The running role “{name}” is bound by row-level security.")


def schema() -> Diagnosis:
    executor = MigrationExecutor(connections["owner"])
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        return Diagnosis(
            False,
            f"The database is older than the program: {len(waiting)} changes are waiting.",
            "Run `rapport migrate --database owner`; `rapport serve` does it by itself.",
        )
    return Diagnosis(True, "The database and the program are of the same age.")


def isolation() -> Diagnosis:
    (open_tables,) = ask(
        "SELECT count(*) FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
        " WHERE c.relkind = 'r' AND a.attname = 'organisation_id'"
        " AND NOT (c.relrowsecurity AND c.relforcerowsecurity)"
    )
    if open_tables:
        return Diagnosis(
            False,
            f"{open_tables} tables lack the wall between organisations.",
            "Run `rapport migrate --database owner`; it puts the walls back.",
        )
    return Diagnosis(True, "Every table of an organisation has its wall.")


def worker() -> Diagnosis:
    (is_alive,) = ask(
        "SELECT EXISTS (SELECT 1 FROM procrastinate_workers"
        " WHERE last_heartbeat > now() - %s::interval)",
        [f"{QUIET_FOR.total_seconds()} seconds"],
    )
    if not is_alive:
        return Diagnosis(
            False,
            "No worker has shown itself lately: mails wait, and nothing happens by the clock.",
            "Start `rapport serve`, or `rapport procrastinate worker` beside your own web server.",
        )
    return Diagnosis(True, "The worker is alive.")


def tls() -> Diagnosis:
    is_local = any(host in settings.ADDRESS for host in ("//localhost", "//127.0.0.1"))
    if settings.TLS:
        return Diagnosis(True, f"Pages are served with TLS at {settings.ADDRESS}.")
    if is_local:
        return Diagnosis(True, "No TLS, and none needed: this is for your own machine only.")
    return Diagnosis(
        False,
        f"There is no TLS at {settings.ADDRESS}: browsers refuse to seal or open words there.",
        "Put a proxy with a certificate in front and set RAPPORT_ADDRESS to its https address.",
    )


def mail() -> Diagnosis:
    options: dict[str, Any] = settings.MAILERS["default"].get("OPTIONS", {})
    if "host" not in options:
        return Diagnosis(
            False,
            f"No mail leaves this machine: each one is a file in {settings.VAR / 'mail'}.",
            "Set RAPPORT_MAIL, for instance smtp://user:password@mail.example.org:587.",
        )
    try:
        smtplib.SMTP(options["host"], options["port"], timeout=5).quit()
    except (OSError, smtplib.SMTPException):
        return Diagnosis(
            False,
            f"The mail server {options['host']}:{options['port']} does not answer.",
            "Check RAPPORT_MAIL. Mails that could not be sent are kept and tried again.",
        )
    return Diagnosis(True, f"The mail server {options['host']} answers.")


# Each check, and the one that must be well before it can be made.
CHECKS: tuple[tuple[Check, Check | None], ...] = (
    (database, None),
    (running_role, database),
    (schema, database),
    (isolation, schema),
    (worker, schema),
    (tls, None),
    (mail, None),
)


def examine() -> list[Diagnosis]:
    """Go through the table; a check whose ground is not well is left out."""
    answers: dict[Check, Diagnosis] = {}
    for check, ground in CHECKS:
        if ground is None or (ground in answers and answers[ground].is_well):
            answers[check] = check()
    return list(answers.values())


def ask(statement: str, values: list[str] | None = None) -> tuple[Any, ...]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return tuple(cursor.fetchone())
