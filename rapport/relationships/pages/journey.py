"""The way of a relationship in words: the moves that are open, and those that were made."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from rapport.domain.phases import CONSENT, STATIONS, Consent, Move, Phase, after, moves_from
from rapport.domain.readiness import CONDITIONS
from rapport.domain.sentences import _
from rapport.relationships.access import Standing
from rapport.relationships.models import Participant, Relationship

PHASE_NAMES: dict[Phase, str] = {
    Phase.RAPPORT: _("Rapport"),
    Phase.DIRECTION: _("Direction"),
    Phase.PROGRESSION: _("Progression"),
    Phase.WINDING_UP: _("Winding up"),
    Phase.CLOSED: _("Afterwards"),
}

# What the button says: the move, and the phase it leads to.
MOVE_LABELS: dict[tuple[Move, Phase], str] = {
    (Move.GO_ON, Phase.DIRECTION): _("Go on to Direction"),
    (Move.GO_ON, Phase.PROGRESSION): _("Go on to Progression"),
    (Move.GO_ON, Phase.WINDING_UP): _("Go on to Winding up"),
    (Move.GO_ON, Phase.CLOSED): _("Close the relationship together"),
    (Move.GO_BACK, Phase.RAPPORT): _("Go back to Rapport"),
    (Move.GO_BACK, Phase.DIRECTION): _("Go back to Direction"),
    (Move.GO_BACK, Phase.PROGRESSION): _("Go back to Progression"),
}

MOVE_REASONS: dict[Move, str] = {
    Move.GO_ON: _("It happens once all of you wish it."),
    Move.GO_BACK: _("Going back is normal and costs nothing. It, too, wants the wish of all."),
}


@dataclass(frozen=True)
class OpenMove:
    """A move as one member sees it: has she wished it, and who else has."""

    move: Move
    label: str
    why: str
    is_mine: bool
    others: tuple[Participant, ...]

    @property
    def is_back(self) -> bool:
        return self.move is Move.GO_BACK


@dataclass(frozen=True)
class PastMove:
    """A move that was made, in words, with what was still open then."""

    when: datetime
    text: str
    note: str
    icon: str


def moves_of(standing: Standing) -> list[OpenMove]:
    """The buttons of this phase; ending is not among them, it has a page of its own."""
    phase, stations = Phase(standing.relationship.phase), standing.relationship.shape.stations
    wishes = list(standing.relationship.move_wishes.all())
    return [
        open_move(move, to, standing, {each.person_id for each in wishes if each.move == move})
        for move in moves_from(phase, stations)
        if CONSENT[move] is Consent.ALL and (to := after(phase, move, stations))
    ]


def open_move(move: Move, to: Phase, standing: Standing, willing: set[object]) -> OpenMove:
    return OpenMove(
        move=move,
        label=gettext(MOVE_LABELS[move, to]),
        why=gettext(MOVE_REASONS[move]),
        is_mine=standing.me.person_id in willing,
        others=tuple(each for each in standing.others if each.person_id in willing),
    )


def past_moves(relationship: Relationship) -> list[PastMove]:
    """The history, the newest first."""
    changes = relationship.phase_changes.order_by("-at")
    return [
        PastMove(
            when=change.at,
            text=gettext("From %(origin)s to %(to)s")
            % {"origin": phase_name(change.origin), "to": phase_name(change.to)},
            note=still_open(change.origin, change.still_open),
            icon="back" if is_back(change.origin, change.to) else "forward",
        )
        for change in changes
    ]


def phase_name(phase: str) -> str:
    return gettext(PHASE_NAMES[Phase(phase)])


def is_back(origin: str, to: str) -> bool:
    return STATIONS.index(Phase(to)) < STATIONS.index(Phase(origin))


def still_open(origin: str, keys: list[str]) -> str:
    """What was open, in the sentences of the list; empty when nothing was."""
    open_then = [each for each in CONDITIONS[Phase(origin)] if each.key in keys]
    if not open_then:
        return ""
    sentences = " ".join(gettext(each.open) for each in open_then)
    return gettext("Still open then: %(sentences)s") % {"sentences": sentences}
