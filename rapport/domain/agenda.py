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
                "Each reads the own number aloud, the others look whether it is the same. Then "
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
            _("Look at your value cards, if all of you have sorted them: same and different."),
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
        Item(_("What we take along"), 5, _("Each in one sentence; one note to somebody here.")),
        Item(_("The next date"), 5),
    ),
    Occasion.CLOSING: (
        Item(_("Arrive"), 5),
        Item(_("The way we came"), 15, _("Which moment do you remember best, and why?")),
        Item(_("What we reached, and what not"), 15, _("Lay each goal beside what came of it.")),
        Item(_("Thank you"), 10, _("Each tells the others what made a difference.")),
        Item(_("What we become"), 10, _("Sounding board, friendship, contact, or a farewell?")),
        Item(_("What we keep and what we erase"), 5),
    ),
}


class Purpose(StrEnum):
    KNOW = "know"
    WORK = "work"
    AIM = "aim"
    EXPLORE = "explore"
    LOOK_BACK = "look_back"
    END = "end"


PURPOSE_LABELS: dict[Purpose, str] = {
    Purpose.KNOW: _("Get to know each other"),
    Purpose.WORK: _("Agree how to work"),
    Purpose.AIM: _("Aim at something"),
    Purpose.EXPLORE: _("Look deeper"),
    Purpose.LOOK_BACK: _("Look back"),
    Purpose.END: _("End the hour"),
}

LIBRARY: dict[Purpose, tuple[Item, ...]] = {
    Purpose.KNOW: (
        Item(
            _("A turning point of each"),
            14,
            _("The same time for each; whoever listens only asks."),
        ),
        Item(_("What a good week looks like"), 8, _("And what makes it a bad one.")),
        Item(_("Who has helped us so far"), 8, _("What did they do that helped?")),
        Item(_("Our value cards"), 10, _("What is the same, what differs, what surprises?")),
    ),
    Purpose.WORK: (
        Item(_("What we expect of each other"), 10, _("Said now, it disappoints nobody later.")),
        Item(_("What stays between us"), 8, _("And the limits: danger, the law, what else?")),
        Item(_("Our boundaries"), 6, _("What is not asked for here, by neither of us?")),
        Item(_("Ways to reach each other"), 5, _("Which way, how soon, and which way not.")),
        Item(_("Our rhythm"), 5, _("How often, how long, where; what if it does not work out.")),
        Item(_("What builds and what damages trust"), 10, _("Look at your trust cards.")),
    ),
    Purpose.AIM: (
        Item(_("What would be different in a year"), 15, _("And why would that matter?")),
        Item(_("Five levels of success"), 12, _("From much less to much more than hoped for.")),
        Item(_("What could stop it"), 8, _("And what helps, and what is given up for it.")),
        Item(_("What the mentor wants to learn"), 8, _("It is a goal like any other.")),
    ),
    Purpose.EXPLORE: (
        Item(_("One thing from our pulse"), 12, _("Where you see it differently.")),
        Item(_("The same story from another chair"), 12, _("How would the others tell it?")),
        Item(_("A setback, and what it taught"), 12, _("First what happened, then what now.")),
        Item(_("Ten minutes of silence and paper"), 10, _("Each writes; then each tells.")),
        Item(_("Feedback, one sentence each"), 8, _("What I saw, what it did, what I wish.")),
    ),
    Purpose.LOOK_BACK: (
        Item(_("The steps we had planned"), 10, _("What happened, and what did it teach?")),
        Item(_("Who led today"), 4, _("And who would like to lead next time?")),
        Item(_("Goals beside what came of them"), 15, _("Look before you judge.")),
    ),
    Purpose.END: (
        Item(_("What we take along"), 5, _("Each in one sentence.")),
        Item(_("The next small steps"), 8, _("Who does what by when?")),
        Item(_("The next date"), 3, _("And who writes the agenda.")),
    ),
}
"""Points to take into an agenda one by one, each with the minutes it usually takes."""


def occasion_of(*, has_met: bool, is_closing: bool) -> Occasion:
    """Which agenda suits a meeting."""
    if is_closing:
        return Occasion.CLOSING
    return Occasion.REGULAR if has_met else Occasion.FIRST


def total_minutes(items: tuple[Item, ...]) -> int:
    return sum(item.minutes for item in items)
