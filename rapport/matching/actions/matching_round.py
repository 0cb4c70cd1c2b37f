"""A round of pairs is proposed, proposed again around what is fixed, or thrown away."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction

from rapport.domain.refusals import AlreadyDone, NotNow
from rapport.domain.sentences import _
from rapport.matching import engine
from rapport.matching.actions.edit import remembered
from rapport.matching.models import Aim, BoardEdit, MatchingRound, Proposal
from rapport.matching.queries.criteria import criteria_for, settings_of
from rapport.matching.queries.pool import pool_of
from rapport.matching.queries.proposals import pair_of, waiting
from rapport.matching.shaping import has_aims, solve_in_format
from rapport.matching.solving import solve, with_reasons
from rapport.matching.words import kept
from rapport.people.models import Person
from rapport.programmes.models import Intake

if TYPE_CHECKING:
    from rapport.matching.engine import Criteria, Pool, Solution
    from rapport.matching.engine.assignment.result import Objective

ANNOUNCED = _("These pairs are announced already. Nothing was changed.")
ASKED = _(
    "People were asked in this round, and what they said counts. Nothing was thrown away; end the "
    "round instead, then everybody who has nobody is told."
)
NOBODY_FREE = _(
    "Nobody waits for a pair in this intake. Nothing was changed; bring in sign-ups first."
)
NOT_FREE = _(
    "“%(mentee)s” and “%(mentor)s” are not both free any more. Nothing was changed; take this pair "
    "out and try again."
)
ONLY_FOR_PAIRS = _(
    "Other aims are for pairs of one mentee with one mentor. Nothing was changed; in this format "
    "fix whom you want to keep, and form anew."
)
OBJECTIVES: dict[Aim, Objective] = {
    Aim.FAIR: "fair",
    Aim.TOTAL: "total",
    Aim.LEXIMIN: "leximin",
    Aim.LOGS: "logs",
    Aim.STABLE: "stable",
}
SEEDS = 2**31
PRICE = 20
"""Points of 1000 that parting a pair must bring, so that solving again moves few people."""


@transaction.atomic
def form_pairs(intake: Intake, *, by: Person | None) -> MatchingRound:
    """Propose pairs for everybody who is free. A round that is open is answered as it is."""
    intake.lock()
    if open_round := intake.matching_rounds.filter(announced_at=None).first():
        return open_round
    pool = pool_of(intake)
    if not pool.mentees or not pool.mentors:
        raise NotNow(NOBODY_FREE)
    seed = secrets.randbelow(SEEDS)
    solutions = solve_in_format(intake.format, pool, criteria_for(intake, pool), seed)
    number = 1 + (intake.matching_rounds.values_list("number", flat=True).first() or 0)
    new = MatchingRound.objects.create(
        intake=intake,
        number=number,
        seed=seed,
        mode=settings_of(intake.programme).mode,
        summary=summary_of(solutions[0]),
        proposed_by=by,
    )
    write_proposals(new, solutions)
    return new


@transaction.atomic
def solve_again(matching_round: MatchingRound, *, by: Person | None) -> None:
    """Propose anew around the pairs that are fixed; pairs taken out by hand do not come back.

    A pair that is not fixed parts only when that brings at least PRICE points.
    """
    lock_open(matching_round)
    with remembered(matching_round, BoardEdit.Kind.SOLVED, by=by):
        solutions = solutions_of(matching_round)
        waiting(matching_round).filter(is_locked=False).delete()
        write_proposals(matching_round, solutions)
        matching_round.summary = summary_of(solutions[0])
        matching_round.save(update_fields=["summary"])


@transaction.atomic
def choose_aim(matching_round: MatchingRound, aim: Aim, *, by: Person) -> None:
    """Another aim for the round, and its pairs at once; what is fixed stays."""
    lock_open(matching_round)
    if not has_aims(matching_round.intake.format):
        raise NotNow(ONLY_FOR_PAIRS)
    with remembered(matching_round, BoardEdit.Kind.SOLVED, by=by):
        solutions = solutions_of(matching_round, aim=aim)
        waiting(matching_round).filter(is_locked=False).delete()
        write_proposals(matching_round, solutions)
        matching_round.aim, matching_round.summary = aim, summary_of(solutions[0])
        matching_round.save(update_fields=["aim", "summary"])


def solution_of(
    matching_round: MatchingRound, criteria: Criteria | None = None, aim: Aim | None = None
) -> Solution:
    """The same, the first solution alone; to compare criteria and aims with."""
    return solutions_of(matching_round, criteria, aim)[0]


def solutions_of(
    matching_round: MatchingRound, criteria: Criteria | None = None, aim: Aim | None = None
) -> list[Solution]:
    """The best pairs around what is fixed, staying near those that stand; nothing is changed.

    With other criteria, or for another aim, pairs stay only among equals.
    """
    fixed = waiting(matching_round).filter(is_locked=True)
    pool = open_pool(matching_round)
    require_free(pool, fixed)
    here = {person.id for person in pool.everybody()}
    standing_pairs = map(pair_of, waiting(matching_round))
    stay = frozenset(pair for pair in standing_pairs if here.issuperset(pair))
    pool = replace(pool, locked=frozenset(map(pair_of, fixed)))
    asked = criteria or criteria_for(matching_round.intake, pool)
    keep = engine.Keep(stay, 0 if criteria or aim else PRICE)
    shaped, seed = matching_round.intake.format, matching_round.seed
    if not has_aims(shaped):
        return solve_in_format(shaped, pool, asked, seed, keep)
    return [solve(pool, asked, seed, keep, OBJECTIVES[aim or Aim(matching_round.aim)])]


def open_pool(matching_round: MatchingRound) -> Pool:
    """Everybody who is free, without the pairs that were taken out by hand."""
    out = matching_round.proposals.exclude(removed_at=None)
    return pool_of(matching_round.intake, forbidden=map(pair_of, out))


@transaction.atomic
def throw_round_away(matching_round: MatchingRound, *, by: Person) -> None:
    """Erase proposals that nobody has heard of; what people said is not erased with them."""
    lock_open(matching_round)
    if matching_round.askings.exists():
        raise NotNow(ASKED)
    matching_round.delete()


def lock_open(matching_round: MatchingRound) -> None:
    """Hold the intake and the round; AlreadyDone when its pairs are announced."""
    matching_round.intake.lock()
    matching_round.lock()
    if matching_round.announced_at:
        raise AlreadyDone(ANNOUNCED)


def require_free(pool: Pool, proposals: Iterable[Proposal]) -> None:
    """Both of each pair still take part and have a place; NotNow names the first who do not."""
    mentees = {person.id for person in pool.mentees if person.capacity.most}
    mentors = {person.id: person.capacity.most for person in pool.mentors}
    seated: Counter[str] = Counter()
    for proposal in proposals:
        mentee, mentor = pair_of(proposal)
        seated[mentor] += 1
        if mentee not in mentees or seated[mentor] > mentors.get(mentor, 0):
            raise NotNow(NOT_FREE, mentee=str(proposal.mentee), mentor=str(proposal.mentor))


def write_proposals(matching_round: MatchingRound, solutions: Iterable[Solution]) -> None:
    """A row for each pair that has none yet: fixed pairs keep theirs."""
    Proposal.objects.bulk_create(
        Proposal(
            organisation_id=matching_round.organisation_id,
            round=matching_round,
            mentee_id=UUID(pair.mentee),
            mentor_id=UUID(pair.mentor),
            score=pair.score,
            reasons=told.reasons,
            parts=told.parts,
        )
        for solution in solutions
        for pair, told in with_reasons(solution)
        if not pair.locked
    )


def summary_of(solution: Solution) -> dict[str, Any]:
    """Why somebody has nobody, and the engine's proof that it cannot be better."""
    return {
        "unmatched": [
            {"enrolment": one.person, "role": one.role, "why": kept(one.why)}
            for one in solution.unmatched
        ],
        "total": solution.total,
        "worst": solution.worst,
        "bound": solution.bound,
        "gap": solution.gap,
    }
