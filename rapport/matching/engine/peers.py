"""Pairs among equals: everybody with one other of the same list.

Knows matching without sides. The bound comes from the same question with sides, where it is easy
(each pair chosen half from either end), or from the solver, whichever is nearer.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from .arrays import Whole
from .assignment.assigning import assign
from .candidates.permitted import Candidates, candidates
from .criteria.kinds import DEFAULT, Criteria
from .criteria.person import Capacity, Person
from .criteria.pool import Pool

SECONDS = 60
"""The solver stops here; the gap says what is left open."""

LISTED = 24
"""In a large list only so many of the best partners of each are tried."""


@dataclass(frozen=True, slots=True)
class Peers:
    """Pairs of ids, who is left alone, and the proof: no pairing of as many is ``gap`` better."""

    pairs: tuple[tuple[str, str], ...]
    alone: tuple[str, ...]
    total: int
    gap: int


@dataclass(frozen=True, slots=True)
class Edges:
    """Possible pairs, the lower place first, with the mean of both scores, halves downwards."""

    one: Whole
    other: Whole
    score: Whole


def pair_peers(
    people: Iterable[Person],
    criteria: Criteria = DEFAULT,
    *,
    seed: int,
    forbidden: frozenset[tuple[str, str]] = frozenset(),
) -> Peers:
    """As many pairs as possible, then the highest total; what is equal is drawn by lot.

    ``forbidden`` in one direction is forbidden.
    """
    single = tuple(replace(one, capacity=Capacity(0, 1)) for one in people)
    pool = Pool(mentees=single, mentors=single, forbidden=forbidden)
    found = candidates(pool, criteria, seed)
    edges = edges_of(found)
    unit = len(single) * (int(edges.score.max(initial=0)) + 1)
    chosen, solved = paired(edges, len(single), unit + edges.score)
    value = int((unit + edges.score[chosen]).sum())
    limit = min(solved, bound_of(edges, unit + edges.score))
    ids = [one.id for one in found.mentees]
    pairs = sorted(
        tuple(sorted((ids[one], ids[other])))
        for one, other in zip(edges.one[chosen].tolist(), edges.other[chosen].tolist(), strict=True)
    )
    placed = {name for pair in pairs for name in pair}
    return Peers(
        tuple((one, other) for one, other in pairs),
        tuple(sorted(set(ids) - placed)),
        int(edges.score[chosen].sum()),
        max(0, limit - value),
    )


def edges_of(found: Candidates) -> Edges:
    """The pairs permitted in both directions; of a large list the best of each."""
    everybody = slice(0, len(found.mentees))
    permitted = found.permitted(everybody)
    score = found.scale.grid(everybody, len(found.mentors)).astype(np.int64)
    both = np.triu(permitted & permitted.T, 1)
    mean = (score + score.T) // 2
    if len(found.mentees) > 4 * LISTED:
        ranked = np.where(both | both.T, mean, -1)
        least = np.partition(ranked, -LISTED, axis=1)[:, -LISTED]
        both &= (mean >= least[:, None]) | (mean >= least[None, :])
    one, other = np.nonzero(both)
    return Edges(one, other, mean[one, other])


def paired(edges: Edges, people: int, weight: Whole) -> tuple[Whole, int]:
    """The places of the chosen pairs, and a value that no choice exceeds."""
    many = edges.one.size
    if not many:
        return np.zeros(0, dtype=np.int64), 0
    rows = np.concatenate([edges.one, edges.other])
    meets = sparse.csr_array((np.ones(2 * many), (rows, np.tile(np.arange(many), 2))),
                             shape=(people, many))  # fmt: skip
    found = milp(
        -weight.astype(float), integrality=np.ones(many, dtype=np.int64), bounds=Bounds(0, 1),
        constraints=LinearConstraint(meets, ub=1), options={"time_limit": SECONDS},
    )  # fmt: skip
    chosen = np.flatnonzero(np.round(found.x)) if found.x is not None else np.zeros(0, np.int64)
    limit = found.mip_dual_bound
    return chosen, int(weight.sum()) if limit is None else int(np.floor(-limit + 0.5))


def bound_of(edges: Edges, weight: Whole) -> int:
    """Twice every pair, once from either end, everybody once on either side: half of that."""
    people = int(max(edges.other.max(initial=-1), edges.one.max(initial=-1))) + 1
    mentee = np.concatenate([edges.one, edges.other])
    mentor = np.concatenate([edges.other, edges.one])
    twice = np.concatenate([weight, weight])
    if not people:
        return 0
    return assign(mentee, mentor, twice, mentors=people, capacity=1, objective="total").total // 2
