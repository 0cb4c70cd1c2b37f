"""Whom to show to whom before anybody has a say.

The first suggestions of all mentees together are the best pairs for everybody, the second ones the
best that are left, and so on: each mentor comes first for no more people than she has places, so
that nobody's name stands at the top of every list.
"""

from dataclasses import dataclass, replace
from typing import Any

from rapport.matching import engine
from rapport.matching.engine import Criteria, Pool
from rapport.matching.queries.pool import Pair
from rapport.matching.solving import reasons_of, solve

MANY = 5


@dataclass(frozen=True)
class Suggestion:
    """Somebody to be shown, with what speaks for it in words both may read."""

    mentee: str
    mentor: str
    reasons: list[dict[str, Any]]


type Shown = dict[str, list[Suggestion]]
"""What is shown to whom, by number, the first first."""


def suggestions(pool: Pool, criteria: Criteria, seed: int, many: int = MANY) -> Shown:
    """At most `many` mentors for each mentee, the first the best for everybody together."""
    found: Shown = {}
    never = pool.forbidden
    for _layer in range(many):
        solution = solve(replace(pool, forbidden=never, locked=frozenset()), criteria, seed)
        chosen: set[Pair] = {pair.ids for pair in solution.pairs}
        for mentee, mentor in sorted(chosen):
            told = reasons_of(solution, engine.explain(solution, (mentee, mentor)))
            found.setdefault(mentee, []).append(Suggestion(mentee, mentor, told))
        never = never | chosen
        if not chosen:
            break
    return found


def the_other_way(shown: Shown, many: int = MANY) -> Shown:
    """The mentees to show to each mentor: those who are shown her, whose first she is first."""
    found: dict[str, list[tuple[int, str, Suggestion]]] = {}
    for listed in shown.values():
        for place, one in enumerate(listed):
            found.setdefault(one.mentor, []).append((place, one.mentee, one))
    return {
        mentor: [one for _place, _mentee, one in sorted(listed, key=lambda each: each[:2])][:many]
        for mentor, listed in found.items()
    }
