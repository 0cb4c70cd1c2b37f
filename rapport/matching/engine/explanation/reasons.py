"""Why two people were proposed for each other.

Knows which sentence belongs to which criterion. What the pair itself may read uses only answers
that both agreed to show; scores and parts are for the coordinator.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rapport.matching.engine.criteria.crowd import Glimpse, glimpsed
from rapport.matching.engine.criteria.kinds import Criterion, CriterionKind
from rapport.matching.engine.criteria.person import Person, plain
from rapport.matching.engine.criteria.pool import PairOfIds
from rapport.matching.engine.proposal.solution import Solution
from rapport.matching.engine.scoring.columns import as_choices
from rapport.matching.engine.scoring.points import Part
from rapport.matching.engine.sentences import Sentence

type Someone = Person | Glimpse
type Say = Callable[[Criterion, Someone, Someone], Sentence | None]


@dataclass(frozen=True, slots=True)
class Explanation:
    """``reasons`` both may read, the strongest first; ``parts`` are for the coordinator."""

    mentee: str
    mentor: str
    score: int
    reasons: tuple[Sentence, ...]
    parts: tuple[Part, ...]


def explain(solution: Solution, pair: PairOfIds) -> Explanation:
    """The reasons for any pair of the pool, proposed or not; raises UnusableError for others."""
    found = solution.candidates
    row, column = found.places(pair)
    (parts,) = found.scale.parts(row, column)
    people = found.mentees[int(row[0])], found.mentors[int(column[0])]
    return explained(asked_in(solution), *people, parts)


def explain_all(solution: Solution) -> Iterator[Explanation]:
    """The reasons for every proposed pair, in their order."""
    found, asked = solution.candidates, asked_in(solution)
    for pair in solution.pairs:
        mentee = glimpsed(found.mentees, found.row[pair.mentee])
        mentor = glimpsed(found.mentors, found.column[pair.mentor])
        yield explained(asked, mentee, mentor, pair.parts)


def asked_in(solution: Solution) -> Mapping[str, Criterion]:
    return {one.key: one for one in solution.criteria.criteria}


def explained(
    asked: Mapping[str, Criterion], mentee: Someone, mentor: Someone, parts: tuple[Part, ...]
) -> Explanation:
    """What the parts of a pair's score say in words."""
    ranked = sorted(parts, key=lambda part: -part.points)
    reasons = (reason(asked[part.key], part, mentee, mentor) for part in ranked)
    return Explanation(
        mentee.id,
        mentor.id,
        score=sum(part.points for part in parts),
        reasons=tuple(one for one in reasons if one is not None),
        parts=parts,
    )


def reason(criterion: Criterion, part: Part, mentee: Someone, mentor: Someone) -> Sentence | None:
    """What one part says in words, when it speaks for the pair and both agreed to show it."""
    if not part.known or 2 * part.points < part.of or not part.points:
        return None
    if not shown(criterion, mentee, mentor):
        return None
    return REASONS_BY_KIND[criterion.kind](criterion, mentee, mentor)


def shown(criterion: Criterion, mentee: Someone, mentor: Someone) -> bool:
    """Whether both agreed to show the answers a criterion was judged on."""
    if criterion.kind == "wish":
        return "wishes" in (mentee if criterion.side == "mentee" else mentor).shareable
    asked = criterion.wanted or criterion.question
    return asked in mentee.shareable and criterion.question in mentor.shareable


def in_common(criterion: Criterion, mentee: Someone, mentor: Someone) -> Sentence:
    """The choices both made, in the mentee's own wording."""
    theirs = as_choices(mentor.answer(criterion.question))
    answer = mentee.answer(criterion.question)
    named = answer if isinstance(answer, frozenset) else {str(answer)}
    shared = tuple(sorted(one for one in named if plain(one) in theirs))
    return Sentence("in_common", {"question": criterion.question, "shared": shared})


def close(criterion: Criterion, _mentee: Someone, _mentor: Someone) -> Sentence:
    return Sentence("close", {"question": criterion.question})


def about_the_same(criterion: Criterion, _mentee: Someone, _mentor: Someone) -> Sentence:
    return Sentence("about_the_same", {"question": criterion.question})


def different(criterion: Criterion, _mentee: Someone, _mentor: Someone) -> Sentence:
    return Sentence("different", {"question": criterion.question})


def steps_ahead(criterion: Criterion, mentee: Someone, mentor: Someone) -> Sentence | None:
    """How far the mentor is ahead; not a word when she is not."""
    numbers = [one.answer(criterion.question) for one in (mentor, mentee)]
    ahead, behind = (float(one) if isinstance(one, int | float) else 0.0 for one in numbers)
    if ahead <= behind:
        return None
    return Sentence("steps_ahead", {"question": criterion.question, "steps": ahead - behind})


def wished(criterion: Criterion, mentee: Someone, mentor: Someone) -> Sentence:
    one, other = (mentee, mentor) if criterion.side == "mentee" else (mentor, mentee)
    return Sentence(f"{criterion.side}_wished", {"rank": one.wishes.index(other.id) + 1})


def as_wished(criterion: Criterion, _mentee: Someone, _mentor: Someone) -> Sentence:
    return Sentence("as_mentee_wishes", {"question": criterion.question})


REASONS_BY_KIND: Mapping[CriterionKind, Say] = MappingProxyType(
    {
        "coverage": in_common,
        "likeness": in_common,
        "same": in_common,
        "closeness": close,
        "difference": different,
        "ahead": steps_ahead,
        "enough": in_common,
        "wish": wished,
        "preference": as_wished,
        "meaning": about_the_same,
    }
)
