"""The assignment of greatest weight, found with scipy.

Knows the two solvers, the dense and the sparse one, and how to stay exact on a short list of
pairs. Does not know what a weight means.
"""

from itertools import pairwise

import numpy as np
from scipy import sparse
from scipy.optimize import linear_sum_assignment
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from rapport.matching.engine.arrays import Whole, Yes

from .prices import UNMATCHED, Proof, bound, gain_at, nobody, prove, worth_of
from .seats import Market

DENSE_CELLS = 4_000_000
"""Up to here the whole table of mentees and seats fits comfortably in memory and time."""

SHORT_LIST = 24
ADDED_AT_ONCE = 8


def solve(market: Market) -> tuple[Whole, Proof]:
    """For each mentee the group of seats she gets, or -1, with the proof over all pairs."""
    seats = int(market.seats.capacity.sum())
    if market.weight.size == 0:
        return nobody(market)
    if market.mentees * seats <= DENSE_CELLS:
        taken = solve_dense(market)
        return taken, prove(market, taken)
    return solve_by_lists(market)


def solve_dense(market: Market) -> Whole:
    """All pairs in one table, one column a seat."""
    table = np.zeros((market.mentees, market.seats.capacity.size))
    table[market.mentee, market.seat] = market.weight
    group = np.repeat(np.arange(market.seats.capacity.size), market.seats.capacity)
    rows, columns = linear_sum_assignment(table[:, group], maximize=True)
    return seated(market.mentees, rows, group[columns], table[rows, group[columns]] > 0)


def solve_sparse(market: Market) -> Whole:
    """Only the listed pairs, each once for every seat, and a chair of her own for each mentee."""
    capacity = market.seats.capacity
    many = capacity[market.seat]
    pair = np.repeat(np.arange(market.seat.size), many)
    within = np.arange(pair.size) - np.repeat(np.cumsum(many) - many, many)
    first = np.cumsum(capacity) - capacity
    mentees, seats = np.arange(market.mentees), int(capacity.sum())
    rows = np.concatenate([market.mentee[pair], mentees])
    columns = np.concatenate([first[market.seat[pair]] + within, seats + mentees])
    dear = int(market.weight.max(initial=0)) + 1
    cost = np.concatenate([dear - market.weight[pair], np.full(market.mentees, dear)])
    graph = sparse.csr_array(
        (cost.astype(np.float64), (rows, columns)), shape=(market.mentees, seats + market.mentees)
    )
    found, seat = min_weight_full_bipartite_matching(graph)
    group = np.repeat(np.arange(capacity.size), capacity)
    real = seat < seats
    return seated(market.mentees, found.astype(np.int64), group[np.where(real, seat, 0)], real)


def seated(mentees: int, rows: Whole, groups: Whole, real: Yes) -> Whole:
    taken = np.full(mentees, UNMATCHED, dtype=np.int64)
    taken[rows[real]] = groups[real]
    return taken


def solve_by_lists(market: Market) -> tuple[Whole, Proof]:
    """Solve on short lists, then add every pair that the prices say could improve the result.

    It ends when no pair of the whole market can, so the proof covers all pairs, listed or not.
    """
    listed = best_of_each(market, market.weight, SHORT_LIST)
    while True:
        short = market.part(listed)
        taken = solve_sparse(short)
        proof = bound(market, taken, prove(short, taken).price)
        left = market.weight - proof.price[market.seat]
        kept = gain_at(worth_of(short, taken), proof.price, taken)
        better = np.flatnonzero(left > kept[market.mentee])
        if better.size == 0:
            return taken, proof
        listed[better[best_of_each(market.part(better), left[better], ADDED_AT_ONCE)]] = True


def best_of_each(market: Market, value: Whole, many: int) -> Yes:
    """The ``many`` pairs of greatest value of each mentee."""
    best = np.zeros(market.mentee.size, dtype=bool)
    starts = np.searchsorted(market.mentee, np.arange(market.mentees + 1))
    for start, end in pairwise(starts.tolist()):
        if end - start <= many:
            best[start:end] = True
        else:
            best[start + np.argpartition(value[start:end], -many)[-many:]] = True
    return best
