"""What stands above every look at a round: how far it is, and what comes next."""

from typing import Any

from django.db.models import Count, Q

from rapport.matching.models import MatchingRound
from rapport.matching.pages.next_step import Situation, next_step


def round_head(found: MatchingRound) -> dict[str, Any]:
    """The round, its next step, how many have answered, and what is announced already."""
    pairs = found.proposals.filter(removed_at=None).aggregate(
        open=Count("pk", filter=Q(announced_at=None)),
        not_agreed=Count("pk", filter=Q(announced_at=None, approved_at=None)),
        announced=Count("pk", filter=Q(announced_at__isnull=False)),
    )
    said = found.askings.aggregate(
        asked=Count("pk"), answered=Count("pk", filter=Q(answered_at__isnull=False))
    )
    situation = Situation(found, pairs["open"], pairs["not_agreed"])
    return {
        "round": found,
        "intake": found.intake,
        "next": next_step(situation),
        "open_pairs": pairs["open"],
        "announced_pairs": pairs["announced"],
        **said,
    }
