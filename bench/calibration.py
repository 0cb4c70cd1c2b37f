"""How often each method is wrong where the truth is known. Prints a table, failures included.

Run from the root of the repository:

    python -m bench.calibration [--size small|quick|full] [--replicates N] [--workers N] [--seed N]

``small`` looks at the estimators one by one, ``quick`` at a score of worlds as well (some minutes),
``full`` walks the whole grid and takes a night. The same seed always prints the same table. A false
alarm is an interval without nil where nothing is there; a miss is an interval without the truth.
Both should be 5 of 100; the band is what chance alone allows in 99 of 100 tables for so many
answers. A cell outside the band moves a guard rail, never the band.
"""

import argparse
import math
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import product

import numpy as np

from bench.calibration_methods import Answer, answers
from bench.calibration_small import SMALL, answered
from bench.simulated_staff import YEAR, Trait, World
from rapport.evaluation.engine.guards import RAILS

LEAST_ANSWERS = 150
"""A line with fewer offered answers than this is not judged."""

PLAIN = World(participants=100, others=1000, trait="recorded")

QUICK: tuple[World, ...] = (
    *(replace(PLAIN, participants=n, others=10 * n) for n in (15, 30, 50, 100, 500)),
    *(replace(PLAIN, participants=n, others=n) for n in (500,)),
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


WORLDS = {"small": (), "quick": QUICK, "full": FULL}


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
        wrong = self.alarms if world.ratio == 1 and self.method != CURVE else None
        return judged([wrong, None if self.held is None else 1 - self.held], self.answers)


CURVE = "curve of joiners"


def judged(rates: Sequence[float | None], answers: int) -> str:
    """What error rates say that should be 5 of 100."""
    if answers < LEAST_ANSWERS:
        return "too few to judge"
    known, half = [rate for rate in rates if rate is not None], 2.576 * math.sqrt(0.0475 / answers)
    if any(rate > 0.05 + half for rate in known):
        return "**too bold**"
    return "careful" if any(rate < 0.05 - half for rate in known) else "holds"


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
        held = "" if each.held is None else percent(each.held)
        alarms = "" if each.method == CURVE else percent(each.alarms, power=world.ratio != 1)
        print(
            f"| {each.method} | {each.offered:.0%} | {each.mean:.3f} | {alarms} | {held} "
            f"| {each.verdict(world)} |",
            flush=True,
        )
    print(f"{world} took {seconds:.0f} s", file=sys.stderr, flush=True)


def small_ones(replicates: int, seed: int) -> None:
    """The estimators one by one as a Markdown table."""
    print("\n### One by one\n")
    print(
        "| estimator | answers | false alarms | holds the truth | verdict |\n|---|---|---|---|---|"
    )
    for name, small in SMALL.items():
        asked = (answered(name, seed + n) for n in range(replicates))
        found = [each for each in asked if each is not None]
        held = share(holds for _, holds in found)
        alarms = share(bool(alarm) for alarm, _ in found)
        wrong = alarms if small.nil == small.truth else None
        shown = "" if small.nil is None else percent(alarms, power=small.nil != small.truth)
        verdict = judged([wrong, 1 - held], len(found))
        print(f"| {name} | {len(found) / replicates:.0%} | {shown} | {percent(held)} | {verdict} |")


def percent(value: float, *, power: bool = False) -> str:
    """A share of 100; a dash where there is none."""
    return "–" if math.isnan(value) else f"{'power ' if power else ''}{value:.1%}"


def main() -> None:
    """Walk the grid."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", choices=("small", "quick", "full"), default="quick")
    parser.add_argument("--replicates", type=int, default=1000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=2026)
    asked = parser.parse_args()
    print(f"{asked.replicates} replicates a world, seed {asked.seed}.")
    small_ones(asked.replicates, asked.seed)
    with ProcessPoolExecutor(asked.workers) as pool:
        for number, world in enumerate(WORLDS[asked.size]):
            began = time.perf_counter()
            first = asked.seed * 1_000_000 + number * asked.replicates
            work = [(world, first + n) for n in range(asked.replicates)]
            found = list(pool.map(one, work, chunksize=10))
            printed(world, measured(found, asked.replicates), time.perf_counter() - began)


if __name__ == "__main__":
    main()
