"""What may be said: how strong the evidence is, which situation it leaves, and in which words."""

from rapport.evaluation.verdicts.claim import Claim
from rapport.evaluation.verdicts.grade import Check, Grade, graded
from rapport.evaluation.verdicts.situation import Situation, Size, situation_of, size_of

__all__ = ["Check", "Claim", "Grade", "Situation", "Size", "graded", "situation_of", "size_of"]
