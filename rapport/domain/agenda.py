"""Time-boxed agendas to begin from. A pair changes them as it likes; what it writes is sealed."""

from dataclasses import dataclass
from enum import StrEnum

from rapport.domain.sentences import _

LARGEST_AGENDA = 12
"""More points than this do not fit into one conversation."""


class Occasion(StrEnum):
    FIRST = "first"
    REGULAR = "regular"
    CLOSING = "closing"


@dataclass(frozen=True)
class Item:
    """One point: what it is about and how many minutes (1 to 120) it may take."""

    title: str
    minutes: int
    note: str = ""


AGENDAS: dict[Occasion, tuple[Item, ...]] = {
    Occasion.FIRST: (
        Item(
            _("Arrive"),
            5,
            _("Where you come from today, and what you are looking forward to."),
        ),
        Item(
            _("Compare your safety numbers"),
            3,
            _(
                "Each reads the own number aloud, the other looks whether it is the same. Then "
                "you know that nobody stands between you."
            ),
        ),
        Item(
            _("Who we are"),
            14,
            _("Each tells of one turning point at work and what it taught. Half the time each."),
        ),
        Item(
            _("What each of us hopes for, and can give"),
            10,
            _("Also say what you cannot give. Listen first, then ask one question."),
        ),
        Item(
            _("What matters to us"),
            10,
            _("Look at your value cards, if both of you have sorted them: same and different."),
        ),
        Item(
            _("How we want to work"),
            10,
            _("Rhythm, place, what stays between you and its limits, what to do when it sticks."),
        ),
        Item(
            _("What we take along"),
            8,
            _("Each says it in one sentence. Fix the next date, and who begins the agreement."),
        ),
    ),
    Occasion.REGULAR: (
        Item(_("Arrive"), 5, _("What went well since the last time?")),
        Item(_("The steps we had planned"), 10, _("What happened, and what did you learn?")),
        Item(
            _("Today’s topic"),
            25,
            _("The facts, the knot, the result you would like. The mentor asks before advising."),
        ),
        Item(_("The next small steps"), 10, _("Who does what by when?")),
        Item(_("What we take along"), 5, _("Each in one sentence; one note to the other.")),
        Item(_("The next date"), 5),
    ),
    Occasion.CLOSING: (
        Item(_("Arrive"), 5),
        Item(_("The way we came"), 15, _("Which moment do you remember best, and why?")),
        Item(_("What we reached, and what not"), 15, _("Lay each goal beside what came of it.")),
        Item(_("Thank you"), 10, _("Each tells the other what made a difference.")),
        Item(_("What we become"), 10, _("Sounding board, friendship, contact, or a farewell?")),
        Item(_("What we keep and what we erase"), 5),
    ),
}


def occasion_of(*, has_met: bool, is_closing: bool) -> Occasion:
    """Which agenda suits a meeting."""
    if is_closing:
        return Occasion.CLOSING
    return Occasion.REGULAR if has_met else Occasion.FIRST


def total_minutes(items: tuple[Item, ...]) -> int:
    return sum(item.minutes for item in items)
