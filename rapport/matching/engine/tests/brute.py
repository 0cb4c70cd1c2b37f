"""A referee that tries everything. Slow and obviously right; shares no code with the engine."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product


@dataclass(frozen=True)
class Small:
    """A small offer: scores and wishes by (mentee, mentor), seats a mentor."""

    mentees: int
    capacity: tuple[int, ...]
    least: tuple[int, ...]
    score: dict[tuple[int, int], int]
    wish: dict[tuple[int, int], int]


def every_assignment(offer: Small) -> Iterator[tuple[int | None, ...]]:
    """Each way to give every mentee one permitted mentor or none, within the seats."""
    choices = [
        [None, *(j for j in range(len(offer.capacity)) if (i, j) in offer.score)]
        for i in range(offer.mentees)
    ]
    for chosen in product(*choices):
        if all(chosen.count(j) <= seats for j, seats in enumerate(offer.capacity)):
            yield chosen


def value(offer: Small, chosen: tuple[int | None, ...], *, fair: bool) -> tuple[int, ...]:
    """The aims in their order: people, seats counted on, worst pair, total, wishes."""
    pairs = [(i, j) for i, j in enumerate(chosen) if j is not None]
    scores = [offer.score[pair] for pair in pairs]
    counted_on = sum(min(chosen.count(j), least) for j, least in enumerate(offer.least))
    worst = min(scores) if fair and scores else 0
    return len(pairs), counted_on, worst, sum(scores), sum(offer.wish[pair] for pair in pairs)


def best_value(offer: Small, *, fair: bool) -> tuple[int, ...]:
    """The value no assignment exceeds."""
    return max(value(offer, chosen, fair=fair) for chosen in every_assignment(offer))
