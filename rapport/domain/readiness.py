"""What stands ready and what is missing before a pair moves on, in sentences.

It never blocks: a pair may move with something open, and the history says so.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from rapport.domain.formats import SHAPES, Format, Shape
from rapport.domain.phases import Phase
from rapport.domain.sentences import _

ONE_TO_ONE = SHAPES[Format.ONE_TO_ONE]
SURE_COMMITMENT = 7
"""A commitment from 0 to 10 at which no talk about it is needed."""

TERM_IS_NEAR = timedelta(weeks=6)
"""So long before its last day a pair should know that there is one."""


@dataclass(frozen=True)
class Facts:
    """What the record of a relationship knows without reading a word."""

    meetings_held: int = 0
    values_revealed: bool = False
    agreement_signed: bool = False
    goals_accepted: int = 0
    goals_with_scale: int = 0
    steps: int = 0
    lowest_commitment: int | None = None
    commitment_talked: bool = False
    goals_reached: int = 0
    is_confident: bool = False
    term_is_near: bool = False
    reviews_complete: bool = False
    all_thanked: bool = False
    closing_held: bool = False
    decided: bool = False


@dataclass(frozen=True)
class Condition:
    """One thing that should stand ready: its key, the sentence when done and when open."""

    key: str
    done: str
    open: str


CONDITIONS: dict[Phase, tuple[Condition, ...]] = {
    Phase.RAPPORT: (
        Condition("met", _("You have met for the first time."), _("Your first meeting.")),
        Condition(
            "values",
            _("You have seen each other’s values."),
            _("All of you sort your values; then you see them together."),
        ),
        Condition(
            "agreement",
            _("The partnership agreement is signed by all of you."),
            _("The partnership agreement, signed by all of you."),
        ),
    ),
    Phase.DIRECTION: (
        Condition("goal", _("You share an accepted goal."), _("A goal that all of you accept.")),
        Condition(
            "scale",
            _("You agreed what success looks like in five levels."),
            _("Five levels that say what success looks like."),
        ),
        Condition(
            "commitment",
            _("The commitment is strong, or you have talked about it."),
            _("A commitment of 7 or more out of 10, or a talk about why less."),
        ),
        Condition("step", _("There is a first step."), _("A first step for this week or next.")),
    ),
    Phase.PROGRESSION: (
        Condition(
            "reached",
            _("Your goals, your confidence or your time say that you could wind up."),
            _("Most goals at the level you hoped for, confidence to go on alone, or the term."),
        ),
    ),
    Phase.WINDING_UP: (
        Condition(
            "reviewed",
            _("Each goal is laid beside what was achieved."),
            _("Lay each goal beside what was achieved."),
        ),
        Condition(
            "closing", _("You have held your closing conversation."), _("A closing conversation.")
        ),
        Condition(
            "decided",
            _("You have all decided what comes next."),
            _("All of you decide what comes next."),
        ),
        Condition("thanked", _("You have thanked each other."), _("A word of thanks from each.")),
    ),
    Phase.CLOSED: (),
}


def is_done(key: str, facts: Facts) -> bool:
    """Whether one condition holds; KeyError for a key no condition has."""
    sure = (facts.lowest_commitment or 0) >= SURE_COMMITMENT or facts.commitment_talked
    return {
        "met": facts.meetings_held > 0,
        "values": facts.values_revealed,
        "agreement": facts.agreement_signed,
        "goal": facts.goals_accepted > 0,
        "scale": facts.goals_with_scale > 0,
        "commitment": facts.goals_accepted > 0 and sure,
        "step": facts.steps > 0,
        "reached": are_most_goals_reached(facts) or facts.is_confident or facts.term_is_near,
        "reviewed": facts.reviews_complete,
        "closing": facts.closing_held,
        "decided": facts.decided,
        "thanked": facts.all_thanked,
    }[key]


def is_term_near(ends_on: date, today: date) -> bool:
    """Whether the agreed time is over or will be within six weeks."""
    return today >= ends_on - TERM_IS_NEAR


def are_most_goals_reached(facts: Facts) -> bool:
    return facts.goals_accepted > 0 and 2 * facts.goals_reached > facts.goals_accepted


@dataclass(frozen=True)
class Ready:
    """One line of the readiness list."""

    key: str
    is_done: bool
    sentence: str


def conditions_of(phase: Phase, shape: Shape) -> list[Condition]:
    """What a format wants in a phase, in the order of the table; nothing where it has none."""
    wanted = shape.conditions.get(phase, ())
    return [each for each in CONDITIONS[phase] if each.key in wanted]


def readiness(phase: Phase, facts: Facts, shape: Shape = ONE_TO_ONE) -> list[Ready]:
    """The list for a phase, in the order of the table."""
    return [
        Ready(each.key, done := is_done(each.key, facts), each.done if done else each.open)
        for each in conditions_of(phase, shape)
    ]


def missing(phase: Phase, facts: Facts, shape: Shape = ONE_TO_ONE) -> list[str]:
    """The keys that are open; kept in the history when a pair moves on all the same."""
    return [line.key for line in readiness(phase, facts, shape) if not line.is_done]
