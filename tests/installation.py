"""A real installation for a test: its own folder, database, web server, worker and mailbox.

Nothing is replaced by a stand-in. It is started by the command that an operator types, and
may be killed and started again.
"""

import email
import email.policy
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from pathlib import Path

import psutil
import psycopg

from config.environment import ROOT
from rapport.installation.embedded import start_embedded
from tests.letters import Letters

START_WITHIN = 300
"""Seconds a server may take to answer, on a busy machine."""


class Installation(Letters):
    """One installation under a folder; `start` and `stop` as often as a test wants."""

    def __init__(self, var: Path, *, demo: bool = False, **environment: str) -> None:
        self.var = var
        self.more = environment
        self.demo = demo
        self.port = free_port()
        self.log = var / "server.log"
        self.process: subprocess.Popen[bytes] | None = None
        open_the_way(var)

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("DATABASE_", "RAPPORT_"))}
        ours = {"RAPPORT_VAR": str(self.var), "RAPPORT_ADDRESS": self.address}
        return kept | ours | self.more

    def start(self, within: float = START_WITHIN) -> None:
        """Start serving and wait for the first answer, so many seconds at most."""
        command = [sys.executable, "-m", "config.cli", "serve", "--port", str(self.port)]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command + (["--demo"] if self.demo else []),
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.wait_for_answer(within)

    def wait_for_answer(self, within: float = START_WITHIN) -> None:
        deadline = time.monotonic() + within
        while time.monotonic() < deadline:
            try:
                urllib.request.urlopen(f"{self.address}/health/", timeout=2)  # noqa: S310
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise AssertionError(f"No answer from {self.address}:\n{self.log.read_text()[-4000:]}")

    def stop(self) -> None:
        """As Ctrl-C does it."""
        if self.process is not None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(timeout=30)
            self.process = None

    def processes(self) -> list[psutil.Process]:
        """Everything that runs for this installation: ours, the web server's, the database's."""
        mine = psutil.Process(self.process.pid) if self.process else None
        tree = [mine, *mine.children(recursive=True)] if mine else []
        return tree + [each for each in psutil.process_iter() if self.is_of_database(each)]

    def is_of_database(self, process: psutil.Process) -> bool:
        try:
            return process.name() == "postgres" and str(self.var) in process.cwd()
        except psutil.Error:
            return False

    def kill_all(self) -> None:
        """`kill -9` of everything, at once."""
        for process in self.processes():
            try:
                process.kill()
            except psutil.NoSuchProcess:
                continue
        if self.process is not None:
            self.process.wait()
            self.process = None

    def command(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run `rapport …` against this installation."""
        return subprocess.run(
            [sys.executable, "-m", "config.cli", *arguments],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def messages(self) -> list[EmailMessage]:
        """Mails that became files because no mail server is named."""
        files = sorted((self.var / "mail").glob("*"), key=lambda file: file.stat().st_mtime_ns)
        raw = (part for file in files for part in split_mails(file.read_bytes()))
        return [email.message_from_bytes(each, policy=email.policy.default) for each in raw]

    @contextmanager
    def database(self) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
        """A connection as the superuser, who sees all rows."""
        server = start_embedded(self.var)
        with psycopg.connect(
            server.address(server.superuser, "rapport"), autocommit=True
        ) as connection:
            yield connection


def split_mails(content: bytes) -> list[bytes]:
    """The file mailer puts a line of dashes behind each mail."""
    return [part.strip() + b"\n" for part in content.split(b"-" * 79) if part.strip()]


def open_the_way(folder: Path) -> None:
    """The database server runs as another user when we are root; it must reach its folder."""
    for each in [folder, *folder.parents]:
        if each.stat().st_uid == os.geteuid() and not each.stat().st_mode & 0o001:
            each.chmod(0o755)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
