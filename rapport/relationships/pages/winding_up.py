"""The winding up as one member sees it: what is shared at once, and what waits for all."""

from dataclasses import dataclass

from django.utils.translation import gettext

from rapport.domain.ending import NEXT_LABELS, REDEFINITION_LABELS, Next, Redefinition
from rapport.relationships.access import Standing
from rapport.relationships.models import Decision, Participant, Thanks
from rapport.relationships.pages.cards import ReviewedGoal, cards_of, reviewed
from rapport.relationships.queries import decision_of, goals_with_words


@dataclass(frozen=True)
class Side:
    """One member's choice in words; without words while it is hers alone."""

    participant: Participant
    decision: Decision | None

    @property
    def next(self) -> str:
        return gettext(NEXT_LABELS[Next(self.decision.next)]) if self.decision else ""

    @property
    def redefinition(self) -> str:
        if self.decision is None:
            return ""
        return gettext(REDEFINITION_LABELS[Redefinition(self.decision.redefinition)])


@dataclass(frozen=True)
class DecisionSeen:
    """Where the decision stands for one member: `sides` is empty until all have chosen."""

    mine: Decision | None
    sides: tuple[Side, ...]
    is_common: bool


def decision_seen_by(standing: Standing) -> DecisionSeen:
    """Nobody sees the other's choice before all have made theirs."""
    decisions = standing.relationship.decisions.select_related("words")
    by_person = {each.person_id: each for each in decisions.prefetch_related("words__envelopes")}
    members = (standing.me, *standing.others)
    complete = all(each.person_id in by_person for each in members)
    return DecisionSeen(
        mine=by_person.get(standing.me.person_id),
        sides=tuple(Side(each, by_person[each.person_id]) for each in members) if complete else (),
        is_common=complete and decision_of(standing.relationship) is not None,
    )


def reviewed_goals(standing: Standing) -> list[ReviewedGoal]:
    """Every goal that all accepted, beside what each says of it."""
    cards = cards_of(goals_with_words(standing.relationship), standing)
    return [reviewed(card, standing) for card in cards if card.is_accepted]


def thanks_seen_by(standing: Standing) -> list[tuple[Participant, Thanks | None]]:
    """Oneself first; thanks can be read as soon as they are written."""
    written = standing.relationship.thanks.select_related("words")
    by_person = {each.person_id: each for each in written.prefetch_related("words__envelopes")}
    members = (standing.me, *standing.others)
    return [(each, by_person.get(each.person_id)) for each in members]
