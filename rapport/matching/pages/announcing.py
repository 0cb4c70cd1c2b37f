"""What an announcement will do, or has done, person by person."""

from typing import Any

from rapport.domain.formats import SHAPES, Format
from rapport.domain.sentences import _
from rapport.matching.actions.announcement import people_of
from rapport.matching.actions.gathering import circles_of
from rapport.matching.models import MatchingRound, Proposal
from rapport.matching.pages.cards import newcomers
from rapport.matching.queries.proposals import left_over, standing, waiting
from rapport.organisations.models import Membership
from rapport.programmes.models import Enrolment


def announcing_page(matching_round: MatchingRound) -> dict[str, Any]:
    """Before: how many pairs, who gets a letter, who needs a card."""
    pairs = list(waiting(matching_round))
    fixed = sum(each.is_locked for each in pairs)
    people = sorted(people_of(pairs).values(), key=str)
    here = addresses_here(people)
    new = [each for each in people if each.email not in here]
    return {
        "round": matching_round,
        "intake": matching_round.intake,
        "pair_count": len(pairs),
        "fixed_count": fixed,
        "may_stage": 0 < fixed < len(pairs),
        "left_over": left_over(matching_round),
        **circles_page(matching_round, pairs),
        "members": [each for each in people if each.email and each.email in here],
        "mailed": [each for each in new if each.email],
        "silent": [each for each in new if not each.email],
    }


def circles_page(matching_round: MatchingRound, pairs: list[Proposal]) -> dict[str, Any]:
    """What the pairs begin as: the format, how many relationships, and who fills no seats of it."""
    circles = circles_of(matching_round.intake, pairs)
    wanted = matching_round.intake.format
    return {
        "format": SHAPES[wanted],
        "circle_count": len(circles),
        "circles": [list(each.roles) for each in circles if len(each.roles) > 2],
        "as_pairs": [list(each.roles) for each in circles if each.format is not wanted],
    }


def addresses_here(people: list[Enrolment]) -> set[str]:
    """Which of these addresses belong to members already."""
    wanted = [each.email for each in people if each.email]
    found = Membership.objects.filter(person__email__in=wanted)
    return {str(email) for email in found.values_list("person__email", flat=True)}


# What has begun, by the name of the format; all others are pairs.
ANNOUNCED: dict[Format, str] = {
    Format.TEAM: _("The teams are announced"),
    Format.GROUP: _("The groups are announced"),
}
PAIRS_ANNOUNCED = _("The pairs are announced")


def announced_page(matching_round: MatchingRound) -> dict[str, Any]:
    """After: who has joined, whose letter is on its way, who still needs a card."""
    begun = standing(matching_round)
    people = sorted(people_of(standing(matching_round)).values(), key=str)
    waiting = newcomers(matching_round)
    missing = {each.pk for each in waiting}
    return {
        "round": matching_round,
        "intake": matching_round.intake,
        "announced_as": ANNOUNCED.get(matching_round.intake.format, PAIRS_ANNOUNCED),
        "pair_count": begun.count(),
        "circle_count": begun.values("relationship").distinct().count(),
        "members": [each for each in people if each.pk not in missing],
        "mailed": [each for each in waiting if each.email],
        "silent": [each for each in waiting if not each.email],
    }
