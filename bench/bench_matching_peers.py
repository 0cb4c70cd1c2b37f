"""The engine beside scipy, OR-Tools, `matching` and a greedy list, on the same pools.

Run from the root: python -m bench.bench_matching_peers [mentees ...]. Each solver in a process of
its own, medians of several runs; CPU seconds of all threads, and peak memory with the pool.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from bench.matching.programmes import programme
from bench.matching.solvers import SOLVERS, UP_TO

SIZES = {200: 100, 2_000: 800, 20_000: 8_000, 100_000: 30_000, 1_000_000: 250_000}
DRAWN, EACH = 1_000_000, 20
"""From so many mentees on lists are drawn by dice instead of searched: only solvers are timed."""

SHARES = (1.15, 1.0, 0.9)
SECONDS = 1_800


def store(path: Path, mentees: int, share: float) -> int:
    """The best pairs of everybody in a made-up programme, kept in a file; gives how many."""
    if mentees >= DRAWN:
        return store_drawn(path, mentees, share)
    made = programme(mentees, SIZES[mentees], share=share)
    found = made.search().best(50)
    order = np.lexsort((found.mentor, found.mentee))
    np.savez(
        path, mentees=mentees, mentee=found.mentee[order].astype(np.int32),
        mentor=found.mentor[order], score=found.score[order], capacity=made.capacity,
    )  # fmt: skip
    return order.size


def store_drawn(path: Path, mentees: int, share: float) -> int:
    """Lists drawn by dice: mentors from the same neighbourhood, some of them liked by many."""
    random, mentors = np.random.default_rng(1), SIZES[mentees]
    near = np.arange(mentees)[:, None] * mentors // mentees
    mentor = (near + random.integers(-2_000, 2_000, (mentees, EACH))) % mentors
    mentor.sort(axis=1)
    new = np.ones(mentor.shape, dtype=bool)
    new[:, 1:] = mentor[:, 1:] != mentor[:, :-1]
    liked = random.normal(0, 40, mentors)
    score = random.normal(550, 90, mentor.shape) + liked[mentor]
    capacity = np.maximum(1, random.poisson(share * mentees / mentors, mentors))
    np.savez(
        path, mentees=mentees, mentee=np.nonzero(new)[0].astype(np.int32),
        mentor=mentor[new].astype(np.int32), capacity=capacity.astype(np.int64),
        score=np.clip(np.round(score[new]), 0, 1000).astype(np.int32),
    )  # fmt: skip
    return int(new.sum())


def run(path: Path, name: str, mentees: int) -> dict[str, float] | None:
    """One solver; None when it fails or takes too long."""
    times = 5 if mentees < 20_000 else 3 if mentees < 1_000_000 else 1
    command = [sys.executable, "-m", "bench.matching.one", str(path), name, str(times)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=True)
    except (subprocess.SubprocessError, OSError):
        return None
    found: dict[str, float] = json.loads(done.stdout)
    return found


def compare(folder: Path, mentees: int, share: float) -> None:
    path = folder / f"{mentees}-{share}.npz"
    pairs = store(path, mentees, share)
    print(f"\n{mentees:,} mentees, {SIZES[mentees]:,} mentors, {share} seats each, {pairs:,} pairs")
    print(f"{'':<14}{'CPU s':>9}{'wall s':>9}{'MB':>7}{'times':>7}  result")
    first = None
    for name in SOLVERS:
        if mentees > UP_TO.get(name, mentees):
            continue
        found = run(path, name, mentees)
        if found is None:
            print(f"{name:<14}  no result")
            continue
        first = first or found
        print(
            f"{name:<14}{found['cpu']:>9.3f}{found['wall']:>9.3f}{found['memory']:>7.0f}"
            f"{found['cpu'] / first['cpu']:>7.1f}  {found['people']:,} people, "
            f"{found['total']:,} points, worst {found['worst']}, tenth {found['tenth']}, "
            f"{found['blocking']:,} blocking",
            flush=True,
        )


def main(sizes: list[int]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(os.environ.get("BENCH_FOLDER", name))
        store(folder / "warm.npz", 2_000, 0.9)
        for mentees in sizes:
            for share in SHARES:
                compare(folder, mentees, share)


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [size for size in SIZES if size <= 100_000])
