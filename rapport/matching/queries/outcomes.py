"""After the fact: did the fit of pairs go with how they went, which criteria did, who is left out.

Every figure stands on five or more, and so does whatever could be worked out from it. Nothing here
changes a match: people read it and decide. The pulse is sealed, so it is no part of this.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from rapport.domain.ending import EndingKind
from rapport.domain.findings import Finding, Hidden, Shown, Unit, Why, may_be_shown, shown_parts
from rapport.domain.sentences import _
from rapport.matching import engine
from rapport.matching.models import Proposal
from rapport.programmes.models import Enrolment, Programme
from rapport.relationships.models import Attainment

EXPECTED = 0
"""The level of a goal at which what was expected is reached (goal attainment scaling)."""

# From the strongest down: the least points, and the words of the page of pairs.
BANDS = [
    (600, _("Much in common")),
    (350, _("Good common ground")),
    (0, _("Some or little in common")),
]


@dataclass(frozen=True)
class Course:
    """How one announced pair went, without names: its fit, its parts, its end, its goals."""

    score: int
    parts: dict[str, int]
    ended_early: bool
    reached: bool


@dataclass(frozen=True)
class Band:
    """Pairs of one fit: which share ended early, and which reached a goal."""

    label: str
    early: Shown
    reached: Shown


@dataclass(frozen=True)
class Weighed:
    """One criterion: its mean share of full points among pairs that ended early, and others."""

    key: str
    early: Shown
    others: Shown


@dataclass(frozen=True)
class Group:
    """Mentors of one group, and the share nobody was ever given to."""

    label: str
    never: Shown


def courses_of(programme: Programme) -> list[Course]:
    """Every announced pair of a programme that was judged; two queries at most."""
    reached = Attainment.objects.filter(
        goal__relationship=OuterRef("relationship"), level__gte=EXPECTED
    )
    pairs = Proposal.objects.filter(
        round__intake__programme=programme, relationship__isnull=False, score__isnull=False
    )
    found = pairs.select_related("relationship__ending").annotate(has_reached=Exists(reached))
    return [
        Course(
            each.score or 0,
            each.parts,
            has_ended_early(each),
            each.has_reached,
        )
        for each in found
    ]


def has_ended_early(pair: Proposal) -> bool:
    ending = getattr(pair.relationship, "ending", None)
    return ending is not None and ending.kind == EndingKind.NO_FAULT


def bands_of(courses: Sequence[Course]) -> list[Band]:
    """By how well two people fitted; a band that would give away another is hidden with it."""
    groups = [[one for one in courses if band_of(one.score) == least] for least, _words in BANDS]
    early = shares(groups, lambda one: one.ended_early)
    reached = shares(groups, lambda one: one.reached)
    labels = (words for _least, words in BANDS)
    return [Band(*row) for row in zip(labels, early, reached, strict=True)]


def band_of(score: int) -> int:
    return next(least for least, _words in BANDS if score >= least)


def shares(groups: Sequence[Sequence[Course]], holds: Callable[[Course], bool]) -> list[Shown]:
    return shares_of([(sum(map(holds, group)), len(group)) for group in groups])


def shares_of(counts: Sequence[tuple[int, int]]) -> list[Shown]:
    """Shares of several groups side by side, each as a finding or hidden."""
    visible = [may_be_shown(whole, (part, whole - part)) for part, whole in counts]
    parts = shown_parts([part for part, _whole in counts])
    rests = shown_parts([whole - part for part, whole in counts])
    both = zip(counts, visible, parts, rests, strict=True)
    return [share(*count) if all(seen) else Hidden() for count, *seen in both]


def share(part: int, whole: int) -> Finding:
    """With the score interval of Wilson (1927)."""
    found = engine.proportion(part, whole)
    return Finding(found.value, whole, found.low, found.high, Unit.SHARE, method="Wilson")


def criteria_weighed(courses: Iterable[Course]) -> list[Weighed]:
    """Which criteria differ between pairs that ended early and the others, by name."""
    sides: dict[str, tuple[list[int], list[int]]] = {}
    for one in courses:
        for key, points in one.parts.items():
            early, others = sides.setdefault(key, ([], []))
            (early if one.ended_early else others).append(points)
    return [weighed(key, *both) for key, both in sorted(sides.items())]


def weighed(key: str, early: list[int], others: list[int]) -> Weighed:
    """Both sides or neither: with the mean of all, one side would give the other away."""
    first, second = mean(early), mean(others)
    if isinstance(first, Hidden) or isinstance(second, Hidden):
        return Weighed(key, Hidden(), Hidden())
    return Weighed(key, first, second)


def mean(points: list[int]) -> Shown:
    """Of thousandths, with Student's interval."""
    found = engine.mean_of(points)
    if found is None:
        return Hidden(Why.FEW)
    return Finding(found.value, found.people, found.low, found.high, Unit.SCORE, method="Student")


def never_chosen(programme: Programme) -> list[Group]:
    """Mentors of rounds that are announced, by place: the share who never had a mentee."""
    chosen = Proposal.objects.filter(mentor=OuterRef("pk"), announced_at__isnull=False)
    mentors = Enrolment.objects.filter(
        intake__programme=programme,
        intake__matching_rounds__announced_at__isnull=False,
        withdrawn_at=None,
    )
    mentors = mentors.exclude(role=Enrolment.Role.MENTEE).exclude(mentees_wanted=0)
    rows = mentors.annotate(was_chosen=Exists(chosen)).values_list("pk", "site", "was_chosen")
    sites: dict[str, tuple[int, int]] = {}
    for _number, site, was_chosen in rows.distinct():
        never, whole = sites.get(site, (0, 0))
        sites[site] = never + (not was_chosen), whole + 1
    labels = sorted(sites)
    return [
        Group(label, found)
        for label, found in zip(labels, shares_of([sites[one] for one in labels]), strict=True)
    ]
