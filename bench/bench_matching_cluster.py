"""The sweep over all pairs in threads, in processes, and on a local Ray: the same result from all.

Run from the root: python -m bench.bench_matching_cluster [mentees mentors]
"""

import sys
import time

from bench.matching.programmes import programme
from rapport.matching.engine.candidates.cluster import Ray
from rapport.matching.engine.candidates.executors import Executor, Processes, Threads

EXECUTORS: tuple[Executor, ...] = (Threads(), Processes(2), Ray(cpus=2))


def main(mentees: int, mentors: int) -> None:
    search = programme(mentees, mentors).search()
    first = None
    for executor in EXECUTORS:
        search.executor = executor
        start = time.perf_counter()
        found = search.best(12)
        print(f"{type(executor).__name__:<10}{time.perf_counter() - start:>8.1f} s", flush=True)
        first = found if first is None else first
        assert (found.mentor == first.mentor).all()
        assert (found.score == first.score).all()
    print("the same pairs from all")


if __name__ == "__main__":
    main(*([int(word) for word in sys.argv[1:3]] or [20_000, 8_000]))
