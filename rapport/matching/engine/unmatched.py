"""Why somebody has nobody. Knows rules, seats and who sits where; judges no pair."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from .arrays import Whole, Yes
from .candidates import Candidates
from .seats import Offer
from .sentences import Sentence
from .solution import Unmatched


@dataclass(frozen=True, slots=True)
class Seated:
    """Who got whom, by number: ``mentor`` of each mentee, or -1."""

    candidates: Candidates
    offer: Offer
    mentor: Whole


def unmatched(seated: Seated) -> Iterator[Unmatched]:
    """Everybody without a pair: mentees first, then mentors, each in the order of the lot."""
    found, offer = seated.candidates, seated.offer
    for row in np.flatnonzero(seated.mentor < 0).tolist():
        yield Unmatched(found.mentees[row].id, "mentee", why_mentee(seated, row))
    taken = np.bincount(seated.mentor[seated.mentor >= 0], minlength=offer.capacity.size)
    for column in np.flatnonzero(taken == 0).tolist():
        yield Unmatched(found.mentors[column].id, "mentor", why_mentor(seated, column))


def why_mentee(seated: Seated, row: int) -> Sentence:
    found, offer = seated.candidates, seated.offer
    if found.mentees[row].capacity.most == 0:
        return Sentence("no_place_wanted")
    open_places = offer.capacity > 0
    if not open_places.any():
        return Sentence("nobody_there")
    permitted = offer.mentor[offer.mentee == row]
    if not open_places[permitted].any():
        stops = {one.key: one.grid(slice(row, row + 1))[0][open_places] for one in found.obstacles}
        return in_the_way(stops, int(open_places.sum()))
    return seats_too_few(seated, row)


def why_mentor(seated: Seated, column: int) -> Sentence:
    found, offer = seated.candidates, seated.offer
    if offer.capacity[column] == 0:
        return Sentence("no_place_wanted")
    if not found.mentees:
        return Sentence("nobody_there")
    permitted = int(np.count_nonzero(offer.mentor == column))
    if permitted:
        return Sentence("not_needed", {"permitted": permitted})
    rows = np.arange(len(found.mentees))
    columns = np.full(rows.size, column)
    return in_the_way({one.key: one.each(rows, columns) for one in found.obstacles}, rows.size)


def in_the_way(stops: dict[str, Yes], everybody: int) -> Sentence:
    """The rule that alone stops everybody, or else all rules that stop somebody, most first."""
    many = {key: int(stopped.sum()) for key, stopped in stops.items() if stopped.any()}
    ranked = sorted(many, key=lambda key: -many[key])
    if ranked and many[ranked[0]] == everybody:
        return Sentence(
            "rule_in_the_way", {"rule": ranked[0], "stopped": everybody, "everybody": everybody}
        )
    return Sentence("rules_together", {"rules": tuple(ranked), "everybody": everybody})


def seats_too_few(seated: Seated, row: int) -> Sentence:
    """The smallest group that shares too few seats: all who could make room for each other.

    By Hall's theorem there is one around everybody whom a fullest assignment leaves out: the
    mentors she may have, the mentees who sit there, the mentors they may have, and so on.
    """
    offer = seated.offer
    mentees = np.zeros(offer.mentees, dtype=bool)
    mentees[row] = True
    mentors = np.zeros(offer.capacity.size, dtype=bool)
    while True:
        reached = np.unique(offer.mentor[mentees[offer.mentee]])
        if mentors[reached].all():
            break
        mentors[reached] = True
        mentees |= (seated.mentor >= 0) & mentors[seated.mentor]
    seats = int(offer.capacity[mentors].sum())
    return Sentence(
        "seats_too_few",
        {"people": int(mentees.sum()), "seats": seats, "mentors": int(mentors.sum())},
    )
