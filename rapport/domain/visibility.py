"""Who can see what: one table, shown beside each field as a chip.

Settings may narrow an audience and never widen it: two people wrote under this promise, and
nobody may open what they wrote to others afterwards.
"""

from enum import StrEnum

from rapport.domain.sentences import _


class Audience(StrEnum):
    ONLY_YOU = "only_you"
    PAIR = "pair"
    PROGRAMME = "programme"
    POOLED = "pooled"


LABELS: dict[Audience, str] = {
    Audience.ONLY_YOU: _("Only you"),
    Audience.PAIR: _("Between you"),
    Audience.PROGRAMME: _("Programme"),
    Audience.POOLED: _("Pooled from five up"),
}

EXPLANATIONS: dict[Audience, str] = {
    Audience.ONLY_YOU: _("Sealed in your browser. Nobody but you can read it."),
    Audience.PAIR: _(
        "Sealed in your browser for the members of this relationship. "
        "Coordinators, administrators and whoever runs this server cannot read it."
    ),
    Audience.PROGRAMME: _("The coordinators of your programme see this."),
    Audience.POOLED: _(
        "The programme sees figures of at least five people together, never your own answer."
    ),
}

AUDIENCES: dict[str, Audience] = {
    "journal": Audience.ONLY_YOU,
    "preparation": Audience.ONLY_YOU,
    "preparation_shared": Audience.PAIR,
    "reflection": Audience.ONLY_YOU,
    "values_before_reveal": Audience.ONLY_YOU,
    "values": Audience.PAIR,
    "trust_before_reveal": Audience.ONLY_YOU,
    "trust": Audience.PAIR,
    "pulse_before_reveal": Audience.ONLY_YOU,
    "pulse": Audience.PAIR,
    "pulse_topic": Audience.PAIR,
    "competencies": Audience.ONLY_YOU,
    "competencies_of_partner": Audience.PAIR,
    "agenda": Audience.PAIR,
    "meeting_place": Audience.PAIR,
    "agreement": Audience.PAIR,
    "goal_words": Audience.PAIR,
    "goal_figures": Audience.PAIR,
    "step_words": Audience.PAIR,
    "review": Audience.PAIR,
    "thanks": Audience.PAIR,
    "decision": Audience.PAIR,
    "redefinition": Audience.PAIR,
    "pause": Audience.PAIR,
    "drift_answer": Audience.PAIR,
    "meeting_date": Audience.PROGRAMME,
    "phase": Audience.PROGRAMME,
    "agreement_signed": Audience.PROGRAMME,
    "ending_date": Audience.PROGRAMME,
    "decision_needed": Audience.PROGRAMME,
    "talk_asked": Audience.PROGRAMME,
    "sign_up_answers": Audience.PROGRAMME,
    "goal_attainment": Audience.POOLED,
    "lent_figures": Audience.POOLED,
    "who_led": Audience.POOLED,
    "challenge_felt": Audience.POOLED,
    "shelf": Audience.PAIR,
    "reflection_shared": Audience.PAIR,
    "question_bookmarks": Audience.ONLY_YOU,
    "confidence": Audience.PAIR,
    "dependency": Audience.ONLY_YOU,
    "introductions": Audience.PAIR,
    "farewell": Audience.PAIR,
    "keeping": Audience.PAIR,
}

# From the narrowest to the widest; a shared thing may only move towards the front.
ORDER = (Audience.ONLY_YOU, Audience.PAIR, Audience.POOLED, Audience.PROGRAMME)


def may_become(now: Audience, wished: Audience) -> bool:
    """Whether an audience may be set instead of another by a setting: only narrower ones."""
    return ORDER.index(wished) <= ORDER.index(now)
