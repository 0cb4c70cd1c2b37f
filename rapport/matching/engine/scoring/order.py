"""Sheets in another order of mentors, or with fewer of them: what is alike lies side by side."""

from typing import Any

import numpy as np

from rapport.matching.engine.arrays import Whole

from .sheets import TABLE

ELSEWHERE = -(2**30)
"""The place of a mentor who is not there: before every tile."""

BY_MENTOR = (
    "table", "mentor_code", "level", "mentor_total", "mentor_known", "mentor_vector",
    "mentor_written",
)  # fmt: skip
"""The sheets with one column a mentor."""

ALIKE = 64
"""So many rows of the tables are looked at to find mentors who are alike."""


def alike_together(sheets: Any) -> Whole:
    """The mentors in an order in which those alike on questions with numbers are neighbours.

    Groups stand in the order of their first mentor, mentors of a group as they stood: where the
    order was a lot, it stays one.
    """
    stops = [form == TABLE for form in sheets.parts.form[: sheets.rules]]
    first = int(sum(stops))
    begins = [int(rows.min()) if rows.size else 0 for rows in sheets.value]
    split = begins[first] if first < len(begins) else sheets.table.shape[0]
    order = np.arange(sheets.open.size)
    for rows in (sheets.table[split:][:ALIKE], sheets.table[:split][:ALIKE]):
        if rows.size:
            seen = np.unique(rows[:, order], axis=1, return_index=True, return_inverse=True)
            order = order[np.argsort(seen[1][seen[2].ravel()], kind="stable")]
    return order


def narrowed(sheets: Any, mentors: Whole) -> Any:
    """The same sheets with only some of the mentors, numbered anew."""
    place = np.full(sheets.open.size, ELSEWHERE, dtype=np.int32)
    place[mentors] = np.arange(mentors.size)
    return sheets._replace(
        mark=place[sheets.mark],
        open=sheets.open[mentors],
        **{name: np.ascontiguousarray(getattr(sheets, name)[:, mentors]) for name in BY_MENTOR},
    )
