"""`rapport serve`: one process to start; it keeps the web server and the worker running."""

import os
import signal
import subprocess
import sys
import time
from argparse import ArgumentParser
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, call_command, get_commands
from django.db import connections

from rapport.installation.embedded import is_running, start_embedded
from rapport.installation.static_files import collect

WEB = [
    *("-m", "granian", "--interface", "wsgi", "--workers", "2", "--blocking-threads", "4"),
    *("--no-ws", "--log-level", "warning", "config.wsgi:application"),
]
WORKER = ["-m", "config.cli", "procrastinate", "worker", "--concurrency", "2"]
PAUSE = 0.3
"""Seconds between two looks at the processes."""


class Command(BaseCommand):
    help = "Bring the database up to date and serve on one address until stopped."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", default="8000")
        parser.add_argument("--demo", action="store_true", help="fill an empty installation")

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", database="owner", verbosity=0)
        if options["demo"] and "demo" in get_commands():
            call_command("demo", stdout=self.stdout)
        local = f"http://{named(options['host'])}:{options['port']}"
        # Links in mails lead to where we serve, unless the operator named a public address.
        address = os.environ.setdefault("RAPPORT_ADDRESS", local)
        if "setup_link" in get_commands():
            call_command("setup_link", address=address, stdout=self.stdout)
        if not settings.DEVELOPMENT:
            os.environ["RAPPORT_STATIC_RELEASE"] = collect(settings.STATIC_FOLDER)
        connections.close_all()
        self.stdout.write(f"Rapport is at {local}")
        self.stdout.write("Stop it with Ctrl-C; nothing is lost.")
        self.stdout.flush()
        keep_running([[*WEB, "--host", options["host"], "--port", options["port"]], WORKER])


def named(host: str) -> str:
    return "localhost" if host in {"127.0.0.1", "0.0.0.0"} else host  # noqa: S104  # for people


def keep_running(commands: list[list[str]]) -> None:
    """Start each command, start it again when it dies, stop all when we are asked to."""
    stopping = False

    def stop(_signal: int, _frame: FrameType | None) -> None:
        nonlocal stopping
        stopping = True

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    running = [start(command) for command in commands]
    while not stopping:
        time.sleep(PAUSE)
        look_after_database()
        for place, process in enumerate(running):
            if process.poll() is not None and not stopping:
                running[place] = start(commands[place])
    for process in running:
        process.terminate()
    for process in running:
        process.wait(timeout=15)


def look_after_database() -> None:
    """The embedded server is ours to start again, should somebody kill it."""
    if settings.EMBEDDED and not is_running(settings.VAR):
        start_embedded(settings.VAR)


def start(command: list[str]) -> subprocess.Popen[bytes]:
    """A child in a group of its own, so that Ctrl-C reaches it through us, in order."""
    return subprocess.Popen(  # noqa: S603  # our own commands
        [sys.executable, *command], cwd=settings.ROOT, start_new_session=True
    )
