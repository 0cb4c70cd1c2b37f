"""Why somebody has nobody. Knows rules, seats and who sits where; judges no pair."""

from collections.abc import Iterator

import numpy as np

from rapport.matching.engine.arrays import Yes
from rapport.matching.engine.assignment.shortage import Seating
from rapport.matching.engine.candidates.permitted import Candidates
from rapport.matching.engine.sentences import Sentence

from .solution import Unmatched


def unmatched(found: Candidates, seating: Seating) -> Iterator[Unmatched]:
    """Everybody without a pair: mentees first, then mentors, each in the order of the lot."""
    for row in np.flatnonzero(seating.mentor < 0).tolist():
        yield Unmatched(found.mentees[row].id, "mentee", why_mentee(found, seating, row))
    for column in np.flatnonzero(seating.taken == 0).tolist():
        yield Unmatched(found.mentors[column].id, "mentor", why_mentor(found, seating, column))


def why_mentee(found: Candidates, seating: Seating, row: int) -> Sentence:
    places = seating.offer.capacity > 0
    if found.mentees[row].capacity.most == 0:
        return Sentence("no_place_wanted")
    if not places.any():
        return Sentence("nobody_there")
    if places[seating.permitted(row)].any():
        short = seating.shortage(row)
        return Sentence(
            "seats_too_few",
            {"people": short.people, "seats": short.seats, "mentors": short.mentors},
        )
    one = slice(row, row + 1)
    return in_the_way({rule.key: rule.grid(one)[0][places] for rule in found.obstacles})


def why_mentor(found: Candidates, seating: Seating, column: int) -> Sentence:
    if seating.offer.capacity[column] == 0:
        return Sentence("no_place_wanted")
    if not found.mentees:
        return Sentence("nobody_there")
    if seating.wanted[column]:
        return Sentence("not_needed", {"permitted": int(seating.wanted[column])})
    rows = np.arange(len(found.mentees))
    columns = np.full(rows.size, column)
    return in_the_way({rule.key: rule.each(rows, columns) for rule in found.obstacles})


def in_the_way(stops: dict[str, Yes]) -> Sentence:
    """The rule that alone stops everybody, or else all rules that stop somebody, most first."""
    everybody = next(iter(stops.values())).size
    many = {key: int(stopped.sum()) for key, stopped in stops.items() if stopped.any()}
    ranked = sorted(many, key=lambda key: -many[key])
    if ranked and many[ranked[0]] == everybody:
        return Sentence(
            "rule_in_the_way", {"rule": ranked[0], "stopped": everybody, "everybody": everybody}
        )
    return Sentence("rules_together", {"rules": tuple(ranked), "everybody": everybody})
