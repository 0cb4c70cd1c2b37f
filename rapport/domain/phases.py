"""The phases of a mentoring relationship and every move between them: a table.

The sequence is Clutterbuck's, grounded in Kram's developmental phases. Going back is normal and
costs nothing; ending is open from every phase, asks for no reason and carries no blame. A format
may leave stations out: its moves are made from the stations that remain, by the same three rules.
"""

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise


class Phase(StrEnum):
    RAPPORT = "rapport"
    DIRECTION = "direction"
    PROGRESSION = "progression"
    WINDING_UP = "winding_up"
    CLOSED = "closed"


class Move(StrEnum):
    GO_ON = "go_on"
    GO_BACK = "go_back"
    END = "end"


class Consent(StrEnum):
    """Whose agreement a move needs."""

    ALL = "all"
    ANY = "any"


# Nobody is moved on or back by the other; anybody may leave.
CONSENT: dict[Move, Consent] = {
    Move.GO_ON: Consent.ALL,
    Move.GO_BACK: Consent.ALL,
    Move.END: Consent.ANY,
}

STATIONS = (Phase.RAPPORT, Phase.DIRECTION, Phase.PROGRESSION, Phase.WINDING_UP, Phase.CLOSED)


def moves_among(stations: Sequence[Phase]) -> dict[tuple[Phase, Move], Phase]:
    """On to the next station, back to the one before, and out of each; the last is final."""
    steps = list(pairwise(stations))
    on = {(here, Move.GO_ON): ahead for here, ahead in steps}
    back = {(ahead, Move.GO_BACK): here for here, ahead in steps if ahead is not stations[-1]}
    end = {(here, Move.END): stations[-1] for here in stations[:-1]}
    return on | back | end


MOVES = moves_among(STATIONS)


def after(phase: Phase, move: Move, stations: Sequence[Phase] = STATIONS) -> Phase | None:
    """Where the move leads, or None when this phase does not know it."""
    return moves_among(stations).get((phase, move))


def moves_from(phase: Phase, stations: Sequence[Phase] = STATIONS) -> list[Move]:
    """The buttons to show."""
    return [move for origin, move in moves_among(stations) if origin is phase]


def is_carried(move: Move, agreeing: set[object], members: set[object]) -> bool:
    """Whether enough members agree for the move to happen (at least one, or every one)."""
    willing = agreeing & members
    return bool(willing) if CONSENT[move] is Consent.ANY else willing == members
