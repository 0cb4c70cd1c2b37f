"""The phases of a mentoring relationship and every move between them: a table.

The sequence is Clutterbuck's, grounded in Kram's developmental phases. Going back is normal and
costs nothing; ending is open from every phase, asks for no reason and carries no blame.
"""

from enum import StrEnum


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


MOVES: dict[tuple[Phase, Move], Phase] = {
    (Phase.RAPPORT, Move.GO_ON): Phase.DIRECTION,
    (Phase.DIRECTION, Move.GO_ON): Phase.PROGRESSION,
    (Phase.PROGRESSION, Move.GO_ON): Phase.WINDING_UP,
    (Phase.WINDING_UP, Move.GO_ON): Phase.CLOSED,
    (Phase.DIRECTION, Move.GO_BACK): Phase.RAPPORT,
    (Phase.PROGRESSION, Move.GO_BACK): Phase.DIRECTION,
    (Phase.WINDING_UP, Move.GO_BACK): Phase.PROGRESSION,
    (Phase.RAPPORT, Move.END): Phase.CLOSED,
    (Phase.DIRECTION, Move.END): Phase.CLOSED,
    (Phase.PROGRESSION, Move.END): Phase.CLOSED,
    (Phase.WINDING_UP, Move.END): Phase.CLOSED,
}

# Nobody is moved on or back by the other; anybody may leave.
CONSENT: dict[Move, Consent] = {
    Move.GO_ON: Consent.ALL,
    Move.GO_BACK: Consent.ALL,
    Move.END: Consent.ANY,
}

STATIONS = (Phase.RAPPORT, Phase.DIRECTION, Phase.PROGRESSION, Phase.WINDING_UP, Phase.CLOSED)


def after(phase: Phase, move: Move) -> Phase | None:
    """Where the move leads, or None when this phase does not know it."""
    return MOVES.get((phase, move))


def moves_from(phase: Phase) -> list[Move]:
    """The buttons to show."""
    return [move for origin, move in MOVES if origin is phase]


def is_carried(move: Move, agreeing: set[object], members: set[object]) -> bool:
    """Whether enough members agree for the move to happen (at least one, or every one)."""
    willing = agreeing & members
    return bool(willing) if CONSENT[move] is Consent.ANY else willing == members
