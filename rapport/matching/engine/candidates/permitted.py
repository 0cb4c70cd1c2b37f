"""Everybody against everybody: which pairs are permitted, and how good each would be.

Knows the pool laid out in the order the lot gives, so that neither the order of arrival nor a
name ever decides. Does not choose.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

import numpy as np
from scipy import sparse

from rapport.matching.engine.arrays import Floats, Whole, Yes
from rapport.matching.engine.assignment.seats import Offer
from rapport.matching.engine.criteria.crowd import Crowd, People, least_and_most
from rapport.matching.engine.criteria.kinds import STANDING_RULES, Criteria
from rapport.matching.engine.criteria.lines import Lines, lines_of
from rapport.matching.engine.criteria.person import ids_of
from rapport.matching.engine.criteria.pool import PairOfIds, Pool
from rapport.matching.engine.scoring.columns import at, marks
from rapport.matching.engine.scoring.points import Scale, scale_for, slices
from rapport.matching.engine.scoring.rules import Obstacle, obstacles
from rapport.matching.engine.sentences import UnusableError

DEAREST = 3
"""How many wishes of each person decide between assignments that are otherwise equal."""


EVERYBODY = 2**31
"""More people than anybody takes."""


@dataclass(frozen=True)
class Candidates:
    """A pool, laid out: people in the order of the lot, rules and criteria ready to be asked."""

    pool: Pool
    mentees: People
    mentors: People
    lines: Lines
    obstacles: tuple[Obstacle, ...]
    scale: Scale

    @cached_property
    def ids(self) -> tuple[Sequence[str], Sequence[str]]:
        """The ids of mentees, and of mentors, where they stand."""
        return ids_of(self.mentees), ids_of(self.mentors)

    @cached_property
    def row(self) -> dict[str, int]:
        """Where each mentee stands."""
        return {person: row for row, person in enumerate(self.ids[0])}

    @cached_property
    def column(self) -> dict[str, int]:
        """Where each mentor stands."""
        return {person: column for column, person in enumerate(self.ids[1])}

    @cached_property
    def locked(self) -> tuple[Whole, Whole]:
        """Rows and columns of the pairs decided by hand."""
        locked = self.pool.locked
        pairs = sorted((self.row[mentee], self.column[mentor]) for mentee, mentor in locked)
        found = np.array(pairs, dtype=np.int64).reshape(-1, 2)
        return found[:, 0], found[:, 1]

    def places(self, pair: PairOfIds) -> tuple[Whole, Whole]:
        """Row and column of one pair; raises UnusableError when one of the two is not there."""
        for person, known in zip(pair, (self.row, self.column), strict=True):
            if person not in known:
                raise UnusableError("person_unknown", person=person)
        return np.array([self.row[pair[0]]]), np.array([self.column[pair[1]]])

    def stopped_by(self, pair: PairOfIds) -> tuple[str, ...]:
        """The keys of the rules that stand in the way of a pair; none when it is permitted."""
        places = self.places(pair)
        return tuple(one.key for one in self.obstacles if one.each(*places)[0])

    def permitted(self, rows: slice) -> Yes:
        """Which pairs break no rule: one row a mentee, one column a mentor."""
        stopped = np.zeros((rows.stop - rows.start, len(self.mentors)), dtype=bool)
        for obstacle in self.obstacles:
            stopped |= obstacle.grid(rows)
        return ~stopped

    def places_in(self, offer: Offer, pairs: Collection[PairOfIds]) -> Whole:
        """Where in an offer the given pairs stand; those that are not in it are left out."""
        if not pairs:
            return np.zeros(0, dtype=np.int64)
        there = [
            (self.row[one], self.column[other])
            for one, other in pairs
            if one in self.row and other in self.column
        ]
        found = np.array(sorted(there), dtype=np.int64).reshape(-1, 2)
        width = len(self.mentors)
        key = offer.mentee * width + offer.mentor
        wanted = found[:, 0] * width + found[:, 1]
        place = np.searchsorted(key, wanted)
        return place[key[np.minimum(place, key.size - 1)] == wanted] if key.size else place[:0]

    def offer(self) -> Offer:
        """All permitted pairs of people who want a place, and the pairs decided by hand."""
        wanting = least_and_most(self.mentees)[1] > 0
        found = [self.part(rows, wanting) for rows in slices(len(self.mentees))]
        mentee, mentor, score = (
            np.concatenate([np.zeros(0, np.int64), *(one[field] for one in found)])
            for field in range(3)
        )
        return Offer(
            len(self.mentees), mentee, mentor, score,
            at(self.wished, mentee, mentor).astype(np.int64), *self.seats,
        )  # fmt: skip

    def part(self, rows: slice, wanting: Yes) -> tuple[Whole, Whole, Whole]:
        """The permitted pairs of some mentees: rows, columns, scores."""
        permitted = self.permitted(rows) & wanting[rows, None]
        mine = (self.locked[0] >= rows.start) & (self.locked[0] < rows.stop)
        permitted[self.locked[0][mine] - rows.start, self.locked[1][mine]] = True
        mentee, mentor = np.nonzero(permitted)
        score = self.scale.grid(rows, len(self.mentors))[permitted].astype(np.int64)
        return (mentee + rows.start).astype(np.int64), mentor.astype(np.int64), score

    @cached_property
    def wished(self) -> sparse.csr_array:
        """The wishes each pair would fulfil: 3 for a first, 2 for a second, 1 for a third wish."""
        theirs = marks(self.mentees, self.mentors, dearest)
        ours = marks(self.mentors, self.mentees, dearest).T.tocsr()
        return (theirs + ours).tocsr()

    @cached_property
    def seats(self) -> tuple[Whole, Whole]:
        """The seats of each mentor, and how many of them she counts on."""
        least, most = least_and_most(self.mentors)
        return most, least


def dearest(_many: Whole, _rank: Whole, different: Whole) -> Floats:
    """3 for a first wish, 2 for a second, 1 for a third, nothing for those that follow."""
    return np.maximum(0, DEAREST - different).astype(np.float64)


def candidates(pool: Pool, criteria: Criteria, seed: int) -> Candidates:
    """Lay out a pool; raises UnusableError for answers of the wrong kind and impossible locks."""
    mentees, mentors = drawn(pool.mentees, seed), drawn(pool.mentors, seed)
    lines = lines_of(pool)
    found = Candidates(
        pool, mentees, mentors, lines,
        obstacles(pool, criteria.rules, lines, mentees, mentors),
        scale_for(criteria.criteria, mentees, mentors),
    )  # fmt: skip
    refuse_impossible_locks(found)
    return found


def drawn(people: People, seed: int) -> People:
    """People in the order of a lot that ``seed`` draws: fair beforehand, the same every time."""
    ids = ids_of(people)
    lots = [lot(person, seed) for person in ids]
    order = sorted(range(len(ids)), key=lots.__getitem__)
    if isinstance(people, Crowd):
        return people.taken(np.array(order, dtype=np.int64))
    return tuple(people[place] for place in order)


def lot(identity: str, seed: int) -> tuple[bytes, str]:
    return blake2b(identity.encode(), key=str(seed).encode()[:64]).digest(), identity


def refuse_impossible_locks(found: Candidates) -> None:
    """Raise when a lock breaks a standing rule or gives somebody more people than she takes."""
    for pair in sorted(found.pool.locked):
        for rule in found.stopped_by(pair):
            if rule in STANDING_RULES:
                raise UnusableError(
                    "locked_against_rule", mentee=pair[0], mentor=pair[1], rule=rule
                )
    rows, columns = found.locked
    for people, places, at_most in ((found.mentees, rows, 1), (found.mentors, columns, EVERYBODY)):
        most = np.minimum(least_and_most(people)[1], at_most)
        many = np.bincount(places, minlength=most.size)
        for place in np.flatnonzero(many > most).tolist():
            raise UnusableError(
                "too_many_locked", person=ids_of(people)[place], most=int(most[place])
            )
