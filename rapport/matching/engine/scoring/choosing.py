"""What both sides chose, laid beside each other as sparse matrices of whole weights.

Knows names and how much each matters to whom. Does not know what is good.
"""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from rapport.matching.engine.arrays import Floats, Weights, Whole, distinct
from rapport.matching.engine.criteria.crowd import People, importance_to, said_by
from rapport.matching.engine.criteria.person import plain
from rapport.matching.engine.criteria.words import Words

from .columns import HUNDRED, Choices


@dataclass(frozen=True, slots=True)
class Named:
    """Plain names: those of a person side by side, none twice. ``people``: how many there are."""

    table: tuple[str, ...]
    row: Whole
    place: Whole
    weight: Weights
    people: int


def plainly(words: Words, weight: int = 1) -> Named:
    """The words of everybody without regard to case and spacing, each worth the same."""
    table: dict[str, int] = {}
    plain_of = np.array(
        [table.setdefault(plain(word), len(table)) for word in words.table], dtype=np.int64
    )
    width = max(1, len(table))
    key = words.rows * width + plain_of[words.place]
    if "" in table:
        key = key[key % width != table[""]]
    key = distinct(key)
    return Named(
        tuple(table), key // width, key % width, np.full(key.size, weight, np.uint8),
        words.kind.size,
    )  # fmt: skip


def choices(mentees: People, mentors: People, question: str, wanted: str = "") -> Choices:
    """Each choice counts 1; the mentees answered ``wanted`` where that is another question."""
    return weigh(plainly(said_by(mentees, wanted or question)), plainly(said_by(mentors, question)))


def weighted_choices(mentees: People, mentors: People, question: str) -> Choices:
    """Each choice counts by its importance (mentee) or level (mentor), in whole hundredths."""
    return weigh(with_importance(mentees, question), with_importance(mentors, question))


def with_importance(people: People, question: str) -> Named:
    """Everybody's choices, worth what was said about them, or all of it."""
    named, given = plainly(said_by(people, question), HUNDRED), importance_to(people)
    if not given.place.size:
        return named
    width = max(1, len(named.table))
    there = {name: place for place, name in enumerate(named.table)}
    place = np.array([there.get(plain(topic), -1) for topic in given.table])[given.place]
    asked = given.rows[place >= 0] * width + place[place >= 0]
    known = named.row * width + named.place
    at_place = np.minimum(np.searchsorted(known, asked), max(known.size - 1, 0))
    same = known[at_place] == asked if known.size else np.zeros(asked.size, dtype=bool)
    worth = np.rint(HUNDRED * np.clip(given.worth[place >= 0], 0, 1)).astype(np.uint8)
    named.weight[at_place[same]] = worth[same]
    return named


def weigh(mentees: Named, mentors: Named) -> Choices:
    """Lay weights out as matrices over the choices that occur on both sides."""
    both = used(mentees) & used(mentors)
    place = {choice: number for number, choice in enumerate(sorted(both))}
    return Choices(matrix(mentees, place), matrix(mentors, place), total(mentees), total(mentors))


def used(named: Named) -> set[str]:
    return {named.table[place] for place in distinct(named.place).tolist()}


def matrix(named: Named, place: dict[str, int]) -> sparse.csr_array:
    moved = np.array([place.get(choice, -1) for choice in named.table], dtype=np.int64)
    column = moved[named.place]
    kept = (column >= 0) & (named.weight > 0)
    places = named.row[kept].astype(np.int32), column[kept].astype(np.int32)
    laid: sparse.csr_array = sparse.coo_array(
        (named.weight[kept], places), shape=(named.people, len(place))
    ).tocsr()
    laid.sort_indices()
    return laid


def total(named: Named) -> Floats:
    return np.bincount(named.row, weights=named.weight, minlength=named.people)
