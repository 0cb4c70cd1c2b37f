"""The Mentoring Partnership Agreement: its clauses, and when it is in force."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapport.domain.formats import Agreement as Length
from rapport.domain.sentences import _


@dataclass(frozen=True)
class Clause:
    """One part of the agreement: its key, its heading, and a text to begin from."""

    key: str
    heading: str
    beginning: str


CLAUSES: tuple[Clause, ...] = (
    Clause(
        "purpose",
        _("Why we meet"),
        _("We work together so that the mentee can grow in what matters to them now."),
    ),
    Clause(
        "learning",
        _("What is to be learned, and how"),
        _(
            "We learn through honest talk, stories from experience and steps tried out in "
            "between. After each meeting we note what we learned."
        ),
    ),
    Clause(
        "evaluation",
        _("How we will see that it works"),
        _("We look at the goals together every second month and say openly what helps."),
    ),
    Clause(
        "expectations",
        _("What we expect of each other"),
        _(
            "The mentor listens more than they speak and asks before they advise. The mentee "
            "comes prepared and decides for themselves."
        ),
    ),
    Clause(
        "roles",
        _("Who does what"),
        _("The mentee calls the meetings and brings the topics. The mentor keeps the time."),
    ),
    Clause(
        "goals",
        _("First goals, near and far"),
        _("We describe them in the next phase; today’s idea is:"),
    ),
    Clause(
        "rhythm",
        _("When, where and how we meet"),
        _("About every three weeks, for one hour, in person when we can."),
    ),
    Clause(
        "media",
        _("By which ways we talk, and by which not"),
        _(
            "We write to each other here or by mail, and answer within three days. What is "
            "delicate we keep for when we meet. Nothing is recorded unless all of us want it."
        ),
    ),
    Clause(
        "confidentiality",
        _("What stays between us, and the limits"),
        _(
            "What is said here stays here, unless somebody is in danger or the law demands "
            "otherwise. We tell each other before we tell anybody else."
        ),
    ),
    Clause(
        "boundaries",
        _("Our boundaries"),
        _("We do not ask each other for favours, money or decisions about jobs."),
    ),
    Clause(
        "disagreement",
        _("When we disagree"),
        _("We say so early and kindly. If we are stuck, each of us may ask for a talk."),
    ),
    Clause(
        "difference",
        _("Openness to difference"),
        _("We come with different stories, and we are curious about them."),
    ),
    Clause(
        "ending",
        _("How we end"),
        _("Each of us may end this at any time, without a reason and without blame."),
    ),
)


SHORT = frozenset({"purpose", "confidentiality", "boundaries", "ending"})
"""What even one single meeting agrees upon."""

OWN_KEY = "programme_"
MOST_OWN = 5
"""How many clauses of its own a programme may put into its template."""


class Say(StrEnum):
    """What a member says of one clause before there is anything to sign."""

    ACCEPT = "accept"
    TALK = "talk"


SAY_LABELS: dict[Say, str] = {
    Say.ACCEPT: _("I accept it as it stands"),
    Say.TALK: _("I would like to talk about it"),
}


def own_clauses(own: Sequence[tuple[str, str]]) -> tuple[Clause, ...]:
    """A programme’s own clauses from headings and texts; a place without a heading is left out."""
    return tuple(
        Clause(f"{OWN_KEY}{place}", heading, text)
        for place, (heading, text) in enumerate(own[:MOST_OWN], 1)
        if heading
    )


def clauses_for(
    length: Length = Length.FULL,
    texts: Mapping[str, str] | None = None,
    own: Sequence[tuple[str, str]] = (),
) -> tuple[Clause, ...]:
    """The clauses to begin from: ours, in the words of the programme where it has its own.

    A short agreement has the few that even one meeting needs, and whatever the programme adds.
    """
    if length is Length.NONE:
        return ()
    texts = texts or {}
    kept = [each for each in CLAUSES if length is Length.FULL or each.key in SHORT]
    worded = [
        Clause(each.key, each.heading, texts.get(each.key) or each.beginning) for each in kept
    ]
    return (*worded, *own_clauses(own))


def is_in_force(signers: set[object], members: set[object]) -> bool:
    """Whether every member signed this very version."""
    return bool(members) and members <= signers
