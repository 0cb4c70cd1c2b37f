"""The matching engine: a pool and criteria in, the best pairs with reasons and proof out.

Knows numbers and answers. Knows no Django, no database, no clock and no language.
"""

from .assignment import assign
from .comparison import Difference, alternatives, compare, insist, simulate, why_not
from .criteria import DEFAULT, Criteria, Criterion, Rule
from .criteria_file import read_criteria
from .explanation import Explanation, explain
from .fairness import ParityReport, Spread, blocking_pairs, parity, spread
from .formats import Groups, propose_groups, propose_teams
from .laying import Keep
from .peers import Peers, pair_peers
from .pool import Capacity, Person, Pool
from .proposal import match, propose, resolve
from .result import Assignment
from .sentences import NOTES, REASONS, REFUSALS, UNMATCHED, Sentence, UnusableError
from .solution import NextSeat, Pair, Solution, Unmatched

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
    "explain",
    "insist",
    "match",
    "pair_peers",
    "parity",
    "propose",
    "propose_groups",
    "propose_teams",
    "read_criteria",
    "resolve",
    "simulate",
    "spread",
    "why_not",
]
