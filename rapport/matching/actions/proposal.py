"""A pair of a round, changed by hand: put together, taken out, moved, fixed, released."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from rapport.domain.refusals import AlreadyDone, NotAcceptable, NotNow
from rapport.domain.sentences import _
from rapport.matching.actions.edit import remembered
from rapport.matching.actions.matching_round import lock_open
from rapport.matching.models import BoardEdit, MatchingRound, Proposal
from rapport.matching.queries.criteria import criteria_for
from rapport.matching.queries.pool import pool_of
from rapport.matching.queries.proposals import standing, waiting
from rapport.matching.solving import Judgement, judge
from rapport.matching.words import rule_in_words
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
HAS_PEER = _(
    "“%(name)s” has a peer in this round already. Nothing was changed; take that pair out first."
)
CHANGED = _(
    "Somebody else changed this pair a moment ago. Nothing was changed by you; look at the board "
    "as it is now."
)
AGAINST = _(
    "“%(mentee)s” and “%(mentor)s” cannot be a pair: there is %(rule)s. Nothing was changed; "
    "choose somebody else, or change what must hold in the programme."
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
    require_place_beside(matching_round, mentee, mentor)
    judgement = require_possible(matching_round, mentee, mentor)
    kind = BoardEdit.Kind.PAIRED
    with remembered(matching_round, kind, by=by, mentee=mentee, mentor=mentor):
        return place(matching_round, mentee, mentor, judgement)


def require_place_beside(
    matching_round: MatchingRound, mentee: Enrolment, mentor: Enrolment
) -> None:
    """Nobody gets more partners in a round than its format gives her."""
    shape, stand = matching_round.intake.shape, standing(matching_round)
    if not shape.has_sides:
        for each in (mentee, mentor):
            if stand.filter(Q(mentee=each) | Q(mentor=each)).exists():
                raise AlreadyDone(HAS_PEER, name=str(each))
    pool = pool_of(matching_round.intake)
    most = {person.id: person.capacity.most for person in pool.mentees}
    if 0 < most.get(str(mentee.pk), 1) <= stand.filter(mentee=mentee).count():
        raise AlreadyDone(HAS_SOMEBODY, name=str(mentee))


@transaction.atomic
def move_mentee(proposal: Proposal, mentor: Enrolment, *, by: Person) -> Proposal:
    """The mentee gets another mentor; with the same one nothing changes."""
    lock_pair_row(proposal)
    if proposal.mentor_id == mentor.pk:
        return proposal
    mentee, judgement = proposal.mentee, require_possible(proposal.round, proposal.mentee, mentor)
    kind = BoardEdit.Kind.MOVED
    with remembered(proposal.round, kind, by=by, mentee=mentee, mentor=mentor):
        proposal.delete()
        return place(proposal.round, mentee, mentor, judgement)


@transaction.atomic
def remove_pair(proposal: Proposal, *, by: Person) -> None:
    """Take a pair out; solving again does not bring it back. Taken out twice, it is out."""
    lock_open(proposal.round)
    change(
        proposal,
        BoardEdit.Kind.TAKEN_OUT,
        by,
        removed_at=timezone.now(),
        removed_by=by,
        is_locked=False,
    )


@transaction.atomic
def lock_pair(proposal: Proposal, *, by: Person) -> None:
    """Fix a pair, so that solving again keeps it."""
    lock_open(proposal.round)
    change(proposal, BoardEdit.Kind.LOCKED, by, is_locked=True)


@transaction.atomic
def release_pair(proposal: Proposal, *, by: Person) -> None:
    """Let solving again find something better."""
    lock_open(proposal.round)
    change(proposal, BoardEdit.Kind.RELEASED, by, is_locked=False)


def change(proposal: Proposal, kind: BoardEdit.Kind, by: Person, **values: object) -> None:
    """Other values for one row that stands, remembered; a row that is gone stays gone."""
    people = {"mentee": proposal.mentee, "mentor": proposal.mentor}
    with remembered(proposal.round, kind, by=by, **people):
        rows = waiting(proposal.round).order_by().select_related(None)
        rows.filter(pk=proposal.pk).update(**values)


def lock_pair_row(proposal: Proposal) -> None:
    """Hold the round; NotNow when somebody else has moved or taken out this pair meanwhile."""
    lock_open(proposal.round)
    if not waiting(proposal.round).filter(pk=proposal.pk).exists():
        raise NotNow(CHANGED)


def require_possible(
    matching_round: MatchingRound, mentee: Enrolment, mentor: Enrolment
) -> Judgement:
    """Both have a place and no hard rule is broken; NotNow or NotAcceptable otherwise."""
    pool = pool_of(matching_round.intake)
    taken = waiting(matching_round).filter(mentor=mentor).count()
    places = {person.id: person.capacity.most for person in pool.mentors}
    wanting = {person.id for person in pool.mentees if person.capacity.most}
    if str(mentee.pk) not in wanting:
        raise NotNow(NO_PLACE, name=str(mentee))
    if taken >= places.get(str(mentor.pk), 0):
        raise NotNow(NO_PLACE, name=str(mentor))
    criteria, pair = criteria_for(matching_round.intake, pool), (str(mentee.pk), str(mentor.pk))
    judgement = judge(pool, criteria, pair, matching_round.seed)
    for rule in judgement.rules:
        people = {"mentee": str(mentee), "mentor": str(mentor)}
        raise NotAcceptable(BY_RULE.get(rule, AGAINST), **people, rule=rule_in_words(rule))
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
            "parts": judgement.parts,
            "approved_at": None,
            "is_locked": True,
            "is_by_hand": True,
            "removed_at": None,
            "removed_by": None,
        },
    )
    return proposal
