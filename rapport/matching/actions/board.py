"""What a press or a drop on the board means: one act on one mentee, as she stood on the screen."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction

from rapport.domain.refusals import NotNow
from rapport.matching.actions.matching_round import lock_open
from rapport.matching.actions.proposal import (
    CHANGED,
    add_pair,
    lock_pair,
    move_mentee,
    release_pair,
    remove_pair,
)
from rapport.matching.models import MatchingRound, Proposal
from rapport.matching.queries.proposals import waiting
from rapport.people.models import Person
from rapport.programmes.models import Enrolment

ACTS: dict[str, Callable[..., object]] = {
    "lock": lock_pair,
    "release": release_pair,
    "out": remove_pair,
}


@dataclass(frozen=True)
class Press:
    """`act` on `mentee`; `mentor` is whom she gets, `seen` the mentor she had on the screen."""

    act: str
    mentee: Enrolment
    mentor: Enrolment | None = None
    seen: Enrolment | None = None


@transaction.atomic
def act_on_board(found: MatchingRound, press: Press, *, by: Person) -> None:
    """Carry it out; NotNow when a colleague was faster and the screen is not true any more."""
    lock_open(found)
    pairs = waiting(found).filter(mentee=press.mentee)
    shown = pairs.filter(mentor=press.seen) if press.seen else pairs
    standing: Proposal | None = shown.select_related("round__intake__programme").first()
    if (standing.mentor if standing else None) != press.seen:
        raise NotNow(CHANGED)
    if standing is None:
        if press.mentor is not None:
            add_pair(found, press.mentee, press.mentor, by=by)
    elif press.act == "move" and press.mentor is not None:
        move_mentee(standing, press.mentor, by=by)
    else:
        ACTS["out" if press.act == "move" else press.act](standing, by=by)
