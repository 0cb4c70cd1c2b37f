"""Where the portions of a sweep are worked on: in threads here, in processes, or on a cluster.

Knows one shape of work: the same function over many portions, answers in the order of the
portions. Whatever has such a ``map`` will do; `cluster` has those of Ray and Dask.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from os import process_cpu_count
from typing import Protocol


class Executor(Protocol):
    """Anything that can work on portions side by side."""

    def map[P, R](
        self, work: Callable[..., R], shared: object, portions: Iterable[P]
    ) -> Iterator[R]:
        """``work(shared, portion)`` for every portion, in their order."""
        ...


@dataclass(frozen=True)
class Threads:
    """The cores of this machine, one memory; for work that runs outside the interpreter's lock."""

    many: int = process_cpu_count() or 1

    def map[P, R](
        self, work: Callable[..., R], shared: object, portions: Iterable[P]
    ) -> Iterator[R]:
        with ThreadPoolExecutor(self.many) as threads:
            yield from threads.map(partial(work, shared), portions)


@dataclass(frozen=True)
class Processes:
    """Processes of their own on this machine, as on a cluster: each gets its own copy."""

    many: int = 2

    def map[P, R](
        self, work: Callable[..., R], shared: object, portions: Iterable[P]
    ) -> Iterator[R]:
        context = get_context("spawn")
        with ProcessPoolExecutor(self.many, context, remember, (shared,)) as processes:
            yield from processes.map(partial(recalled, work), portions)


MEMORY: dict[str, object] = {}


def remember(shared: object) -> None:
    """Keep what all portions share, once a process."""
    MEMORY["shared"] = shared


def recalled[P, R](work: Callable[..., R], portion: P) -> R:
    return work(MEMORY["shared"], portion)
