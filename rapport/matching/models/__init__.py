"""Rounds of matching, the pairs they propose, and what everybody says to them."""

from rapport.matching.models.asking import Asking, Choice
from rapport.matching.models.board import BoardEdit, BoardNote
from rapport.matching.models.matching_round import Aim, MatchingRound, Proposal
from rapport.matching.models.matching_settings import MatchingSettings, Mode

__all__ = [
    "Aim",
    "Asking",
    "BoardEdit",
    "BoardNote",
    "Choice",
    "MatchingRound",
    "MatchingSettings",
    "Mode",
    "Proposal",
]
