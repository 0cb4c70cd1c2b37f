"""The processes of one installation: all come from one that has loaded the program already.

Each is a fork, so the program is loaded once and its memory shared. Therefore nothing that starts
threads of its own may be loaded before, as the engines do; `tests/test_light.py` holds that.
"""

import gc
import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.context import ForkProcess
from types import FrameType

from django.db import connections

Task = Callable[[], object]
FORK = get_context("fork")
PAUSE = 0.3
"""Seconds between two looks at the processes."""
PATIENCE = 15
"""Seconds that a process has to end by itself."""

# A page makes many objects and keeps none: looking for circles after each 2,000 cost it 5 of 100.
SELDOM = (20_000, 20, 20)


@dataclass
class Asked:
    """Whether we were asked to stop."""

    to_stop: bool = False

    def stop(self, _signal: int, _frame: FrameType | None) -> None:
        self.to_stop = True


def keep_running(tasks: list[Task], look: Task) -> None:
    """Start each task, start it again when it dies, stop all when we are asked to.

    `look` is called between, before anything is started again.
    """
    asked = Asked()
    signal.signal(signal.SIGTERM, asked.stop)
    signal.signal(signal.SIGINT, asked.stop)
    gc.freeze()  # what is loaded stays, and its memory shared
    gc.set_threshold(*SELDOM)
    running = [start(task) for task in tasks]
    while not asked.to_stop:
        time.sleep(PAUSE)
        look()
        for place, process in enumerate(running):
            if not process.is_alive() and not asked.to_stop:
                running[place] = start(tasks[place])
    for process in running:
        process.terminate()
    for process in running:
        process.join(PATIENCE)


def start(task: Task) -> ForkProcess:
    """A child in a group of its own, so that Ctrl-C reaches it through us, in order."""
    connections.close_all()
    process = FORK.Process(target=alone, args=[task])
    process.start()
    return process


def alone(task: Task) -> None:
    os.setsid()
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    task()


def run_apart(task: Task) -> bool:
    """Do a task in a process that is gone afterwards, with all it loaded; whether it went well."""
    connections.close_all()
    process = FORK.Process(target=task)
    process.start()
    process.join()
    return process.exitcode == 0
