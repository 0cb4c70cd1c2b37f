"""How often each method is wrong where the truth is known. Prints a table, failures included.

Run from the root of the repository:

    python -m bench.calibration [--size SIZE] [--replicates N] [--workers N] [--seed N]

``small`` looks at the estimators one by one, ``quick`` at a score of worlds as well (some minutes),
``headline`` at three sizes, ``smoke`` at each kind of world; ``full`` walks the whole grid of 648
worlds and adds it up by what is special about a world, so that a few replicates of each say
something; ``--kinds`` asks some methods alone. The same seed always prints the same table. A false
alarm is an interval without nil where nothing is there; a miss is an interval without the truth.
Both should be 5 of 100; the band is what chance alone allows in 99 of 100 tables for so many
answers. A cell outside the band moves a guard rail, never the band.
"""

import argparse
import math
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import product

import numpy as np

from bench.calibration_methods import KINDS, Answer, answers
from bench.calibration_small import SMALL, answered
from bench.simulated_staff import YEAR, World
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

HEADLINE = tuple(
    replace(PLAIN, participants=n, others=10 * n, leaving=leaving)
    for n, leaving in ((30, 0.30), (200, 0.15))
)
LARGE = (replace(PLAIN, participants=500, others=5000),)

SCENARIOS: dict[str, World] = {
    "nothing in the way": replace(PLAIN, trait="none"),
    "a trait that is recorded": PLAIN,
    "a trait that is **hidden**": replace(PLAIN, trait="unrecorded"),
    "joining after 3 months": replace(PLAIN, trait="none", wait=91),
    "joining after 12 months": replace(PLAIN, trait="none", wait=YEAR),
    "records that begin late": replace(PLAIN, trait="none", truncated=True),
    "exits that do not count": replace(PLAIN, otherwise=True),
    "20% gaps that follow another fact": replace(PLAIN, missing="random"),
    "20% gaps that follow the trait itself": replace(PLAIN, missing="not random"),
}

FULL = tuple(
    replace(world, participants=n, others=n * times, leaving=leaving, ratio=ratio)
    for n, times, leaving, ratio, world in product(
        (15, 30, 100, 500), (1, 10), (0.05, 0.15, 0.30), (1.0, 0.8, 0.6), SCENARIOS.values()
    )
)

SMOKE = tuple(SCENARIOS.values())

WORLDS = {
    "small": (),
    "smoke": SMOKE,
    "quick": QUICK,
    "headline": HEADLINE,
    "large": LARGE,
    "full": FULL,
}


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


def one(work: tuple[World, int, Sequence[str]]) -> list[Answer]:
    """All answers of one replicate."""
    world, seed, kinds = work
    return list(answers(world, seed, RAILS, kinds))


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
        "records begin late" if world.truncated else "",
        "exits that do not count" if world.otherwise else "",
        f"gaps, {world.missing}" if world.missing else "",
    ]
    return ", ".join(filter(None, words))


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


def print_margins(met: Sequence[tuple[World, list[Answer]]], replicates: int) -> None:
    """All worlds with one thing in common added up; nil is judged where nothing is there."""
    kinds = {replace(world): name for name, world in SCENARIOS.items()}
    ways: dict[str, Callable[[World], str]] = {
        "scenario": lambda world: kinds[plain(world)],
        "size": lambda world: f"{world.participants} v. {world.others}",
        "leaving": lambda world: f"{world.leaving:.0%} a year",
        "true ratio": lambda world: str(world.ratio),
    }
    for way, name_of in ways.items():
        print(f"\n### By {way}, {replicates} replicates of each world\n")
        print("| worlds | method | answers | false alarms | holds the truth | verdict |")
        print("|---|---|---|---|---|---|")
        for name in dict.fromkeys(name_of(world) for world, _found in met):
            inside = [(w, found) for w, found in met if name_of(w) == name]
            if way != "scenario":
                inside = [(w, found) for w, found in inside if w.trait != "unrecorded"]
            for row in margin(inside):
                print(f"| {name} | {row}", flush=True)


def plain(world: World) -> World:
    """The scenario a world of the grid stems from."""
    return replace(world, participants=100, others=1000, leaving=PLAIN.leaving, ratio=1.0)


def margin(met: Sequence[tuple[World, list[Answer]]]) -> Iterable[str]:
    """One line for each method: offered answers, alarms at a true ratio of 1, truth held."""
    by_method: dict[str, list[tuple[World, Answer]]] = defaultdict(list)
    for world, found in met:
        for answer in found:
            by_method[answer.method].append((world, answer))
    for method, all_of in by_method.items():
        offered = [(w, each) for w, each in all_of if each.offered]
        alarms = [each.estimate.excludes(each.nil) for w, each in offered if w.ratio == 1]
        held = [
            each.estimate.low <= each.truth <= each.estimate.high
            for _w, each in offered
            if each.truth is not None
        ]
        rates = [(share(alarms), len(alarms))] if method != CURVE else []
        rates += [(1 - share(held), len(held))] if held else []
        shown = [percent(share(alarms)) if method != CURVE else "", percent(share(held))]
        yield f"{method} | {len(offered)} | {shown[0]} | {shown[1]} | {worst(rates)} |"


def worst(rates: Sequence[tuple[float, int]]) -> str:
    """The sternest of what several error rates say, each by its own count."""
    said = [judged([rate], count) for rate, count in rates]
    order = ("**too bold**", "careful", "holds", "too few to judge")
    return next((word for word in order if word in said), "too few to judge")


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


def walked(size: str, seed: int) -> list[tuple[int, World]]:
    """The worlds with their numbers; the whole grid in an order of lots, so that one may stop."""
    worlds = list(enumerate(WORLDS[size]))
    if size == "full":
        order = np.random.default_rng(seed).permutation(len(worlds))
        return [worlds[place] for place in order]
    return worlds


def main() -> None:
    """Walk the grid."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", choices=tuple(WORLDS), default="quick")
    parser.add_argument("--replicates", type=int, default=1000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--seconds", type=float, default=math.inf, help="of walking the whole grid")
    parser.add_argument("--kinds", nargs="+", choices=tuple(KINDS), default=tuple(KINDS))
    asked = parser.parse_args()
    print(f"{asked.replicates} replicates a world, seed {asked.seed}.")
    if asked.size in {"small", "quick"}:
        small_ones(asked.replicates, asked.seed)
    met: list[tuple[World, list[Answer]]] = []
    end = time.perf_counter() + asked.seconds
    with ProcessPoolExecutor(asked.workers) as pool:
        for number, world in walked(asked.size, asked.seed):
            began = time.perf_counter()
            if met and began > end:
                break
            first = asked.seed * 1_000_000 + number * asked.replicates
            work = [(world, first + n, asked.kinds) for n in range(asked.replicates)]
            found = list(pool.map(one, work, chunksize=10))
            if asked.size == "full":
                met += [(world, answer) for answer in found]
            else:
                printed(world, measured(found, asked.replicates), time.perf_counter() - began)
    if met:
        print(f"\n{len(met) // asked.replicates} of {len(FULL)} worlds.")
        print_margins(met, asked.replicates)


if __name__ == "__main__":
    main()
