"""`rapport serve`: one process to start; it keeps the web server and the worker running."""

import os
from argparse import ArgumentParser
from functools import partial
from importlib import import_module
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command, get_commands
from django.utils.module_loading import import_string
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from rapport.installation.embedded import is_running, start_embedded
from rapport.installation.integrity import ChangedScripts
from rapport.installation.processes import keep_running, run_apart
from rapport.installation.static_files import collect, name_release
from rapport.installation.structure import bring_up_to_date

# A job that is done is forgotten: what it was about would stay, and to the second when.
WORKER = partial(
    call_command, "procrastinate", "worker", "--concurrency", "2", "--delete-jobs", "successful"
)

# A thread that ends closes its connection, and the next page would plan all its questions anew.
LONGEST = 600  # seconds; Granian takes no more


class Command(BaseCommand):
    help = "Bring the database up to date and serve on one address until stopped."
    # Of the whole program, not of this start: `make check` and `rapport check` make them.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", default="8000", type=int)
        parser.add_argument("--demo", action="store_true", help="fill an empty installation")

    def handle(self, *args: Any, **options: Any) -> None:
        local = f"http://{named(options['host'])}:{options['port']}"
        bring_up_to_date()
        settle(local)
        if options["demo"] and "demo" in get_commands():
            self.demonstrate()
        if "setup_link" in get_commands():
            call_command("setup_link", address=settings.ADDRESS, stdout=self.stdout)
        load_program()
        self.stdout.write(f"Rapport is at {local}")
        self.stdout.write("Stop it with Ctrl-C; nothing is lost.")
        self.stdout.flush()
        web = partial(serve_pages, options["host"], options["port"])
        keep_running([web, WORKER], look_after_database)

    def demonstrate(self) -> None:
        """Apart, because making it loads what pages do without."""
        self.stdout.flush()
        if not run_apart(self.make_demonstration):
            raise CommandError("There is no demonstration, so nothing is served.")

    def make_demonstration(self) -> None:
        try:
            call_command("demo", stdout=self.stdout)
        except CommandError as error:
            self.stderr.write(str(error))
            raise SystemExit(1) from error
        self.stdout.flush()


def named(host: str) -> str:
    return "localhost" if host in {"127.0.0.1", "0.0.0.0"} else host  # noqa: S104  # for people


def settle(local: str) -> None:
    """Settings that only the one who serves knows: the address, and where this release's files lie.

    Links in mails lead to where we serve, unless the operator named a public address.
    """
    if not os.environ.get("RAPPORT_ADDRESS"):
        settings.ADDRESS = local
        settings.CSRF_TRUSTED_ORIGINS = [local]
    if not settings.DEVELOPMENT:
        name_release(collect(settings.STATIC_FOLDER))


def load_program() -> None:
    """All pages once, before the web server divides itself; a changed script is refused here."""
    try:
        import_string(settings.WSGI_APPLICATION)
    except ChangedScripts as refusal:
        raise CommandError(str(refusal)) from refusal
    import_module(settings.ROOT_URLCONF)


def serve_pages(host: str, port: int) -> None:
    Granian(
        ":".join(settings.WSGI_APPLICATION.rsplit(".", 1)),
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=2,
        blocking_threads=4,
        blocking_threads_idle_timeout=LONGEST,
        websockets=False,
        log_level=LogLevels.warning,
        working_dir=settings.ROOT,
    ).serve()


def look_after_database() -> None:
    """The embedded server is ours to start again, should somebody kill it."""
    if settings.EMBEDDED and not is_running(settings.VAR):
        start_embedded(settings.VAR)
