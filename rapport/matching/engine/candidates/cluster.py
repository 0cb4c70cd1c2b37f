"""Sweeps on a cluster: Ray's or Dask's, whichever a site already runs. No scheduler of our own.

Knows how to hand what all portions share to every worker once, and to keep a few portions under
way. Needs the extra ``rapport[cluster]``; everything else works without it. The assignment itself
stays in one process: a hundred million pairs are one or two gigabytes.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from typing import Any

AHEAD = 3
"""So many portions a worker are under way at once."""


@dataclass(frozen=True)
class Ray:
    """The cluster ``ray.init`` finds, or processes on this machine where there is none."""

    address: str | None = None
    cpus: int | None = None

    def map[P, R](
        self, work: Callable[..., R], shared: object, portions: Iterable[P]
    ) -> Iterator[R]:
        ray = import_module("ray")
        if not ray.is_initialized():
            ray.init(address=self.address, num_cpus=self.cpus, include_dashboard=False,
                     logging_level="warning")  # fmt: skip
        there = ray.put(shared)
        remote = ray.remote(called)
        many = AHEAD * int(ray.cluster_resources().get("CPU", 1))
        yield from in_order(
            portions, many, lambda portion: remote.remote(work, there, portion), ray.get
        )


@dataclass(frozen=True)
class Dask:
    """A scheduler of Dask's at an address, or processes on this machine without one."""

    address: str | None = None
    workers: int = 2

    def map[P, R](
        self, work: Callable[..., R], shared: object, portions: Iterable[P]
    ) -> Iterator[R]:
        distributed = import_module("distributed")
        where: dict[str, Any] = {"address": self.address} if self.address else {
            "n_workers": self.workers, "threads_per_worker": 1, "dashboard_address": None,
        }  # fmt: skip
        with distributed.Client(**where) as client:
            there = client.scatter(shared, broadcast=True)
            yield from in_order(
                portions, AHEAD * len(client.scheduler_info()["workers"]),
                lambda portion: client.submit(called, work, there, portion, pure=False),
                lambda future: future.result(),
            )  # fmt: skip


def called[P, R](work: Callable[..., R], shared: object, portion: P) -> R:
    """One portion, on a worker."""
    return work(shared, portion)


def in_order[P, F, R](
    portions: Iterable[P], many: int, begin: Callable[[P], F], end: Callable[[F], R]
) -> Iterator[R]:
    """Results in the order of the portions, with ``many`` of them under way."""
    waiting, left = deque[F](), iter(portions)
    waiting.extend(begin(portion) for portion in islice(left, many))
    while waiting:
        result = end(waiting.popleft())
        waiting.extend(begin(portion) for portion in islice(left, 1))
        yield result
