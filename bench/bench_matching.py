"""How long it takes to pair 500, 2,000 and 10,000 people, step by step. It prints.

Run from the root of the repository: python -m bench.bench_matching [people ...]
CPU seconds and peak memory; people are made up, the same ones every time.
"""

import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import numpy as np

from rapport.matching.engine import (
    Capacity,
    Criteria,
    Criterion,
    Person,
    Pool,
    Rule,
    propose,
    resolve,
)
from rapport.matching.engine.arrays import Floats
from rapport.matching.engine.candidates.permitted import candidates
from rapport.matching.engine.fairness.parity import blocking_pairs, parity, spread

SIZES = (500, 2_000, 10_000)
TOPICS = tuple(f"topic {number}" for number in range(200))
TONGUES = ("English", "German", "Polish", "Hindi", "Arabic")
SLOTS = tuple(f"slot {number}" for number in range(42))

ASKED = Criteria(
    rules=(
        Rule(kind="shared", question="languages", least=1),
        Rule(kind="within", question="utc_offset", most=3),
        Rule(kind="different", question="team"),
    ),
    criteria=(
        Criterion(kind="coverage", question="topics", weight=45),
        Criterion(kind="closeness", question="pace", low=1, high=5, weight=15),
        Criterion(kind="ahead", question="experience", least=2, most=6, weight=15),
        Criterion(kind="enough", question="availability", most=4, weight=15),
        Criterion(kind="same", question="site", weight=5),
        Criterion(kind="wish", side="mentee", weight=5),
    ),
)


def even(weights: Floats) -> list[float]:
    """The weights, adding up to one."""
    return [float(weight) for weight in weights / weights.sum()]


def people(random: np.random.Generator, many: int, *, mentor: bool, seats: float) -> list[Person]:
    """Believable in their spread: favourite topics, few languages, one in ten answers missing."""
    favour = even(1 / np.arange(1, len(TOPICS) + 1) ** 0.75)
    name = "mentor" if mentor else "mentee"
    other = "mentee" if mentor else "mentor"

    def some(values: tuple[str, ...], count: int, weights: list[float]) -> frozenset[str]:
        places = random.choice(len(values), count, replace=False, p=weights)
        return frozenset(values[place] for place in places.tolist())

    return [
        Person(
            id=f"{name} {number}",
            capacity=Capacity(0, 1 + int(random.poisson(seats - 1)) if mentor else 1),
            topics=some(TOPICS, int(random.integers(3, 9)), favour),
            experience=float(random.integers(3, 15) if mentor else random.integers(0, 8)),
            line=(f"head {random.integers(many // 12 + 1)}",),
            languages=some(TONGUES, int(random.integers(1, 3)), [0.5, 0.2, 0.1, 0.1, 0.1]),
            utc_offset=float(random.choice([-5, 0, 1, 2, 5.5])),
            site=f"site {random.integers(20)}",
            availability=some(SLOTS, int(random.integers(4, 14)), even(np.ones(len(SLOTS)))),
            wishes=(f"{other} {random.integers(many)}",) if random.random() < 0.3 else (),
            answers={"team": f"team {random.integers(many // 20 + 1)}"}
            | ({"pace": float(random.integers(1, 6))} if random.random() < 0.9 else {}),
        )
        for number in range(many)
    ]


def pool_of(size: int, share: float) -> Pool:
    """``size`` people, three in ten of them mentors, with ``share`` seats for each mentee."""
    random = np.random.default_rng(size)
    mentors = size * 3 // 10
    mentees = size - mentors
    return Pool(
        mentees=tuple(people(random, mentees, mentor=False, seats=1)),
        mentors=tuple(people(random, mentors, mentor=True, seats=share * mentees / mentors)),
    )


def timed[T](what: str, work: Callable[[], T]) -> T:
    start, cpu = time.perf_counter(), time.process_time()
    result = work()
    print(
        f"  {what:<28}{time.perf_counter() - start:>8.2f} s{time.process_time() - cpu:>8.2f} s CPU"
    )
    return result


def measure(size: int, share: float) -> None:
    pool = pool_of(size, share)
    print(f"{len(pool.mentees):,} mentees, {len(pool.mentors):,} mentors, {share} seats a mentee")
    found = timed("lay out", lambda: candidates(pool, ASKED, 1))
    offer = timed("rules and scores", found.offer)
    print(f"  {offer.mentee.size:,} permitted pairs")
    solution = timed("the whole proposal", lambda: propose(pool, ASKED, seed=1))
    timed("only the highest total", lambda: propose(pool, ASKED, seed=1, objective="total"))
    stable = timed("stable", lambda: propose(pool, ASKED, seed=1, objective="stable"))
    for name, one in (("fair", solution), ("stable", stable)):
        scores = spread(one)
        assert scores is not None
        print(f"  {name}: {scores}, {blocking_pairs(one):,} blocking pairs, gap {one.gap}")
    pool = solution.pool
    for number in range(3):
        forbidden = pool.forbidden | {solution.pairs[number * 7].ids}
        pool = replace(pool, forbidden=forbidden)
        solution = timed("forbid one pair, resolve", partial(resolve, solution, pool))
    timed("parity", lambda: parity(solution, "languages"))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  peak {memory:.0f} MB\n")


if __name__ == "__main__":
    for people_wanted in [int(word) for word in sys.argv[1:]] or SIZES:
        for seats_a_mentee in (1.15, 0.9):
            measure(people_wanted, seats_a_mentee)
