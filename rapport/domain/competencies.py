"""The competencies each phase practises, looked at by oneself and by the partner, twice.

At the start of a phase and at its end, in a minute or two. What changed is for the person alone.
The competencies are those the field names for each phase; the wording is our own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapport.domain.phases import STATIONS, Phase
from rapport.domain.sentences import _

LOW, HIGH = 1, 5

LABELS: dict[int, str] = {
    1: _("Not yet"),
    2: _("With effort"),
    3: _("Sometimes"),
    4: _("Mostly"),
    5: _("By itself"),
}


class Moment(StrEnum):
    START = "start"
    END = "end"


MOMENT_LABELS: dict[Moment, str] = {
    Moment.START: _("At the start"),
    Moment.END: _("At the end"),
}


@dataclass(frozen=True)
class Competency:
    """One skill: its key (kept in sealed words), what I say of myself, what of `%(name)s`."""

    key: str
    name: str
    mine: str
    other: str


COMPETENCIES: dict[Phase, tuple[Competency, ...]] = {
    Phase.RAPPORT: (
        Competency("active_listening", _("Active listening"),
                   _("I notice what is meant, not only what is said."),
                   _("%(name)s notices what I mean, not only what I say.")),
        Competency("empathy", _("Feeling with the other"),
                   _("I can see it from the other’s chair."),
                   _("%(name)s can see it from my chair.")),
        Competency("giving_respect", _("Giving respect"),
                   _("I let others be different, without making them smaller."),
                   _("%(name)s lets me be different, without making me smaller.")),
        Competency("offering_trust", _("Offering openness and trust"),
                   _("I open up first, so that the other can, too."),
                   _("%(name)s opens up, so that I can, too.")),
        Competency("common_ground", _("Common ground and difference"),
                   _("I find what we share, and stay curious about what we do not."),
                   _("%(name)s finds what we share, and is curious about what we do not.")),
    ),
    Phase.DIRECTION: (
        Competency("finding_goals", _("Finding goals"),
                   _("I find out what is really wanted behind a wish."),
                   _("%(name)s helps to find what is really wanted behind a wish.")),
        Competency("clarifying_goals", _("Making goals clear"),
                   _("I can say how one would see that a goal is reached."),
                   _("%(name)s can say how one would see that a goal is reached.")),
        Competency("managing_goals", _("Keeping goals alive"),
                   _("I come back to goals, and change them when they no longer fit."),
                   _("%(name)s comes back to goals, and lets them change.")),
        Competency("planning", _("Planning small steps"),
                   _("I turn something large into what fits into this week."),
                   _("%(name)s turns something large into what fits into a week.")),
        Competency("testing_commitment", _("Testing how much it is wanted"),
                   _("I ask honestly how much a goal is wanted."),
                   _("%(name)s asks honestly how much a goal is wanted.")),
        Competency("testing_reality", _("Testing what is possible"),
                   _("I look what could stop a goal before it does."),
                   _("%(name)s looks what could stop a goal before it does.")),
    ),
    Phase.PROGRESSION: (
        Competency("sustaining", _("Staying with it"),
                   _("I stay with it when the first joy is over."),
                   _("%(name)s stays with it when the first joy is over.")),
        Competency("challenge", _("Enough challenge"),
                   _("I see to it that our talks are not too comfortable."),
                   _("%(name)s sees to it that our talks are not too comfortable.")),
        Competency("lead", _("Handing over the lead, and taking it"),
                   _("I do my part so that the mentee leads more and more."),
                   _("%(name)s does the part that lets the mentee lead more and more.")),
        Competency("feedback", _("Feedback that builds"),
                   _("I say what I see so that something can be made of it."),
                   _("%(name)s says what there is to see so that something can be made of it.")),
        Competency("availability", _("Being there"),
                   _("I can be reached when it matters."),
                   _("%(name)s can be reached when it matters.")),
        Competency("setbacks", _("Living with setbacks"),
                   _("I meet a setback with understanding, and go on from there."),
                   _("%(name)s meets a setback with understanding, and goes on from there.")),
    ),
    Phase.WINDING_UP: (
        Competency("sensitivity", _("Feeling where the other stands"),
                   _("I notice whether the other is ready to let go."),
                   _("%(name)s notices whether I am ready to let go.")),
        Competency("ending_well", _("Ending well"),
                   _("I can say goodbye so that something good stays."),
                   _("%(name)s can say goodbye so that something good stays.")),
    ),
    Phase.CLOSED: (),
}  # fmt: skip

CHANGES: dict[int, str] = {
    -1: _("You see yourself lower than at the start. Often that is because you look more closely."),
    0: _("As at the start."),
    1: _("More than at the start."),
}
"""By the sign of the difference between end and start."""


def change(start: int, end: int) -> int:
    """The sign (−1, 0 or 1) of what changed between two views from 1 to 5."""
    return (end > start) - (end < start)


def is_open(now: Phase, of: Phase, moment: Moment, stations: Sequence[Phase] = STATIONS) -> bool:
    """Whether a view of a phase may be given now.

    The start while the phase lasts; the end from then on until the relationship is closed.
    """
    if of not in stations or not COMPETENCIES[of] or now is Phase.CLOSED:
        return False
    here, there = stations.index(now), stations.index(of)
    return here == there if moment is Moment.START else here >= there


def wanted(now: Phase, stations: Sequence[Phase] = STATIONS) -> tuple[tuple[Phase, Moment], ...]:
    """The views worth asking for now: the start of this phase, the end of those gone through."""
    if now is Phase.CLOSED:
        return ()
    gone = stations[: stations.index(now)]
    return ((now, Moment.START), *((phase, Moment.END) for phase in gone))
