"""`kill -9` in the middle of writing: every acknowledged write is there, nothing needs repair."""

import random
import threading
import time
from collections.abc import Iterator

import psutil
import pytest

from tests.founding import MOUNT, found
from tests.installation import START_WITHIN, Installation
from tests.visitor import NoAnswer, Visitor

TIMES = (3, pytest.param(50, marks=pytest.mark.long))
EVERYTHING = 3
"""Every so many kills, the process that looks after the others is killed as well."""

PEOPLE = f"{MOUNT}/programmes/lighthouse/intakes/autumn/people"


@pytest.fixture
def installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    installation = Installation(tmp_path_factory.mktemp("kill"))
    installation.start()
    yield installation
    installation.kill_all()


class Writer(threading.Thread):
    """Enrols one person after the other and remembers which were acknowledged."""

    def __init__(self, visitor: Visitor) -> None:
        super().__init__(daemon=True)
        self.visitor = visitor
        self.acknowledged: list[str] = []
        self.stopping = threading.Event()

    def run(self) -> None:
        number = 0
        while not self.stopping.is_set():
            number += 1
            try:
                self.enrol(f"kill{number}@example.org", f"Person {number}")
            except NoAnswer:
                self.stopping.wait(0.05)

    def enrol(self, email: str, name: str) -> None:
        """Acknowledged is what the person was told; the list may have gone on to a next page."""
        page = self.visitor.post(f"{PEOPLE}/new/", name=name, email=email, role="mentee")
        if f"{name} takes part." in page:
            self.acknowledged.append(email)


def kill_workers_and_database(installation: Installation, chance: random.Random) -> None:
    """All web processes and all of PostgreSQL, while the one that looks after them lives on."""
    processes = installation.processes()
    kept = installation.process.pid if installation.process else 0
    chance.shuffle(processes)
    for process in processes:
        if process.pid != kept:
            try:
                process.kill()
            except psutil.NoSuchProcess:
                continue


def wait_for_writes(writer: Writer, more: int) -> None:
    """Until so many further writes are acknowledged, so that each kill comes in between."""
    goal, deadline = len(writer.acknowledged) + more, time.monotonic() + START_WITHIN
    while len(writer.acknowledged) < goal:
        assert time.monotonic() < deadline, "The writer gets no answers any more."
        time.sleep(0.02)


@pytest.mark.browser
@pytest.mark.parametrize("times", TIMES)
def test_every_acknowledged_write_survives(installation: Installation, times: int) -> None:
    chance = random.Random(9)  # noqa: S311  # the same kills every time
    writer = Writer(found(installation))
    writer.start()
    for count in range(1, times + 1):
        wait_for_writes(writer, more=chance.randint(1, 3))
        time.sleep(chance.random() / 10)
        if count % EVERYTHING == 0:
            installation.kill_all()
            installation.start()
        else:
            kill_workers_and_database(installation, chance)
            installation.wait_for_answer()
    writer.stopping.set()
    writer.join()
    with installation.database() as database:
        rows = database.execute("SELECT email FROM programmes_enrolment").fetchall()
    there = {str(email) for (email,) in rows}
    assert len(writer.acknowledged) >= times
    assert [email for email in writer.acknowledged if email not in there] == []
