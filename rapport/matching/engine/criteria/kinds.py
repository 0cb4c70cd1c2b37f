"""What a programme asks of a pair, as data.

Knows the kinds of hard rule and of soft criterion and which settings each kind has. Does not know
how they are worked out: scoring/ holds one table each, with the same kinds.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from rapport.matching.engine.sentences import UnusableError

type RuleKind = Literal["shared", "same", "different", "within", "ahead", "different_manager"]
type CriterionKind = Literal[
    "coverage", "likeness", "same", "closeness", "difference", "ahead", "enough", "wish",
    "preference", "meaning",
]  # fmt: skip
type Side = Literal["mentee", "mentor"]
type Setting = Literal["question", "least", "most", "low", "high", "wanted", "side", "model"]

STANDING_RULES = ("oneself", "own_line", "veto", "forbidden")
"""Rules that hold in every programme and that no file can switch off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One hard rule: a pair that breaks it is never proposed; a missing answer never breaks it.

    ``shared``: at least ``least`` choices in common. ``same``/``different``: the answers.
    ``within``: numbers at most ``most`` apart (``utc_offset`` around the clock).
    ``ahead``: the mentor's number minus the mentee's is ``least`` or more, and ``most`` or less.
    ``different_manager``: not the same nearest manager or advisor.
    """

    kind: RuleKind
    question: str = ""
    least: float | None = None
    most: float | None = None

    @property
    def key(self) -> str:
        """The rule's name in sentences, such as ``shared:languages``."""
        return f"{self.kind}:{self.question}" if self.question else self.kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One soft criterion; ``weight`` counts in proportion to the sum of all weights.

    ``coverage``: the share of what the mentee named that the mentor named too, by importance.
    ``likeness``: choices in common among all choices of both. ``same``: equal answers.
    ``closeness``/``difference``: of numbers on the scale ``low``..``high``.
    ``ahead``: full when the mentor is ``least``..``most`` ahead, none twice as far outside.
    ``enough``: choices in common, full from ``most`` on (hours both have free, say).
    ``wish``: the rank of the other among the wishes of ``side``.
    ``preference``: the mentee's own answer to ``wanted`` names the mentor's to ``question``.
    ``meaning``: how near the two texts are by ``model``; the mentee's may be that to ``wanted``.
    """

    kind: CriterionKind
    weight: float
    question: str = ""
    least: float | None = None
    most: float | None = None
    low: float | None = None
    high: float | None = None
    wanted: str = ""
    side: Side = "mentee"
    model: str = "letters"

    @property
    def key(self) -> str:
        """The criterion's name in sentences, such as ``coverage:topics`` or ``wish:mentor``."""
        return f"{self.kind}:{self.question or self.side}"


@dataclass(frozen=True, slots=True)
class Criteria:
    """Everything a programme asks. ``protected`` questions count by a mentee's own wish only."""

    rules: tuple[Rule, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    protected: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        for rule in self.rules:
            check(rule, RULE_NEEDS[rule.kind], protected=self.protected)
        for criterion in self.criteria:
            free = frozenset[str]() if criterion.kind == "preference" else self.protected
            check(criterion, CRITERION_NEEDS[criterion.kind], protected=free)
            if not 0 < criterion.weight < float("inf"):
                raise UnusableError("setting_wrong", kind=criterion.kind, setting="weight")
        refuse_same_key([rule.key for rule in self.rules])
        refuse_same_key([criterion.key for criterion in self.criteria])


RULE_NEEDS: Mapping[RuleKind, frozenset[Setting]] = MappingProxyType(
    {
        "shared": frozenset({"question", "least"}),
        "same": frozenset({"question"}),
        "different": frozenset({"question"}),
        "within": frozenset({"question", "most"}),
        "ahead": frozenset({"question", "least"}),
        "different_manager": frozenset(),
    }
)

CRITERION_NEEDS: Mapping[CriterionKind, frozenset[Setting]] = MappingProxyType(
    {
        "coverage": frozenset({"question"}),
        "likeness": frozenset({"question"}),
        "same": frozenset({"question"}),
        "closeness": frozenset({"question", "low", "high"}),
        "difference": frozenset({"question", "low", "high"}),
        "ahead": frozenset({"question", "least", "most"}),
        "enough": frozenset({"question", "most"}),
        "wish": frozenset({"side"}),
        "preference": frozenset({"question", "wanted"}),
        "meaning": frozenset({"question"}),
    }
)

ORDERED = (("least", "most"), ("low", "high"))


def check(asked: Rule | Criterion, needs: frozenset[Setting], *, protected: frozenset[str]) -> None:
    """Raise UnusableError when a setting is missing, out of order, or on a protected question."""
    for setting in sorted(needs):
        if getattr(asked, setting) in ("", None):
            raise UnusableError("setting_missing", kind=asked.kind, setting=setting)
    for low, high in ORDERED:
        bottom, top = getattr(asked, low, None), getattr(asked, high, None)
        if bottom is not None and top is not None and bottom > top:
            raise UnusableError("setting_wrong", kind=asked.kind, setting=high)
    if {"low", "high"} <= needs and getattr(asked, "low", 0) == getattr(asked, "high", 0):
        raise UnusableError("setting_wrong", kind=asked.kind, setting="high")
    if asked.question in protected:
        raise UnusableError("protected_question", kind=asked.kind, question=asked.question)


def refuse_same_key(keys: list[str]) -> None:
    for key in keys:
        if keys.count(key) > 1:
            raise UnusableError("key_twice", name=key)


DEFAULT = Criteria(
    criteria=(
        Criterion(kind="coverage", question="topics", weight=60),
        Criterion(kind="wish", side="mentee", weight=15),
        Criterion(kind="wish", side="mentor", weight=10),
        Criterion(kind="enough", question="availability", most=3, weight=10),
        Criterion(kind="same", question="site", weight=5),
    ),
)
"""What counts before a coordinator has said anything; nobody answers all, missing is neutral."""
