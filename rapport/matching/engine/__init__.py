"""The matching engine: a pool and criteria in, the best pairs with reasons and proof out.

Knows numbers and answers. Knows no Django, no database, no clock and no language.
"""

from .assignment.assigning import assign
from .assignment.result import Assignment
from .criteria.file import read_criteria
from .criteria.kinds import DEFAULT, Criteria, Criterion, Rule
from .criteria.pool import Capacity, Person, Pool
from .explanation.comparison import Difference, alternatives, compare, insist, simulate, why_not
from .explanation.reasons import Explanation, explain
from .fairness.parity import ParityReport, Spread, blocking_pairs, parity, spread
from .formats import Groups, propose_groups, propose_teams
from .peers import Peers, pair_peers
from .proposal.laying import Keep
from .proposal.proposing import match, propose, resolve
from .proposal.solution import NextSeat, Pair, Solution, Unmatched
from .sentences import NOTES, REASONS, REFUSALS, UNMATCHED, Sentence, UnusableError

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
