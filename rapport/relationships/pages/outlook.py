"""The view of how ready they are, as one member may have it."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from rapport.domain.lead import course
from rapport.domain.outlook import PRIVATE_QUESTIONS, Outlook, Sign, is_worth_a_talk, signs_of
from rapport.domain.permissions import Role
from rapport.domain.phases import Phase
from rapport.relationships.access import Standing
from rapport.relationships.models import OutlookShowing, Relationship
from rapport.relationships.pages.cards import GoalCard, cards_of
from rapport.relationships.queries import facts_of, goals_with_words
from rapport.relationships.queries.lead import leads_of
from rapport.relationships.queries.readiness import confidence_of

SHOWN_BY_THEN = {Phase.WINDING_UP, Phase.CLOSED}


@dataclass(frozen=True)
class OutlookSeen:
    """`signs` and `goals` are empty as long as somebody else looks first."""

    is_shown: bool
    is_mine_to_show: bool
    is_worth_a_talk: bool
    signs: tuple[Sign, ...]
    goals: tuple[GoalCard, ...]
    questions: tuple[str, ...]
    confidence: int | None


def outlook_seen_by(standing: Standing, today: date) -> OutlookSeen:
    relationship = standing.relationship
    role = Role(standing.me.role)
    shown = is_shown(relationship)
    may_look = shown or role in relationship.shape.first_to_look
    signs = signs_of(outlook_of(relationship), today) if may_look else []
    cards = cards_of(goals_with_words(relationship), standing) if may_look else []
    said = relationship.confidences.filter(person=standing.me.person_id).last()
    return OutlookSeen(
        is_shown=shown,
        is_mine_to_show=may_look and not shown and not relationship.is_closed,
        is_worth_a_talk=is_worth_a_talk(signs),
        signs=tuple(signs),
        goals=tuple(card for card in cards if card.is_accepted),
        questions=tuple(gettext(each) for each in PRIVATE_QUESTIONS[role]),
        confidence=said.level if said else None,
    )


def is_shown(relationship: Relationship) -> bool:
    """Opened by whoever looked first, or a thing of all since they wind up."""
    has_come = Phase(relationship.phase) in SHOWN_BY_THEN
    return has_come or OutlookShowing.objects.filter(relationship=relationship).exists()


def outlook_of(relationship: Relationship) -> Outlook:
    confidence, learners = confidence_of(relationship)
    return Outlook(
        facts=facts_of(relationship),
        confidence=confidence,
        learners=learners,
        ends_on=relationship.intake.ends_on,
        lead=course(leads_of(relationship)),
    )
