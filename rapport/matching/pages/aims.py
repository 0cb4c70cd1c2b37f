"""Other aims beside the pairs that stand: what each would bring, to whom, and how evenly.

Figures by group stand on five people or more, and so does whatever could be worked out from them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from rapport.domain.findings import Finding, Hidden, Shown, Unit, may_be_shown
from rapport.domain.refusals import NotAcceptable
from rapport.matching import engine
from rapport.matching.actions.matching_round import solution_of
from rapport.matching.engine import UnusableError
from rapport.matching.models import Aim, MatchingRound
from rapport.matching.pages.history import mentors_now
from rapport.matching.queries.answers import Question, questions_in
from rapport.matching.shaping import has_aims
from rapport.matching.words import fit_in_words
from rapport.programmes.models import Enrolment

if TYPE_CHECKING:
    from rapport.matching.engine import Solution
    from rapport.matching.engine.fairness.parity import Interval

FIELDS = ("site", "languages")
SHOWN_MOVES = 20


def aims_page(found: MatchingRound, chosen: str, question: str) -> dict[str, Any]:
    """Every aim in figures; of the one chosen who would move, and how groups would fare."""
    now = mentors_now(found)
    aims = tuple(Aim) if has_aims(found.intake.format) else (Aim.FAIR,)
    solved = {aim: solved_for(found, aim) for aim in aims}
    aim = Aim(chosen) if chosen in solved else aims[0]
    solution = solved[aim]
    return {
        "round": found,
        "aims": [in_figures(found, each, solved[each], now) for each in aims],
        "chosen": aim,
        "moves": moves(solution, now) if solution else [],
        "groups": groups(solution, question) if solution and question else None,
    }


def solved_for(found: MatchingRound, aim: Aim) -> Solution | None:
    """The pairs for an aim; None where the pool is too large for it."""
    try:
        return solution_of(found, aim=aim)
    except (NotAcceptable, UnusableError):
        return None


def in_figures(
    found: MatchingRound, aim: Aim, solution: Solution | None, now: Mapping[str, str]
) -> dict[str, Any]:
    """One aim as a line of the table."""
    line: dict[str, Any] = {"aim": aim, "is_now": aim == found.aim, "solved": solution is not None}
    scores = engine.spread(solution) if solution else None
    if solution is None or scores is None:
        return line
    return {
        **line,
        "people": len(solution.pairs),
        "weakest": fit_in_words(solution.worst),
        "mean": round(scores.mean),
        "tenth": round(scores.tenth),
        "blocking": engine.blocking_pairs(solution),
        "moved": len(moved(solution, now)),
    }


def moved(solution: Solution, now: Mapping[str, str]) -> list[str]:
    """The mentees who would have somebody else than today."""
    then = {pair.mentee: pair.mentor for pair in solution.pairs}
    return sorted(one for one in now.keys() | then.keys() if now.get(one) != then.get(one))


def moves(solution: Solution, now: Mapping[str, str]) -> list[dict[str, str]]:
    """Who would have somebody else, by name."""
    then = {pair.mentee: pair.mentor for pair in solution.pairs}
    changed = moved(solution, now)[:SHOWN_MOVES]
    numbers = {one for each in changed for one in (each, now.get(each), then.get(each)) if one}
    people = Enrolment.objects.filter(pk__in=numbers).select_related("person")
    names = {str(each.pk): str(each) for each in people}
    lines = [
        {
            "mentee": names.get(each, ""),
            "before": names.get(now.get(each, ""), ""),
            "after": names.get(then.get(each, ""), ""),
        }
        for each in changed
    ]
    return sorted(lines, key=lambda line: line["mentee"])


def questions_by_choice(found: MatchingRound) -> list[Question]:
    """The questions whose answers make groups."""
    people = found.intake.enrolments.filter(withdrawn_at=None)
    return [one for one in questions_in(people).values() if one.choices and not one.is_free_text]


def groups(solution: Solution, question: str) -> dict[str, Any]:
    """How mentees fare by their answer; groups that could point at somebody are not there."""
    report = engine.parity(solution, question)
    return {
        "hidden": report.hidden,
        "rows": [
            {
                "label": one.group,
                "matched": share_of(one.matched),
                "fit": mean_in(one.score),
                "ceiling": mean_in(one.ceiling),
            }
            for one in report.groups
        ],
    }


def share_of(found: Interval) -> Shown:
    """A share, unless those who have somebody, or those who have nobody, are too few."""
    matched = round(found.value * found.people)
    if not may_be_shown(found.people, (matched, found.people - matched)):
        return Hidden()
    return Finding(found.value, found.people, found.low, found.high)


def mean_in(found: Interval | None) -> Shown:
    if found is None or not may_be_shown(found.people):
        return Hidden()
    return Finding(found.value, found.people, found.low, found.high, Unit.SCORE)
