"""From almost right to exactly right: mends an assignment and its prices after an edit.

Knows shortest paths in prices, forwards from a mentee without a seat and backwards from a seat
that costs something and stands empty. Starts from any prices and any partial assignment, keeps
what already fits, and ends at an optimum with its proof; how much it works depends on how much
is wrong, not on how large the pool is.
"""

from dataclasses import dataclass, field

import numpy as np

from rapport.matching.engine.arrays import Whole, Yes

from .prices import UNMATCHED, Proof, bound, nobody, worth_of
from .seats import Market, Roads

FAR = np.int64(2**62)


@dataclass
class Repair:
    """An assignment on the way to its optimum: who has which seat, at which prices.

    ``worth``: the weight of each mentee's pair. ``step``, ``came_by`` and ``done`` belong to the
    search under way: how far each group of seats is, and by which pair it was reached.
    """

    market: Market
    roads: Roads
    taken: Whole
    price: Whole
    worth: Whole
    load: Whole
    step: Whole = field(default_factory=lambda: np.zeros(0, np.int64))
    came_by: Whole = field(default_factory=lambda: np.zeros(0, np.int64))
    done: Yes = field(default_factory=lambda: np.zeros(0, bool))

    def run(self) -> tuple[Whole, Proof]:
        """Mend everything; gives the group each mentee sits in and the proof."""
        self.free_the_unfitting()
        for mentee in np.flatnonzero(self.taken == UNMATCHED).tolist():
            self.seat_somebody(mentee)
        for seat in np.flatnonzero(self.price > 0).tolist():
            while self.price[seat] > 0 and self.load[seat] < self.capacity[seat]:
                self.fill_a_seat(seat)
        return self.taken, bound(self.market, self.taken, self.price)

    @property
    def capacity(self) -> Whole:
        return self.market.seats.capacity

    def gains(self, mentees: Whole) -> Whole:
        """What each keeps after paying; 0 without a seat."""
        seat = self.taken[mentees]
        return np.where(seat == UNMATCHED, 0, self.worth[mentees] - self.price[seat])

    def free_the_unfitting(self) -> None:
        """Take the seat of everybody who would rather have another, or who is one too many."""
        market = self.market
        best = np.zeros(market.mentees, dtype=np.int64)
        np.maximum.at(best, market.mentee, market.weight - self.price[market.seat])
        everybody = np.arange(market.mentees)
        unfit = (self.gains(everybody) < best) | (self.worth <= 0)
        for mentee in np.flatnonzero(unfit & (self.taken != UNMATCHED)).tolist():
            self.sit(mentee, UNMATCHED, 0)
        for seat in np.flatnonzero(self.load > self.capacity).tolist():
            for mentee in self.sitting(seat)[self.capacity[seat] :].tolist():
                self.sit(mentee, UNMATCHED, 0)

    def sitting(self, seat: int) -> Whole:
        """The mentees in a group of seats."""
        return np.flatnonzero(self.taken == seat)

    def seat_somebody(self, mentee: int) -> None:
        """The cheapest way to a seat for a mentee: to a free one, or to one somebody gives up."""
        market = self.market
        mine = self.roads.of_mentee(mentee)
        left = market.weight[mine] - self.price[market.seat[mine]]
        limit = int(left.max(initial=0))
        self.begin()
        self.reach(market.seat[mine], limit - left, np.arange(mine.start, mine.stop))
        goal, leaver = UNMATCHED, mentee
        while (seat := self.nearest(limit)) != UNMATCHED:
            here = int(self.step[seat])
            if self.load[seat] < self.capacity[seat]:
                goal, leaver, limit = seat, mentee, here
                break
            for other in self.sitting(seat).tolist():
                gain = int(self.worth[other] - self.price[seat])
                if here + gain < limit:
                    goal, leaver, limit = seat, other, here + gain
                self.look_around(other, here + gain)
        self.settle(limit, 1)
        if goal != UNMATCHED:
            self.move_up(mentee, goal, leaver)

    def look_around(self, mentee: int, step: int) -> None:
        """Reach every group a seated mentee could move to."""
        market, mine = self.market, self.roads.of_mentee(mentee)
        left = market.weight[mine] - self.price[market.seat[mine]]
        self.reach(market.seat[mine], step - left, np.arange(mine.start, mine.stop))

    def move_up(self, mentee: int, goal: int, leaver: int) -> None:
        """Walk the way back from the goal: everybody on it moves one seat further."""
        market = self.market
        if leaver != mentee:
            self.sit(leaver, UNMATCHED, 0)
        mover = UNMATCHED
        while mover != mentee:
            pair = self.came_by[goal]
            mover = int(market.mentee[pair])
            goal, behind = int(self.taken[mover]), goal
            self.sit(mover, behind, int(market.weight[pair]))

    def fill_a_seat(self, seat: int) -> None:
        """The cheapest end of an empty seat that has a price: somebody moves in, or it falls."""
        market = self.market
        limit, last, newcomer = int(self.price[seat]), seat, UNMATCHED
        self.begin()
        self.step[seat] = 0
        while (near := self.nearest(limit)) != UNMATCHED:
            here = int(self.step[near])
            if here + int(self.price[near]) < limit:
                limit, last, newcomer = here + int(self.price[near]), near, UNMATCHED
            pairs = self.roads.of_seat(near)
            mentees = market.mentee[pairs]
            steps = here + self.gains(mentees) + self.price[near] - market.weight[pairs]
            seated = self.taken[mentees] != UNMATCHED
            self.reach(self.taken[mentees[seated]], steps[seated], pairs[seated])
            if not seated.all() and steps[~seated].min() < limit:
                first = int(steps[~seated].argmin())
                limit, last, newcomer = int(steps[~seated][first]), near, int(pairs[~seated][first])
        self.settle(limit, -1)
        self.move_in(seat, last, newcomer)

    def move_in(self, seat: int, last: int, newcomer: int) -> None:
        """Everybody on the way moves one seat towards the empty one."""
        market = self.market
        if newcomer != UNMATCHED:
            self.sit(int(market.mentee[newcomer]), last, int(market.weight[newcomer]))
        while last != seat:
            pair = self.came_by[last]
            last = int(market.seat[pair])
            self.sit(int(market.mentee[pair]), last, int(market.weight[pair]))

    def begin(self) -> None:
        """Nothing is reached yet."""
        self.step = np.full(self.price.size, FAR)
        self.came_by = np.full(self.price.size, -1, dtype=np.int64)
        self.done = np.zeros(self.price.size, dtype=bool)

    def nearest(self, limit: int) -> int:
        """The nearest group not looked at yet and nearer than the limit, or -1."""
        ahead = np.where(self.done, FAR, self.step)
        seat = int(ahead.argmin())
        if ahead[seat] >= limit:
            return UNMATCHED
        self.done[seat] = True
        return seat

    def reach(self, seats: Whole, steps: Whole, pairs: Whole) -> None:
        """Note every group that is now nearer, and by which pair; of several the nearest."""
        nearer = np.flatnonzero((steps < self.step[seats]) & ~self.done[seats])
        nearer = nearer[np.argsort(-steps[nearer], kind="stable")]
        self.step[seats[nearer]] = steps[nearer]
        self.came_by[seats[nearer]] = pairs[nearer]

    def settle(self, limit: int, direction: int) -> None:
        """Prices rise on the way forwards and fall on the way backwards, by what was left."""
        near = self.done & (self.step < limit)
        self.price[near] += direction * (limit - self.step[near])

    def sit(self, mentee: int, seat: int, weight: int) -> None:
        """Give a mentee a seat, or none, and take the one she had."""
        if self.taken[mentee] != UNMATCHED:
            self.load[self.taken[mentee]] -= 1
        if seat != UNMATCHED:
            self.load[seat] += 1
        self.taken[mentee], self.worth[mentee] = seat, weight


def repair(market: Market, roads: Roads, taken: Whole, price: Whole) -> tuple[Whole, Proof]:
    """The optimum of a market from any seats and any prices of at least 0.

    ``taken``: the group each mentee sits in, or -1. What already fits stays as it is.
    """
    if market.weight.size == 0:
        return nobody(market)
    own = worth_of(market, taken)
    seated = np.where(own > 0, taken, UNMATCHED)
    load = np.bincount(seated[seated != UNMATCHED], minlength=price.size)
    return Repair(market, roads, seated, price.copy(), own, load).run()
