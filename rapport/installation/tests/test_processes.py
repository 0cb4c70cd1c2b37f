"""Processes made of one: started again when they die, and stopped together."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from config.environment import ROOT

KEEPER = """
import os, signal, sys, time
from pathlib import Path
import django
django.setup()
from rapport.installation.processes import keep_running, run_apart

notes = Path(sys.argv[1])

def child():
    with notes.open("a") as file:
        print(os.getpid(), os.getsid(0), file=file, flush=True)
    time.sleep(60)

def fail():
    raise SystemExit(3)

assert run_apart(lambda: None)
assert not run_apart(fail)
keep_running([child], lambda: None)
"""
WITHIN = 30


def started(notes: Path, times: int) -> list[str]:
    """The lines of the first so many children."""
    deadline = time.monotonic() + WITHIN
    while time.monotonic() < deadline:
        lines = notes.read_text().splitlines() if notes.exists() else []
        if len(lines) >= times:
            return lines
        time.sleep(0.05)
    raise AssertionError(f"Fewer than {times} processes were started.")


def test_a_killed_child_is_started_again_and_all_stop_together(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "config.settings"}
    command = [sys.executable, "-c", KEEPER, str(notes)]
    keeper = subprocess.Popen(command, cwd=ROOT, env=environment)  # noqa: S603  # our own words
    first, group = map(int, started(notes, 1)[0].split())
    assert group == first  # Ctrl-C in a terminal does not reach it past its keeper
    os.kill(first, signal.SIGKILL)
    second = int(started(notes, 2)[1].split()[0])
    keeper.send_signal(signal.SIGINT)
    assert keeper.wait(WITHIN) == 0
    assert not Path(f"/proc/{second}").exists()
