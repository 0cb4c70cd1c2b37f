"""A whole round with reasons, beside `mentor-match` on the same people: as many mentors as mentees.

Run from the root: python -m bench.bench_matching_reasons [people a side ...]. CPU seconds; both
are given the same score (topics in common) and the same rule (never the same team).
"""

import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import numpy as np

from rapport.matching.engine import Criteria, Criterion, Person, Pool, Rule, explain, propose

# Its folder is called `matching`, as that of another peer is: it is installed apart.
sys.path.insert(0, str(Path(sys.prefix) / "mentor-match"))

ASKED = Criteria(
    rules=(Rule(kind="different", question="team"),),
    criteria=(Criterion(kind="enough", question="topics", most=3, weight=1),),
)


def people(many: int, side: str) -> list[Person]:
    random = np.random.default_rng(len(side))
    favour = 1 / np.arange(1, 101) ** 0.75
    return [
        Person(
            id=f"{side}{number}",
            topics=frozenset(
                f"topic {one}"
                for one in random.choice(100, 5, replace=False, p=favour / favour.sum()).tolist()
            ),
            answers={"team": f"team {random.integers(30)}"},
            shareable=frozenset({"topics"}),
        )
        for number in range(many)
    ]


def timed[**P, T](work: Callable[P, T], *args: P.args, **more: P.kwargs) -> tuple[float, T]:
    start = time.process_time()
    found = work(*args, **more)
    return time.process_time() - start, found


def ours(mentees: list[Person], mentors: list[Person]) -> int:
    """Points of all pairs, each with its reasons."""
    solution = propose(Pool(mentees=tuple(mentees), mentors=tuple(mentors)), ASKED, seed=1)
    assert solution.gap == 0
    for pair in solution.pairs:
        explain(solution, pair.ids)
    return solution.total


def theirs(mentees: list[Person], mentors: list[Person]) -> int:
    """The same score, by their rules and their assignment; how many topics count is a rule each."""
    known = {one.id: one for one in (*mentees, *mentors)}
    rule = import_module("matching.rules.rule")

    def shared(match: object) -> int:
        pair = known[match.mentee.email], known[match.mentor.email]  # type: ignore[attr-defined]
        return len(pair[0].topics & pair[1].topics)

    def same_team(match: object) -> bool:
        pair = known[match.mentee.email], known[match.mentor.email]  # type: ignore[attr-defined]
        return pair[0].answers["team"] == pair[1].answers["team"]

    rules = [rule.Disqualify(same_team)]
    rules += [
        rule.Generic({True: 333, False: 0}, lambda match, n=n: shared(match) >= n)
        for n in (1, 2, 3)
    ]
    mentor, mentee = (import_module(f"matching.{name}") for name in ("mentor", "mentee"))
    found, _ = import_module("matching.process").process_data(
        [mentor.Mentor(grade=1, email=one.id) for one in mentors],
        [mentee.Mentee(grade=1, email=one.id) for one in mentees],
        [rules],
    )
    pairs = [(known[one.mentees[0].email], known[one.email]) for one in found if one.mentees]
    return sum(min(3, len(one.topics & other.topics)) * 333 for one, other in pairs)


def main(sizes: list[int]) -> None:
    ours(people(400, "mentee"), people(400, "mentor"))
    for many in sizes:
        sides = people(many, "mentee"), people(many, "mentor")
        mine, total = timed(ours, *sides)
        other, points = timed(theirs, *sides)
        print(f"{many:,} x {many:,}: {mine:.2f} s and {total:,} points with reasons; mentor-match")
        print(f"  {other:.2f} s and {points:,} points: {other / mine:.0f} times", flush=True)


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [200, 1_000])
