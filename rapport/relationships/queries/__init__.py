"""Reads that take more than a line, one file a noun."""

from rapport.relationships.queries.goals import (
    goal_of,
    goals_of,
    goals_with_words,
    step_of,
    steps_of,
)
from rapport.relationships.queries.readiness import (
    accepted_goals,
    accepting,
    are_values_revealed,
    decision_of,
    facts_of,
    latest_level,
    members_of,
    signed_agreement,
)
from rapport.relationships.queries.rematch import rematch_wishes
from rapport.relationships.queries.rhythm import (
    is_answered,
    living_relationships,
    open_pause,
    open_question,
    silence_of,
)

__all__ = [
    "accepted_goals",
    "accepting",
    "are_values_revealed",
    "decision_of",
    "facts_of",
    "goal_of",
    "goals_of",
    "goals_with_words",
    "is_answered",
    "latest_level",
    "living_relationships",
    "members_of",
    "open_pause",
    "open_question",
    "rematch_wishes",
    "signed_agreement",
    "silence_of",
    "step_of",
    "steps_of",
]
