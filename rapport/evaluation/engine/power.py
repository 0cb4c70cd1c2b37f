"""What a programme of a given size could show, asked before it begins.

Knows how many people take part, how many others there are for each, how fast people leave and how
long one waits. Most programmes will never see an effect on leaving of a plausible size; this says
so in time to choose other goals, or a lottery, or patience.

Sources: Schoenfeld 1983 (comparing two hazards); Fleiss, Levin & Paik 2003 (two shares).
"""

import math
from dataclasses import dataclass

from .distributions import NORMAL, bisect
from .estimate import LEVEL, NotEstimable

USUAL_CUT = 0.7
"""A cut of leaving by three in ten: larger than any honest study of a voluntary programme found."""

FLOOR = 0.1
"""Milder than this must show, else nothing would."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """How a comparison of leaving would be made.

    ``others`` people are compared with each participant; of 100 employed, ``leaving`` times 100
    leave a year (leavers over average headcount, the usual turnover rate); ``years`` are watched;
    ``power`` is how sure one wants to be to see what is there.
    """

    others: float = 5.0
    leaving: float = 0.15
    years: float = 2.0
    power: float = 0.8
    level: float = LEVEL

    def __post_init__(self) -> None:
        positive = min(self.others, self.leaving, self.years) > 0
        if not (positive and 0 < self.power < 1 and 0 < self.level < 1):
            raise ValueError("sizes are larger than nil, shares lie between 0 and 1")

    @property
    def share(self) -> float:
        """The share of participants among all compared."""
        return 1 / (1 + self.others)

    def left(self, ratio: float = 1.0) -> float:
        """The share that leaves in the years watched, at a hazard ratio."""
        return 1 - math.exp(-self.leaving * self.years * ratio)

    def events(self, participants: float, ratio: float) -> float:
        """How many leave, of both sides."""
        return participants * (self.left(ratio) + self.others * self.left())


def participants_needed(ratio: float, outlook: Outlook | None = None) -> int:
    """How many must take part for a hazard ratio (above 0, not 1) to show.

    5 others each, 15% leaving, two years: 752 for 0.8, 300 for 0.7, 149 for 0.6, 82 for 0.5.
    """
    outlook = outlook or Outlook()
    if ratio <= 0 or ratio == 1:
        raise ValueError("a ratio that could show is above 0 and not 1")
    needed = (quantile(outlook.level) + NORMAL.inv_cdf(outlook.power)) ** 2
    needed /= outlook.share * (1 - outlook.share) * math.log(ratio) ** 2
    return math.ceil(needed / outlook.events(1, ratio))


def quantile(level: float) -> float:
    """The two-sided normal quantile."""
    return NORMAL.inv_cdf(0.5 + level / 2)


def chance_to_see(participants: int, ratio: float, outlook: Outlook | None = None) -> float:
    """How likely it is that a true hazard ratio shows, between 0 and 1."""
    outlook = outlook or Outlook()
    known = outlook.events(participants, ratio) * outlook.share * (1 - outlook.share)
    return NORMAL.cdf(abs(math.log(ratio)) * math.sqrt(known) - quantile(outlook.level))


def smallest_ratio(participants: int, outlook: Outlook | None = None) -> float:
    """The mildest cut in leaving that would show, as a hazard ratio below 1.

    Raises NotEstimable when not even an end to nine of ten leavings would show.
    """
    outlook = outlook or Outlook()
    if participants < 1 or chance_to_see(participants, FLOOR, outlook) < outlook.power:
        raise NotEstimable("too_few")
    return bisect(
        lambda ratio: outlook.power - chance_to_see(participants, ratio, outlook), FLOOR, 0.9999
    )


def smallest_difference(
    first: int, second: int, share: float, *, power: float = 0.8, level: float = LEVEL
) -> float:
    """The smallest difference of two shares that would show, the second being ``share``.

    For goals and promotions: ``first`` and ``second`` count people. Counts upwards from ``share``;
    turn the share around to count downwards. Infinite when even everybody would not show.
    """
    wanted = quantile(level) + NORMAL.inv_cdf(power)

    def shown(difference: float) -> float:
        other = share + difference
        spread = share * (1 - share) / second + other * (1 - other) / first
        return difference - wanted * math.sqrt(spread)

    if shown(1 - share) < 0:
        return math.inf
    return bisect(shown, 0.0, 1 - share)


@dataclass(frozen=True, slots=True)
class Advice:
    """What ``participants`` could show.

    ``ratio`` is the mildest cut in leaving that would show (None when none would), ``stay`` that
    cut as the share of people more still there at the end, ``usual`` the chance to see leaving cut
    by three in ten, ``needed`` how many participants that would take for the wanted power.
    """

    participants: int
    ratio: float | None
    stay: float | None
    usual: float
    needed: int


def advise(participants: int, outlook: Outlook | None = None) -> Advice:
    """Say before a programme begins what it can show about leaving."""
    outlook = outlook or Outlook()
    try:
        ratio: float | None = smallest_ratio(participants, outlook)
    except NotEstimable:
        ratio = None
    return Advice(
        participants=participants,
        ratio=ratio,
        stay=None if ratio is None else outlook.left() - outlook.left(ratio),
        usual=chance_to_see(max(participants, 1), USUAL_CUT, outlook),
        needed=participants_needed(USUAL_CUT, outlook),
    )
