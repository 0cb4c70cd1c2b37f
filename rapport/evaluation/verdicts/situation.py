"""Where an interval lies: beside nil, around it, too wide to say, or at odds with other methods."""

from collections.abc import Sequence
from enum import StrEnum

from rapport.domain.findings import Finding, Hidden, Shown, Why

NARROW = 0.03
SLIGHT = 0.02
MATCHED = 0.8


class Situation(StrEnum):
    BETTER = "better"
    WORSE = "worse"
    NIL = "nil"
    DISAGREE = "disagree"
    TOO_SMALL = "too_small"
    UNLIKE = "unlike"
    ALONE = "alone"
    ABSENT = "absent"


class Size(StrEnum):
    """For a difference: slight or clear. For none: whether a small one is still possible.

    `LATER`: no comparison, because many of the others joined later themselves.
    """

    SLIGHT = "slight"
    CLEAR = "clear"
    NARROW = "narrow"
    WIDE = "wide"
    LATER = "later"
    NONE = "none"


FROM_HIDDEN = {
    Why.FEW: Situation.TOO_SMALL,
    Why.TOO_SMALL: Situation.TOO_SMALL,
    Why.NOT_ESTIMABLE: Situation.ABSENT,
    Why.NOT_RECORDED: Situation.ABSENT,
    Why.CANNOT_BE_SHOWN: Situation.UNLIKE,
}


def situation_of(main: Shown, others: Sequence[Shown] = ()) -> Situation:
    """The situation of a difference (positive is better), given what other methods say."""
    if isinstance(main, Hidden):
        return FROM_HIDDEN[main.why]
    if disagree(main, [other for other in others if isinstance(other, Finding)]):
        return Situation.DISAGREE
    if main.low > 0:
        return Situation.BETTER
    return Situation.WORSE if main.high < 0 else Situation.NIL


def disagree(main: Finding, others: Sequence[Finding]) -> bool:
    """Whether the methods tell different stories.

    They do when one finds a difference and another finds none or the contrary, and the value of
    one lies outside the interval of the other; or when two intervals have nothing in common.
    """
    return any(_quarrel(main, other) for other in others)


def _quarrel(a: Finding, b: Finding) -> bool:
    if a.low > b.high or b.low > a.high:
        return True
    outside = not a.low <= b.value <= a.high or not b.low <= a.value <= b.high
    return outside and _side(a) != _side(b)


def _side(finding: Finding) -> int:
    return (finding.low > 0) - (finding.high < 0)


def size_of(main: Shown, situation: Situation, share: float = 0.0) -> Size:
    """How large what was found is, or how large what was not found could still be.

    `share` of the participants have similar colleagues; where they do and are not alike still,
    those colleagues joined later.
    """
    if isinstance(main, Hidden):
        later = situation is Situation.UNLIKE and share >= MATCHED
        return Size.LATER if later else Size.NONE
    if situation in {Situation.BETTER, Situation.WORSE}:
        return Size.SLIGHT if abs(main.value) < SLIGHT else Size.CLEAR
    if situation is Situation.NIL:
        return Size.NARROW if max(-main.low, main.high) <= NARROW else Size.WIDE
    return Size.NONE
