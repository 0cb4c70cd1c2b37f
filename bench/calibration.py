"""How often each method is wrong where the truth is known. Prints a table, failures included.

Run from the root of the repository:

    python -m bench.calibration [--size quick|full] [--replicates N] [--workers N] [--seed N]

``quick`` takes minutes, ``full`` walks the whole grid and takes a night. The same seed always
prints the same table. A false alarm is an interval without nil where nothing is there; a miss is an
interval without the truth. Both should be 5 of 100; the band is what chance alone allows in 99 of
100 tables for so many answers. A cell outside the band moves a guard rail, never the band.
"""

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import product
from math import sqrt

import numpy as np

from bench.calibration_methods import Answer, answers
from bench.simulated_staff import YEAR, Trait, World
from rapport.evaluation.engine.guards import RAILS

LEAST_ANSWERS = 200
"""A line with fewer offered answers than this is not judged."""

PLAIN = World(participants=100, others=1000, trait="recorded")

QUICK: tuple[World, ...] = (
    *(replace(PLAIN, participants=n, others=10 * n) for n in (15, 30, 50, 100, 500)),
    *(replace(PLAIN, participants=n, others=n) for n in (30, 100, 500)),
    replace(PLAIN, leaving=0.05),
    replace(PLAIN, leaving=0.30),
    replace(PLAIN, participants=30, others=300, leaving=0.30),
    replace(PLAIN, ratio=0.8),
    replace(PLAIN, ratio=0.6),
    replace(PLAIN, trait="none", wait=91),
    replace(PLAIN, trait="none", wait=YEAR),
    replace(PLAIN, trait="none", truncated=True),
    replace(PLAIN, trait="unrecorded"),
)

TRAITS: tuple[Trait, ...] = ("none", "recorded", "unrecorded")

FULL = tuple(
    World(n, n * times, leaving, ratio, trait, wait, truncated)
    for n, times, leaving, ratio, trait, wait, truncated in product(
        (15, 30, 100, 500), (1, 10), (0.05, 0.15, 0.30), (1.0, 0.8, 0.6),
        TRAITS, (91, YEAR), (False, True),
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One method in one world: how many answers, how often offered, how often wrong."""

    method: str
    offered: float
    answers: int
    alarms: float
    held: float | None
    mean: float

    def verdict(self, world: World) -> str:
        """In words: is the method as wrong as it says, bolder, or more careful?"""
        if self.answers < LEAST_ANSWERS:
            return "hardly ever offered"
        wrong = self.alarms if world.ratio == 1 else None
        missed = None if self.held is None else 1 - self.held
        rates = [rate for rate in (wrong, missed) if rate is not None and self.method != CURVE]
        rates = [missed] if self.method == CURVE and missed is not None else rates
        half = 2.576 * sqrt(0.05 * 0.95 / self.answers)
        if any(rate > 0.05 + half for rate in rates):
            return "**too bold**"
        return "careful" if any(rate < 0.05 - half for rate in rates) else "holds"


CURVE = "curve of joiners"


def one(work: tuple[World, int]) -> list[Answer]:
    """All answers of one replicate."""
    world, seed = work
    return list(answers(world, seed, RAILS))


def measured(found: Iterable[list[Answer]], replicates: int) -> list[Line]:
    """Sum up the replicates of one world, method by method."""
    by_method: dict[str, list[Answer]] = defaultdict(list)
    for answer in (each for replicate in found for each in replicate):
        by_method[answer.method].append(answer)
    truths = {
        name: [each.truth for each in all_of if each.truth is not None]
        for name, all_of in by_method.items()
    }
    return [line(name, by_method[name], truths[name], replicates) for name in by_method]


def line(method: str, all_of: list[Answer], truths: list[float], replicates: int) -> Line:
    """One line of the table; the truth is the mean over replicates."""
    offered = [each for each in all_of if each.offered]
    values = [each.estimate for each in offered]
    true = float(np.mean(truths)) if truths else None
    nil = all_of[0].nil
    return Line(
        method=method,
        offered=len(offered) / replicates,
        answers=len(offered),
        alarms=share(each.excludes(nil) for each in values),
        held=None if true is None else share(each.low <= true <= each.high for each in values),
        mean=float(np.median([each.value for each in values])) if values else float("nan"),
    )


def share(hits: Iterable[bool]) -> float:
    """The share of hits; nan without any."""
    found = list(hits)
    return sum(found) / len(found) if found else float("nan")


def heading(world: World) -> str:
    """What is special about a world, in words."""
    trait = {"none": "no trait", "recorded": "trait recorded", "unrecorded": "trait **hidden**"}
    words = [
        f"{world.participants} v. {world.others}",
        f"{world.leaving:.0%} leave a year",
        f"true ratio {world.ratio}",
        trait[world.trait],
        f"joining after {world.wait} days",
    ]
    return ", ".join([*words, "records begin late"] if world.truncated else words)


def printed(world: World, lines: Sequence[Line], seconds: float) -> None:
    """One world as a Markdown table."""
    print(f"\n### {heading(world)}\n")
    print("| method | offered | median | false alarms | holds the truth | verdict |")
    print("|---|---|---|---|---|---|")
    for each in lines:
        alarm = "power " if world.ratio != 1 else ""
        held = "" if each.held is None else f"{each.held:.1%}"
        alarms = "" if each.method == CURVE else f"{alarm}{each.alarms:.1%}"
        print(
            f"| {each.method} | {each.offered:.0%} | {each.mean:.3f} | {alarms} | {held} "
            f"| {each.verdict(world)} |"
        )
    print(f"{world} took {seconds:.0f} s", file=sys.stderr, flush=True)


def main() -> None:
    """Walk the grid."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", choices=("quick", "full"), default="quick")
    parser.add_argument("--replicates", type=int, default=1000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=2026)
    asked = parser.parse_args()
    print(f"{asked.replicates} replicates a world, seed {asked.seed}.")
    with ProcessPoolExecutor(asked.workers) as pool:
        for number, world in enumerate(QUICK if asked.size == "quick" else FULL):
            began = time.perf_counter()
            first = asked.seed * 1_000_000 + number * asked.replicates
            work = [(world, first + n) for n in range(asked.replicates)]
            found = list(pool.map(one, work, chunksize=25))
            printed(world, measured(found, asked.replicates), time.perf_counter() - began)


if __name__ == "__main__":
    main()
