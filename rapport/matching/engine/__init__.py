"""The matching engine: a pool and criteria in, the best pairs with reasons and proof out.

Knows numbers and answers. Knows no Django, no database, no clock and no language.

This front page loads a room of the engine when one of its names is first asked for: numpy and scipy
take a second, and most processes never form a pair. Who needs them writes `engine.propose(…)`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .assignment.assigning import assign
    from .assignment.result import Assignment
    from .criteria.crowd import Crowd, crowd_of
    from .criteria.file import read_criteria
    from .criteria.kinds import DEFAULT, Criteria, Criterion, Rule
    from .criteria.person import Capacity, Person
    from .criteria.pool import Pool
    from .explanation.comparison import Difference, alternatives, compare, insist, simulate, why_not
    from .explanation.reasons import Explanation, explain, explain_all
    from .fairness.parity import (
        ParityReport,
        Spread,
        blocking_pairs,
        mean_of,
        parity,
        proportion,
        spread,
    )
    from .formats import Groups, propose_groups, propose_teams
    from .peers import Peers, pair_peers
    from .proposal.laying import Keep
    from .proposal.pairs import Pair
    from .proposal.proposing import match, propose, resolve
    from .proposal.solution import NextSeat, Solution, Unmatched
    from .sentences import NOTES, REASONS, REFUSALS, UNMATCHED, Sentence, UnusableError

ROOMS: dict[str, tuple[str, ...]] = {
    "assignment.assigning": ("assign",),
    "assignment.result": ("Assignment",),
    "criteria.crowd": ("Crowd", "crowd_of"),
    "criteria.file": ("read_criteria",),
    "criteria.kinds": ("DEFAULT", "Criteria", "Criterion", "Rule"),
    "criteria.person": ("Capacity", "Person"),
    "criteria.pool": ("Pool",),
    "explanation.comparison": (
        "Difference",
        "alternatives",
        "compare",
        "insist",
        "simulate",
        "why_not",
    ),
    "explanation.reasons": ("Explanation", "explain", "explain_all"),
    "fairness.parity": (
        "ParityReport",
        "Spread",
        "blocking_pairs",
        "mean_of",
        "parity",
        "proportion",
        "spread",
    ),
    "formats": ("Groups", "propose_groups", "propose_teams"),
    "peers": ("Peers", "pair_peers"),
    "proposal.laying": ("Keep",),
    "proposal.proposing": ("match", "propose", "resolve"),
    "proposal.pairs": ("Pair",),
    "proposal.solution": ("NextSeat", "Solution", "Unmatched"),
    "sentences": ("NOTES", "REASONS", "REFUSALS", "UNMATCHED", "Sentence", "UnusableError"),
}
ROOM_OF = {name: room for room, names in ROOMS.items() for name in names}

__all__ = [
    "DEFAULT",
    "NOTES",
    "REASONS",
    "REFUSALS",
    "UNMATCHED",
    "Assignment",
    "Capacity",
    "Criteria",
    "Criterion",
    "Crowd",
    "Difference",
    "Explanation",
    "Groups",
    "Keep",
    "NextSeat",
    "Pair",
    "ParityReport",
    "Peers",
    "Person",
    "Pool",
    "Rule",
    "Sentence",
    "Solution",
    "Spread",
    "Unmatched",
    "UnusableError",
    "alternatives",
    "assign",
    "blocking_pairs",
    "compare",
    "crowd_of",
    "explain",
    "explain_all",
    "insist",
    "match",
    "mean_of",
    "pair_peers",
    "parity",
    "proportion",
    "propose",
    "propose_groups",
    "propose_teams",
    "read_criteria",
    "resolve",
    "simulate",
    "spread",
    "why_not",
]

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """A name of this page, out of its room (PEP 562)."""
        if name not in ROOM_OF:
            raise AttributeError(f"The engine's front page has no {name!r}.")
        return getattr(import_module(f".{ROOM_OF[name]}", __name__), name)
