"""What else could pair a pool, each behind the same call: lists of pairs in, a mentor each out.

Value of a pair is ``PERSON`` plus its score, so that nobody is left out for points; a solver that
has no seats for groups gets one column a seat.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from matching.games import HospitalResident
from ortools.graph.python import min_cost_flow
from scipy import sparse
from scipy.optimize import linear_sum_assignment
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from rapport.matching.engine import assign
from rapport.matching.engine.arrays import Ints, Whole

PERSON = 2000


@dataclass(frozen=True)
class Pairs:
    """Permitted pairs by mentee, and seats."""

    mentees: int
    mentee: Ints
    mentor: Ints
    score: Ints
    capacity: Whole

    def mentor_of(self, places: Whole) -> Whole:
        found = np.full(self.mentees, -1, dtype=np.int64)
        found[self.mentee[places]] = self.mentor[places]
        return found


def ours(pairs: Pairs, objective: str = "total") -> Whole:
    found = assign(
        pairs.mentee, pairs.mentor, pairs.score, mentors=pairs.capacity.size,
        capacity=pairs.capacity, objective=objective,  # type: ignore[arg-type]
    )  # fmt: skip
    assert found.gap == found.proof.gap == 0
    return pairs.mentor_of(found.pairs)


def ours_fair(pairs: Pairs) -> Whole:
    return ours(pairs, "fair")


def or_tools(pairs: Pairs) -> Whole:
    flow, many = min_cost_flow.SimpleMinCostFlow(), pairs.mentor.size
    mentors, end = pairs.capacity.size, pairs.mentees + pairs.capacity.size
    everybody = np.arange(pairs.mentees, dtype=np.int32)
    add = flow.add_arcs_with_capacity_and_unit_cost
    value = -(PERSON + pairs.score.astype(np.int64))
    add(pairs.mentee.astype(np.int32), (pairs.mentees + pairs.mentor).astype(np.int32),
        np.ones(many, np.int64), value)  # fmt: skip
    seats = (pairs.mentees + np.arange(mentors)).astype(np.int32)
    add(seats, np.full(mentors, end, np.int32), pairs.capacity, np.zeros(mentors, np.int64))
    add(everybody, np.full(pairs.mentees, end, np.int32), np.ones(pairs.mentees, np.int64),
        np.zeros(pairs.mentees, np.int64))  # fmt: skip
    flow.set_nodes_supplies(everybody, np.ones(pairs.mentees, np.int64))
    flow.set_node_supply(end, -pairs.mentees)
    assert flow.solve() == flow.OPTIMAL
    return pairs.mentor_of(np.flatnonzero(flow.flows(np.arange(many, dtype=np.int32))))


def scipy_dense(pairs: Pairs) -> Whole:
    table = np.zeros((pairs.mentees, pairs.capacity.size))
    table[pairs.mentee, pairs.mentor] = PERSON + pairs.score
    seat = np.repeat(np.arange(pairs.capacity.size), pairs.capacity)
    row, column = linear_sum_assignment(table[:, seat], maximize=True)
    found = np.full(pairs.mentees, -1, dtype=np.int64)
    real = table[row, seat[column]] > 0
    found[row[real]] = seat[column[real]]
    return found


def scipy_sparse(pairs: Pairs) -> Whole:
    many = pairs.capacity[pairs.mentor]
    place = np.repeat(np.arange(pairs.mentor.size), many)
    first = np.cumsum(pairs.capacity) - pairs.capacity
    within = np.arange(place.size) - np.repeat(np.cumsum(many) - many, many)
    seats = int(pairs.capacity.sum())
    row = np.concatenate([pairs.mentee[place], np.arange(pairs.mentees)])
    column = np.concatenate([first[pairs.mentor[place]] + within, seats + np.arange(pairs.mentees)])
    dear = PERSON + 1001.0
    cost = np.concatenate([dear - PERSON - pairs.score[place], np.full(pairs.mentees, dear)])
    shape = (pairs.mentees, seats + pairs.mentees)
    mentee, seat = min_weight_full_bipartite_matching(
        sparse.csr_array((cost, (row, column)), shape=shape)
    )
    group = np.repeat(np.arange(pairs.capacity.size), pairs.capacity)
    found = np.full(pairs.mentees, -1, dtype=np.int64)
    real = seat < seats
    found[mentee[real]] = group[seat[real]]
    return found


def greedy(pairs: Pairs) -> Whole:
    """The best pair, then the best of those left: stable, and what most tools do."""
    found, left = [-1] * pairs.mentees, pairs.capacity.tolist()
    falling = np.argsort(-pairs.score, kind="stable")
    for mentee, mentor in zip(
        pairs.mentee[falling].tolist(), pairs.mentor[falling].tolist(), strict=True
    ):
        if found[mentee] < 0 and left[mentor]:
            found[mentee] = mentor
            left[mentor] -= 1
    return np.array(found, dtype=np.int64)


def matching_library(pairs: Pairs) -> Whole:
    """`matching`: hospitals and residents, both sides ranking by score."""
    falling = np.argsort(-pairs.score, kind="stable")
    wanted: dict[str, list[str]] = {}
    offered: dict[str, list[str]] = {}
    for mentee, mentor in zip(
        pairs.mentee[falling].tolist(), pairs.mentor[falling].tolist(), strict=True
    ):
        wanted.setdefault(f"e{mentee}", []).append(f"r{mentor}")
        offered.setdefault(f"r{mentor}", []).append(f"e{mentee}")
    seats = {name: int(pairs.capacity[int(name[1:])]) for name in offered}
    solved = HospitalResident.create_from_dictionaries(wanted, offered, seats).solve()
    found = np.full(pairs.mentees, -1, dtype=np.int64)
    for mentor, mentees in solved.items():
        for one in mentees:
            found[int(one.name[1:])] = int(mentor.name[1:])
    return found


SOLVERS: dict[str, Callable[[Pairs], Whole]] = {
    "ours": ours,
    "ours, fair": ours_fair,
    "OR-Tools": or_tools,
    "scipy sparse": scipy_sparse,
    "scipy dense": scipy_dense,
    "matching": matching_library,
    "greedy": greedy,
}

UP_TO = {"scipy dense": 20_000, "scipy sparse": 100_000, "matching": 200, "greedy": 100_000}
"""The most mentees each is tried with; beyond, the design's measurements say why not."""
