"""Prices of seats: what proves that no other assignment is better.

Knows linear programming duality for this one problem and nothing about how a solution was found.
Any solution with prices that pass ``bound`` at its own total is an optimum: every mentee's gain
plus every seat's price is an upper limit for all assignments (weak duality).
"""

from dataclasses import dataclass

import numpy as np

from rapport.matching.engine.arrays import Whole

from .seats import Market

UNMATCHED = -1


@dataclass(frozen=True, slots=True)
class Proof:
    """One price a group of seats, one gain a mentee, and the two totals that meet."""

    price: Whole
    gain: Whole
    total: int
    bound: int

    @property
    def gap(self) -> int:
        """How much better any other assignment could be; 0 is proof of the optimum."""
        return self.bound - self.total


def worth_of(market: Market, taken: Whole) -> Whole:
    """The weight each mentee gets from the group she sits in; 0 for whoever sits nowhere."""
    worth = np.zeros(market.mentees, dtype=np.int64)
    own = taken[market.mentee] == market.seat
    worth[market.mentee[own]] = market.weight[own]
    return worth


def prove(market: Market, taken: Whole) -> Proof:
    """The smallest prices at which nobody would rather sit elsewhere, and what they prove.

    Prices rise from 0 until they rest; at an optimum they do so in as many steps as the longest
    chain of people moving up, and at anything less they would rise for ever: then they are
    stopped, and the gap that remains says so. ``taken``: the group each mentee sits in, or -1.
    """
    order = np.argsort(market.seat, kind="stable")
    by_seat = market.part(order)
    groups, start = np.unique(by_seat.seat, return_index=True)
    worth = worth_of(market, taken)
    price = np.zeros(market.seats.capacity.size, dtype=np.int64)
    for _ in range(price.size + 1):
        gain = gain_at(worth, price, taken)
        wanted = by_seat.weight - gain[by_seat.mentee]
        risen = price.copy()
        if groups.size:
            risen[groups] = np.maximum(price[groups], np.maximum.reduceat(wanted, start))
        if np.array_equal(risen, price):
            break
        price = risen
    return bound(market, taken, price)


def gain_at(worth: Whole, price: Whole, taken: Whole) -> Whole:
    """What each mentee keeps of her pair's worth after paying for the seat."""
    return np.where(taken == UNMATCHED, 0, worth - price[taken]) if price.size else worth


def bound(market: Market, taken: Whole, price: Whole) -> Proof:
    """The bound that any prices of at least 0 give, beside the total of the given assignment."""
    gain = np.zeros(market.mentees, dtype=np.int64)
    np.maximum.at(gain, market.mentee, market.weight - price[market.seat])
    total = int(worth_of(market, taken).sum())
    return Proof(price, gain, total, int(gain.sum() + (price * market.seats.capacity).sum()))


def nobody(market: Market) -> tuple[Whole, Proof]:
    """Where there is no pair to choose, nobody gets a seat, and prices of 0 prove it."""
    taken = np.full(market.mentees, UNMATCHED, dtype=np.int64)
    return taken, bound(market, taken, np.zeros(market.seats.capacity.size, dtype=np.int64))
