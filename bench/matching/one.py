"""One solver on one stored pool, in a process of its own: prints a line of JSON."""

import json
import resource
import sys
import time
from pathlib import Path

import numpy as np

from bench.matching.solvers import SOLVERS, Pairs
from rapport.matching.engine.arrays import Whole


def stored(path: Path) -> Pairs:
    found = np.load(path)
    return Pairs(
        int(found["mentees"]), found["mentee"], found["mentor"], found["score"], found["capacity"]
    )


def figures(pairs: Pairs, mentor: Whole) -> dict[str, float]:
    """What a result is worth, checked against the pairs that are permitted."""
    own = np.flatnonzero(pairs.mentor == mentor[pairs.mentee])
    assert own.size == np.count_nonzero(mentor >= 0)
    load = np.bincount(mentor[mentor >= 0], minlength=pairs.capacity.size)
    assert (load <= pairs.capacity).all()
    score = pairs.score[own]
    weakest = np.full(pairs.capacity.size, -1)
    weakest[load >= pairs.capacity] = 1 << 30
    np.minimum.at(
        weakest, pairs.mentor[own], np.where((load >= pairs.capacity)[pairs.mentor[own]], score, -1)
    )
    mine = np.full(pairs.mentees, -1)
    mine[pairs.mentee[own]] = score
    blocking = (pairs.score > mine[pairs.mentee]) & (pairs.score > weakest[pairs.mentor])
    return {
        "people": int(own.size), "total": int(score.sum()), "worst": int(score.min()),
        "tenth": int(np.quantile(score, 0.1)), "blocking": int(blocking.sum()),
    }  # fmt: skip


def measure(path: Path, name: str, times: int) -> dict[str, float]:
    pairs, solve = stored(path), SOLVERS[name]
    if name.startswith("ours"):
        solve(stored(path.with_name("warm.npz")))
    spent = []
    for _ in range(times):
        start, cpu = time.perf_counter(), time.process_time()
        mentor = solve(pairs)
        spent.append((time.process_time() - cpu, time.perf_counter() - start))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    cpu, wall = (float(np.median(one)) for one in zip(*spent, strict=True))
    return {"cpu": cpu, "wall": wall, "memory": memory, **figures(pairs, mentor)}


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))))
