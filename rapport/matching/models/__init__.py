"""Rounds of matching and the pairs they propose."""

from rapport.matching.models.matching_round import MatchingRound, Proposal

__all__ = ["MatchingRound", "Proposal"]
