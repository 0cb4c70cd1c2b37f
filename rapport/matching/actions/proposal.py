"""A pair of a round, changed by hand: put together, taken out, moved, fixed, released."""

from django.db import transaction
from django.utils import timezone

from rapport.domain.refusals import AlreadyDone, NotAcceptable, NotNow
from rapport.domain.sentences import _
from rapport.matching.actions.matching_round import lock_open, standing
from rapport.matching.models import MatchingRound, Proposal
from rapport.matching.pool import pool_of
from rapport.matching.solving import Judgement, judge
from rapport.people.models import Person
from rapport.programmes.models import Enrolment

NO_PLACE = _(
    "“%(name)s” has no free place. Nothing was changed; choose somebody else, take another pair "
    "out, or change how many partners the sign-up says."
)
HAS_SOMEBODY = _(
    "“%(name)s” has a mentor in this round already. Nothing was changed; open that pair and move "
    "it instead."
)
BY_RULE: dict[str, str] = {
    "oneself": _("Nobody is paired with herself. Nothing was changed; choose somebody else."),
    "own_line": _(
        "“%(mentee)s” and “%(mentor)s” cannot be a pair: one is the line manager or advisor of "
        "the other. Nothing was changed; choose somebody else."
    ),
    "veto": _(
        "“%(mentee)s” and “%(mentor)s” cannot be a pair: one of them ruled it out. Nothing was "
        "changed; choose somebody else."
    ),
    "forbidden": _(
        "“%(mentee)s” and “%(mentor)s” were a pair before in this intake. Nothing was changed; "
        "choose somebody else."
    ),
    "shared:languages": _(
        "“%(mentee)s” and “%(mentor)s” have no language in common. Nothing was changed; choose "
        "somebody else, or correct the languages in one of the sign-ups."
    ),
}


@transaction.atomic
def add_pair(
    matching_round: MatchingRound, mentee: Enrolment, mentor: Enrolment, *, by: Person
) -> Proposal:
    """Put two people together; the pair is fixed, so solving again keeps it."""
    lock_open(matching_round)
    if standing(matching_round).filter(mentee=mentee).exists():
        raise AlreadyDone(HAS_SOMEBODY, name=str(mentee))
    judgement = require_possible(matching_round, mentee, mentor)
    return place(matching_round, mentee, mentor, judgement)


@transaction.atomic
def move_mentee(proposal: Proposal, mentor: Enrolment, *, by: Person) -> Proposal:
    """The mentee gets another mentor; with the same one nothing changes."""
    lock_open(proposal.round)
    if proposal.mentor_id == mentor.pk:
        return proposal
    judgement = require_possible(proposal.round, proposal.mentee, mentor)
    proposal.delete()
    return place(proposal.round, proposal.mentee, mentor, judgement)


@transaction.atomic
def remove_pair(proposal: Proposal, *, by: Person) -> None:
    """Take a pair out; solving again does not bring it back. Taken out twice, it is out."""
    lock_open(proposal.round)
    Proposal.objects.filter(pk=proposal.pk, removed_at=None).update(
        removed_at=timezone.now(), removed_by=by, is_locked=False
    )


@transaction.atomic
def lock_pair(proposal: Proposal, *, by: Person) -> None:
    """Fix a pair, so that solving again keeps it."""
    lock_open(proposal.round)
    Proposal.objects.filter(pk=proposal.pk).update(is_locked=True)


@transaction.atomic
def release_pair(proposal: Proposal, *, by: Person) -> None:
    """Let solving again find something better."""
    lock_open(proposal.round)
    Proposal.objects.filter(pk=proposal.pk).update(is_locked=False)


def require_possible(
    matching_round: MatchingRound, mentee: Enrolment, mentor: Enrolment
) -> Judgement:
    """Both have a place and no hard rule is broken; NotNow or NotAcceptable otherwise."""
    pool = pool_of(matching_round.intake)
    taken = standing(matching_round).filter(mentor=mentor).count()
    places = {person.id: person.capacity.most for person in pool.mentors}
    wanting = {person.id for person in pool.mentees if person.capacity.most}
    if str(mentee.pk) not in wanting:
        raise NotNow(NO_PLACE, name=str(mentee))
    if taken >= places.get(str(mentor.pk), 0):
        raise NotNow(NO_PLACE, name=str(mentor))
    judgement = judge(pool, (str(mentee.pk), str(mentor.pk)), matching_round.seed)
    for rule in judgement.rules:
        raise NotAcceptable(BY_RULE[rule], mentee=str(mentee), mentor=str(mentor))
    return judgement


def place(
    matching_round: MatchingRound, mentee: Enrolment, mentor: Enrolment, judgement: Judgement
) -> Proposal:
    """The row of a pair made by hand; one that was taken out comes back."""
    proposal, _is_new = Proposal.objects.update_or_create(
        round=matching_round,
        mentee=mentee,
        mentor=mentor,
        defaults={
            "score": judgement.score,
            "reasons": judgement.reasons,
            "is_locked": True,
            "is_by_hand": True,
            "removed_at": None,
            "removed_by": None,
        },
    )
    return proposal
