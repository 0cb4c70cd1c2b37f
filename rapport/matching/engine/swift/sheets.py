"""What is known of everybody, laid out for a sweep over all pairs.

Knows five forms of answer and one formula for choices that all criteria and rules on them come
down to. Knows no name of any of them.
"""

from typing import NamedTuple

from .books import Ints

TABLE, CODE, CHOICE, MARK, VECTOR = range(5)


class Parts(NamedTuple):
    """One entry for each rule and criterion, the rules first.

    ``column``: which of the sheets of its ``form``. Points are ``of`` times a share from 0 to 1,
    ``neutral`` where one side did not answer; of rules, whether a pair is stopped. ``setting``:
    of criteria on choices factor and most of what is shared, then what it is divided by: once, by
    the mentee's total, by the mentor's; of rules the least and the most that may be shared.
    ``narrow``: what is shared is a small number for every pair.
    """

    form: Ints
    column: Ints
    of: Ints
    neutral: Ints
    setting: Ints
    narrow: Ints


class Sheets(NamedTuple):
    """``value``: for each question the row of ``table`` that holds a mentee's points with every
    mentor. ``code``: the one choice of each mentee, then of each mentor. ``own``: the choices of a
    mentee, from ``own_start`` on, with weights; ``level``: for each choice all mentors; then the
    totals of both. ``mark``: marks of each mentee from ``mark_start`` on; ``known``: to whom marks
    apply. ``vector``: what mentees wrote, in steps a direction, from ``vector_start`` on;
    ``written``: who wrote. ``open``: the mentors who have a seat.
    """

    rules: int
    parts: Parts
    value: Ints
    table: Ints
    code: Ints
    mentor_code: Ints
    own_start: Ints
    own: Ints
    own_weight: Ints
    level: Ints
    total: Ints
    mentor_total: Ints
    mark_start: Ints
    mark: Ints
    mark_worth: Ints
    known: Ints
    mentor_known: Ints
    vector_start: Ints
    vector: Ints
    mentor_vector: Ints
    written: Ints
    mentor_written: Ints
    open: Ints
