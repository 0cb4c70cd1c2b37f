"""Chosen places become pairs of people, with the parts of their score and notes.

Knows what a coordinator should be told about a pair. Does not choose.
"""

from collections.abc import Iterator

import numpy as np

from rapport.matching.engine.arrays import Whole
from rapport.matching.engine.candidates.permitted import Candidates
from rapport.matching.engine.criteria.kinds import STANDING_RULES
from rapport.matching.engine.sentences import Sentence

from .solution import Pair


def pairs_of(
    found: Candidates, rows: Whole, columns: Whole, known: tuple[Pair, ...]
) -> tuple[Pair, ...]:
    """The pairs of the given rows and columns, by id; ``known`` ones need no new look."""
    same = {pair.ids: pair for pair in known if pair.locked == (pair.ids in found.pool.locked)}
    ids = [
        (found.mentees[row].id, found.mentors[column].id)
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
    ]
    new = np.array([place for place, pair in enumerate(ids) if pair not in same], dtype=np.int64)
    looked_at = {pair.ids: pair for pair in new_pairs(found, rows[new], columns[new])}
    return tuple(same.get(pair) or looked_at[pair] for pair in sorted(ids))


def new_pairs(found: Candidates, rows: Whole, columns: Whole) -> Iterator[Pair]:
    """The pairs with the parts of their scores, looked at one by one."""
    parts = found.scale.parts(rows, columns)
    notes = notes_of(found, rows, columns)
    for place, (row, column) in enumerate(zip(rows.tolist(), columns.tolist(), strict=True)):
        mentee, mentor = found.mentees[row].id, found.mentors[column].id
        yield Pair(
            mentee,
            mentor,
            sum(part.points for part in parts[place]),
            parts[place],
            (mentee, mentor) in found.pool.locked,
            tuple(notes[place]),
        )


def notes_of(found: Candidates, rows: Whole, columns: Whole) -> list[list[Sentence]]:
    """What a coordinator should know about each pair before she announces it."""
    notes: list[list[Sentence]] = [[] for _ in rows]
    for place, (row, column) in enumerate(zip(rows.tolist(), columns.tolist(), strict=True)):
        pair = (found.mentees[row].id, found.mentors[column].id)
        if pair in found.pool.locked:
            notes[place].append(Sentence("set_by_hand"))
        if found.lines.same_manager(*pair):
            notes[place].append(Sentence("same_manager"))
    for rule in found.obstacles:
        if rule.key in STANDING_RULES:
            continue
        for place in np.flatnonzero(rule.each(rows, columns)).tolist():
            notes[place].append(Sentence("set_despite", {"rule": rule.key}))
        for place in np.flatnonzero(~rule.checked(rows, columns)).tolist():
            notes[place].append(Sentence("not_checked", {"rule": rule.key}))
    return notes
