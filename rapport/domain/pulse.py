"""The pulse: how both see their relationship, in at most three minutes, without a judge.

Seven bases of a mentoring relationship and eight behaviours that go both ways, each looked at in
oneself and in the other. The wording is our own and versioned: a pulse keeps the version it was
answered in. Knows nothing of days that have passed; they are arguments.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from rapport.domain.formats import Pulse as Habit
from rapport.domain.sentences import _

FIRST_AFTER_MEETINGS = 2
MONTHLY = timedelta(days=30)
EARLIEST_AGAIN = timedelta(days=7)
"""Whoever likes may take the next pulse before the month is over, but not every day."""

SECONDS_AN_ANSWER = 5
LONGEST_SECONDS = 180
ASKED_AGAIN = 4
"""How many themes of the last time may come back because they were far apart or low."""

LOW, HIGH = 1, 5
FAR_APART = 2
"""From this distance of two answers on (0 to 4) a theme is worth a talk."""

LABELS: dict[int, str] = {
    1: _("Hardly ever"),
    2: _("Seldom"),
    3: _("Now and then"),
    4: _("Mostly"),
    5: _("Nearly always"),
}


class Family(StrEnum):
    BASE = "base"
    BEHAVIOUR = "behaviour"


FAMILY_LABELS: dict[Family, str] = {
    Family.BASE: _("What you stand on"),
    Family.BEHAVIOUR: _("What you do"),
}


class Side(StrEnum):
    """Of whom a statement speaks."""

    SELF = "self"
    OTHER = "other"


@dataclass(frozen=True)
class Theme:
    """One base or behaviour; `%(name)s` in `other` is who is looked at."""

    key: str
    family: Family
    name: str
    mine: str
    other: str
    question: str


def base(key: str, name: str, mine: str, other: str, question: str) -> Theme:
    return Theme(key, Family.BASE, name, mine, other, question)


def behaviour(key: str, name: str, mine: str, other: str, question: str) -> Theme:
    return Theme(key, Family.BEHAVIOUR, name, mine, other, question)


FIRST_WORDING: tuple[Theme, ...] = (
    base("confidentiality", _("What stays between us"),
         _("What I hear here, I keep to myself."),
         _("What I say here is safe with %(name)s."),
         _("Is there anything about which you would like to agree anew who may know it?")),
    base("respect", _("Respect"),
         _("I take %(name)s seriously, also where we differ."),
         _("%(name)s takes me seriously, also where we differ."),
         _("By what do you notice that the other takes you seriously?")),
    base("accountability", _("Both answer for it"),
         _("I keep what I promise, or say early that I cannot."),
         _("%(name)s keeps promises, or says early when one cannot be kept."),
         _("Which promise between you is open, and does it still make sense?")),
    base("collaboration", _("Working together"),
         _("I do my part between our meetings."),
         _("%(name)s does a fair part between our meetings."),
         _("What could you take off each other’s hands until the next time?")),
    base("responsiveness", _("Answering to each other"),
         _("I notice what %(name)s needs, and answer in good time."),
         _("%(name)s notices what I need, and answers in good time."),
         _("How soon do you want an answer, and what is all right to leave for later?")),
    base("expression", _("Speaking freely"),
         _("I say what I think here, without being afraid of it."),
         _("%(name)s can hear from me what is unpleasant, and tells me the same."),
         _("What have you not said yet because the moment was never right?")),
    base("focus", _("A clear purpose"),
         _("I know what we meet for, and come back to it."),
         _("%(name)s knows what we meet for, and comes back to it."),
         _("What is this relationship for just now, in one sentence of each?")),
    behaviour("articulating", _("Putting into words"),
         _("I say clearly what I mean, with an example where it helps."),
         _("%(name)s helps me to find words, and makes own thoughts clear."),
         _("Which story or example has helped you most so far?")),
    behaviour("listening", _("Listening"),
         _("I listen to the end before I answer."),
         _("%(name)s listens to the end before answering."),
         _("How would it be to say nothing for a minute after an answer?")),
    behaviour("valuing", _("Valuing the other’s view"),
         _("I ask how %(name)s sees it, and mean it."),
         _("%(name)s asks how I see it, and means it."),
         _("Where has the other’s experience changed your mind?")),
    behaviour("goal_clarity", _("Clear goals"),
         _("I know what the two of us want to reach, on both sides."),
         _("%(name)s knows what I want to reach, and notices when it changes."),
         _("Which goal has changed without either of you saying so?")),
    behaviour("challenging", _("Asking more of each other"),
         _("I ask %(name)s questions that are not comfortable."),
         _("%(name)s asks me questions that are not comfortable."),
         _("What would you like to be asked that nobody asks you?")),
    behaviour("self_awareness", _("Knowing oneself"),
         _("I know which of my experiences fit here, and which do not."),
         _("%(name)s tells from experience without making it the rule for me."),
         _("What is it that you do here without wanting to?")),
    behaviour("learning", _("Wanting to learn"),
         _("I come to learn something myself."),
         _("%(name)s comes to learn, too."),
         _("What has each of you learned here that you did not expect?")),
    behaviour("preparation", _("Thinking before and after"),
         _("I take time before and after we meet."),
         _("%(name)s takes time before and after we meet."),
         _("What would make it easier to take half an hour before and an hour after?")),
)  # fmt: skip

# The same, true also where more than two are in it.
FOR_MORE_THAN_TWO: dict[str, dict[str, str]] = {
    "respect": {"question": _("By what do you notice that you are taken seriously here?")},
    "accountability": {"name": _("Everybody answers for it")},
    "valuing": {
        "name": _("Valuing how others see it"),
        "question": _("Where has somebody else’s experience changed your mind here?"),
    },
    "goal_clarity": {
        "mine": _("I know what we want to reach, on all sides."),
        "question": _("Which goal has changed without any of you saying so?"),
    },
}


def reworded(theme: Theme, words: Mapping[str, str]) -> Theme:
    return replace(
        theme,
        name=words.get("name", theme.name),
        mine=words.get("mine", theme.mine),
        question=words.get("question", theme.question),
    )


SECOND_WORDING = tuple(
    reworded(theme, FOR_MORE_THAN_TWO.get(theme.key, {})) for theme in FIRST_WORDING
)

WORDINGS: dict[int, tuple[Theme, ...]] = {1: FIRST_WORDING, 2: SECOND_WORDING}
"""A published version is never changed; a better sentence makes a new one."""

NEWEST = max(WORDINGS)

ALWAYS = ("respect", "expression", "confidentiality")
"""Asked every time: where these are missing nothing else will work."""

A_TIME = 4
"""How many of the other themes take their turn after the first time."""

QUIET_SIGNS = frozenset({("respect", Side.OTHER), ("expression", Side.SELF)})
"""Low answers here may mean fear or disrespect: whoever gives them is offered the ways out."""

QUIET_UP_TO = 2


def theme_of(wording: int, key: str) -> Theme:
    """KeyError for a theme this version does not know."""
    return {theme.key: theme for theme in WORDINGS[wording]}[key]


def asked(number: int, wording: int = NEWEST) -> tuple[str, ...]:
    """The themes of the pulse with this number (from 1): all at first, then a few in turn."""
    keys = [theme.key for theme in WORDINGS[wording]]
    if number <= 1:
        return tuple(keys)
    turning = [key for key in keys if key not in ALWAYS]
    start = (number - 2) * A_TIME
    now = {turning[(start + place) % len(turning)] for place in range(A_TIME)}
    return tuple(key for key in keys if key in ALWAYS or key in now)


def seconds(themes: int, others: int = 1) -> int:
    """How long so many themes take, for oneself and for `others` people, in seconds."""
    return themes * (1 + others) * SECONDS_AN_ANSWER


def is_due(
    meetings_held: int, last_on: date | None, today: date, habit: Habit = Habit.REGULAR
) -> bool:
    """After the second meeting, then a month after the last one began; or once, after the only."""
    if habit is Habit.ONCE:
        return meetings_held > 0 and last_on is None
    if habit is Habit.NONE or meetings_held < FIRST_AFTER_MEETINGS:
        return False
    return last_on is None or today >= last_on + MONTHLY


def may_begin(last_on: date | None, today: date, habit: Habit = Habit.REGULAR) -> bool:
    """Whether a pulse may be taken on purpose, before it is due."""
    if habit is Habit.NONE:
        return False
    is_over = habit is Habit.REGULAR and last_on and today >= last_on + EARLIEST_AGAIN
    return last_on is None or bool(is_over)


def calls_for_ways_out(answers: Mapping[tuple[str, Side], int]) -> bool:
    """Whether one person's answers (1 to 5) show fear or disrespect. What is left out does not."""
    return any(answers.get(sign, HIGH) <= QUIET_UP_TO for sign in QUIET_SIGNS)


GAPS: dict[int, str] = {
    -4: _("As far apart as can be: the other sees much more of it than %(name)s does."),
    -3: _("Far apart: the other sees much more of it than %(name)s does."),
    -2: _("Apart: the other sees more of it than %(name)s does."),
    -1: _("Close together."),
    0: _("You see it alike."),
    1: _("Close together."),
    2: _("Apart: %(name)s sees more of it than the other does."),
    3: _("Far apart: %(name)s sees much more of it than the other does."),
    4: _("As far apart as can be: %(name)s sees much more of it than the other does."),
}

SPREADS: dict[int, str] = {
    0: _("You see it alike."),
    1: _("Close together."),
    2: _("You see this differently."),
    3: _("You see this very differently."),
    4: _("You see this as differently as can be."),
}
"""In a circle of more than two: from the lowest to the highest answer."""


def gap(own: int, seen: int) -> int:
    """How much higher (−4 to +4) somebody sees herself than the other sees her."""
    return own - seen


def is_worth_a_talk(own: int, seen: int) -> bool:
    """Far apart, or low for both."""
    return abs(gap(own, seen)) >= FAR_APART or max(own, seen) <= QUIET_UP_TO


def first_to_talk_about(pairs: Iterable[tuple[str, int, int]]) -> list[str]:
    """Themes with own and other view (1 to 5), those worth a talk, the farthest apart first."""
    worth = [(key, own, seen) for key, own, seen in pairs if is_worth_a_talk(own, seen)]
    worth.sort(key=lambda each: (-abs(gap(each[1], each[2])), min(each[1], each[2])))
    return list(dict.fromkeys(key for key, _own, _seen in worth))
