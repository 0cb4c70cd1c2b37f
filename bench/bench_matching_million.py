"""The whole way of a very large round: from people to proven pairs with reasons, step by step.

Run from the root: python -m bench.bench_matching_million [mentees mentors [seats a mentee]]. CPU
seconds of all threads and peak memory after each step; people are made up, the same every time.
Without numbers it takes a round that is quick; a million is 1000000 250000.
"""

import resource
import sys
import time

from bench.matching.crowds import CRITERIA, crowd
from rapport.matching.engine import explain_all, propose

QUICK = (20_000, 5_000)


class Clock:
    """CPU and wall seconds since the last word; also told how far the engine is."""

    def __init__(self) -> None:
        self.cpu, self.wall, self.begun = time.process_time(), time.perf_counter(), ""

    def __call__(self, what: str) -> None:
        cpu, wall = time.process_time(), time.perf_counter()
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{what:<24}{cpu - self.cpu:>9.1f} s CPU{wall - self.wall:>9.1f} s{memory:>8.0f} MB",
            flush=True,
        )
        self.cpu, self.wall = cpu, wall

    def tell(self, what: str, done: int, of: int) -> None:
        """The first word of a sweep ends the step before it, the last one ends the sweep."""
        if what != self.begun:
            self(f"before {what}")
            self.begun = what
        if done == of:
            self(f"{what}, {of:,} people")
            self.begun = ""


def main(mentees: int, mentors: int, share: float) -> None:
    clock = Clock()
    pool = crowd(mentees, mentors, share)
    clock(f"{mentees:,} + {mentors:,} people")
    start = time.process_time(), time.perf_counter()
    solution = propose(pool, CRITERIA, seed=1, tell=clock.tell)
    clock("pairs, who has nobody")
    said = sum(len(one.reasons) for one in explain_all(solution))
    clock("reasons")
    print(
        f"{len(solution.pairs):,} pairs, {len(solution.unmatched):,} without, {said:,} reasons; "
        f"total {solution.total:,}, worst {solution.worst}, gap {solution.gap}; together "
        f"{time.process_time() - start[0]:.0f} s CPU, {time.perf_counter() - start[1]:.0f} s"
    )
    assert solution.gap == 0


if __name__ == "__main__":
    numbers = sys.argv[1:] or [str(one) for one in QUICK]
    main(int(numbers[0]), int(numbers[1]), float(numbers[2]) if len(numbers) > 2 else 1.15)
