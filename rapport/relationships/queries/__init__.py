"""Reads that take more than a line, one file a noun."""

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

__all__ = [
    "accepted_goals",
    "accepting",
    "are_values_revealed",
    "decision_of",
    "facts_of",
    "latest_level",
    "members_of",
    "signed_agreement",
]
