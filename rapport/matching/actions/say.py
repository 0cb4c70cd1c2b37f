"""What somebody says: whom she would like, whom rather not, yes or no to one person.

A no is nobody's business: what follows from it looks the same as a place that was taken.
"""

from collections.abc import Mapping
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from rapport.domain.events import ChoiceEnded
from rapport.domain.permissions import Role
from rapport.domain.refusals import NotAcceptable, NotNow
from rapport.domain.sentences import _
from rapport.journal.recording import record_all
from rapport.matching.actions.asking import ask
from rapport.matching.actions.edit import remembered
from rapport.matching.actions.matching_round import open_pool
from rapport.matching.actions.proposal import place, require_possible
from rapport.matching.models import Asking, BoardEdit, Choice, MatchingRound, Mode, Proposal
from rapport.matching.queries.criteria import criteria_for
from rapport.matching.queries.proposals import mentors_for, waiting
from rapport.matching.solving import judge
from rapport.matching.suggesting import Suggestion
from rapport.people.models import Person
from rapport.programmes.models import Enrolment

OVER = _(
    "The time to answer is over, so nothing was changed. If it matters to you, write to the "
    "coordinators of your programme."
)
TWICE = _(
    "Two people stand on the same place of your list. What you chose is kept; give each another "
    "place."
)
ONE_AT_A_TIME = _(
    "You have asked %(name)s already and wait for an answer. Nothing was changed; take that back "
    "first, or wait."
)
NOT_PROPOSED = _(
    "The two of you are not proposed for each other any more, so nothing was changed. That "
    "happens while pairs are formed; nobody said anything about you."
)
TAKEN = _("“%(name)s” has no place left, so nothing was changed. There are others who suit you.")
NOT_YOURS = _("This is not asked in your programme. Nothing was changed.")


@transaction.atomic
def rank_people(
    asking: Asking, ranks: Mapping[UUID, int], *, rather_not: frozenset[UUID], by: Person
) -> None:
    """The dearest first, 1 to 5; others stay open, and a “rather not” keeps two people apart."""
    lock_asking(asking)
    if asking.round.mode not in {Mode.MENTEE_RANKS, Mode.BOTH_RANK}:
        raise NotNow(NOT_YOURS)
    said = {number: rank for number, rank in ranks.items() if number not in rather_not}
    if len(set(said.values())) < len(said):
        raise NotAcceptable(TWICE)
    choices, now = list(asking.choices.all()), timezone.now()
    for choice in choices:
        choice.rank = said.get(choice.pk)
        choice.answer = Choice.Answer.NO if choice.pk in rather_not else Choice.Answer.NONE
        choice.answered_at = now
    Choice.objects.bulk_update(choices, ["rank", "answer", "answered_at"])
    answered(asking)


@transaction.atomic
def say_yes(choice: Choice, *, by: Person) -> None:
    """A mentee asks this mentor, or a mentor agrees to this mentee. Said twice, it is said once."""
    lock_choice(choice)
    if choice.answer == Choice.Answer.YES:
        return
    YES[Mode(choice.asking.round.mode), Role(choice.asking.side)](choice, by)
    note(choice, Choice.Answer.YES)


@transaction.atomic
def say_no(choice: Choice, *, by: Person) -> None:
    """Not this one. No reason is asked, and nobody is told who said it."""
    lock_choice(choice)
    if choice.answer == Choice.Answer.NO:
        return
    note(choice, Choice.Answer.NO)
    end(choice)
    NO[Mode(choice.asking.round.mode), Role(choice.asking.side)](choice)


def lock_asking(asking: Asking) -> None:
    """Hold the round as it is now; NotNow when nobody is asked any more or the last day is over."""
    found = asking.round
    found.intake.lock()
    found.lock()
    today = timezone.localdate(timezone=ZoneInfo(found.organisation.time_zone))
    is_over = found.answers_until is not None and today > found.answers_until
    if found.announced_at or not found.is_asking or is_over:
        raise NotNow(OVER)


def lock_choice(choice: Choice) -> None:
    lock_asking(choice.asking)
    choice.refresh_from_db(fields=["answer", "ended_at"])
    if choice.ended_at and choice.answer != Choice.Answer.NO:
        raise NotNow(NOT_PROPOSED)


def note(choice: Choice, answer: Choice.Answer) -> None:
    choice.answer, choice.answered_at = answer, timezone.now()
    choice.save(update_fields=["answer", "answered_at"])
    if not choice.asking.choices.filter(answer=Choice.Answer.NONE, ended_at=None).exists():
        answered(choice.asking)


def answered(asking: Asking) -> None:
    asking.answered_at = timezone.now()
    asking.save(update_fields=["answered_at"])


def end(choice: Choice) -> None:
    choice.ended_at = timezone.now()
    choice.save(update_fields=["ended_at"])


def approve_pair(choice: Choice, by: Person) -> None:
    """The mentor agrees: the pair is fixed until it is announced."""
    found = choice.asking.round
    pair = waiting(found).filter(mentee=choice.other, mentor=choice.asking.enrolment)
    with remembered(found, BoardEdit.Kind.SAID, by=None):
        rows = pair.order_by().select_related(None)
        if not rows.update(approved_at=timezone.now(), is_locked=True):
            raise NotNow(NOT_PROPOSED)


def next_best(choice: Choice) -> None:
    """The pair goes, and the best mentor who has a place and is not ruled out is asked instead."""
    found, mentee = choice.asking.round, choice.other
    with remembered(found, BoardEdit.Kind.SAID, by=None):
        pair = waiting(found).filter(mentee=mentee, mentor=choice.asking.enrolment)
        rows = pair.order_by().select_related(None)
        if not rows.update(removed_at=timezone.now(), is_locked=False, approved_at=None):
            return
        mentor = next_mentor(found, mentee)
        new = propose(found, mentee, mentor) if mentor else None
    if new is not None:
        told = Suggestion(str(mentee.pk), str(new.mentor_id), new.reasons["reasons"])
        ask(found, Role.MENTOR, {str(new.mentor_id): [told]}, None)


def next_mentor(found: MatchingRound, mentee: Enrolment) -> Enrolment | None:
    """The best with a free place; pairs that were taken out in this round do not come back."""
    out = set(found.proposals.exclude(removed_at=None).filter(mentee=mentee).values_list("mentor"))
    for number, _points, may in mentors_for(found, mentee):
        if may and (UUID(number),) not in out:
            return Enrolment.objects.get(pk=number)
    return None


def propose(found: MatchingRound, mentee: Enrolment, mentor: Enrolment) -> Proposal:
    pool = open_pool(found)
    pair = str(mentee.pk), str(mentor.pk)
    judgement = judge(pool, criteria_for(found.intake, pool), pair, found.seed)
    new = place(found, mentee, mentor, judgement)
    Proposal.objects.filter(pk=new.pk).update(is_locked=False, is_by_hand=False)
    return new


def ask_mentor(choice: Choice, by: Person) -> None:
    """A mentee asks one mentor at a time; the mentor is written to."""
    asking = choice.asking
    open_one = asking.choices.filter(answer=Choice.Answer.YES, ended_at=None).first()
    if open_one is not None:
        raise NotNow(ONE_AT_A_TIME, name=str(open_one.other))
    if not has_room(asking.round, choice.other):
        raise NotNow(TAKEN, name=str(choice.other))
    told = Suggestion(str(asking.enrolment_id), str(choice.other_id), choice.reasons)
    ask(asking.round, Role.MENTOR, {str(choice.other_id): [told]}, by)
    reopen(asking, choice)


def reopen(asking: Asking, choice: Choice) -> None:
    """Asked again after she took it back: the mentor's answer is open once more."""
    Choice.objects.filter(
        asking__round=asking.round, asking__enrolment=choice.other, other=asking.enrolment
    ).exclude(answer=Choice.Answer.NO).update(answer=Choice.Answer.NONE, ended_at=None)


def become_pair(choice: Choice, by: Person) -> None:
    """The mentor says yes to a mentee who asked: the two are fixed, and what cannot come ends."""
    found, mentor, mentee = choice.asking.round, choice.asking.enrolment, choice.other
    earlier = waiting(found).filter(mentee=mentee)
    with remembered(found, BoardEdit.Kind.SAID, by=None):
        make_room(found, mentor)
        earlier.order_by().select_related(None).delete()
        new = place(found, mentee, mentor, require_possible(found, mentee, mentor))
        Proposal.objects.filter(pk=new.pk).update(approved_at=timezone.now(), is_by_hand=False)
    end_impossible(found, mentor, mentee)


def make_room(found: MatchingRound, mentor: Enrolment) -> None:
    """Pairs that were only reckoned give way to one that both have chosen."""
    reckoned = waiting(found).filter(mentor=mentor, is_locked=False)
    reckoned.order_by().select_related(None).delete()


def has_room(found: MatchingRound, mentor: Enrolment) -> bool:
    """Whether a place is left beside the pairs that are fixed."""
    places = {person.id: person.capacity.most for person in open_pool(found).mentors}
    fixed = waiting(found).filter(mentor=mentor, is_locked=True).count()
    return fixed < places.get(str(mentor.pk), 0)


def end_impossible(found: MatchingRound, mentor: Enrolment, mentee: Enrolment) -> None:
    """Whoever still waits for a mentor without a place is told that it does not come about."""
    open_ones = Choice.objects.filter(asking__round=found, ended_at=None)
    mine = open_ones.filter(asking__side=Role.MENTEE, asking__enrolment=mentee)
    mine.exclude(other=mentor).update(ended_at=timezone.now())
    if not has_room(found, mentor):
        waiting_for = open_ones.filter(asking__side=Role.MENTEE, other=mentor)
        end_quietly(waiting_for.exclude(asking__enrolment=mentee))


def end_quietly(choices: QuerySet[Choice]) -> None:
    """They do not come about; those who had asked get a letter."""
    asked = list(choices.filter(answer=Choice.Answer.YES).values_list("pk", flat=True))
    choices.update(ended_at=timezone.now())
    record_all(ChoiceEnded(choice=number) for number in asked)


def turn_down(choice: Choice) -> None:
    """The mentor says no: the mentee reads what she would read had the place been taken."""
    found = choice.asking.round
    with remembered(found, BoardEdit.Kind.SAID, by=None):
        pair = waiting(found).filter(mentee=choice.other, mentor=choice.asking.enrolment)
        rows = pair.order_by().select_related(None)
        rows.update(removed_at=timezone.now(), is_locked=False, approved_at=None)
    end_quietly(
        Choice.objects.filter(
            asking__round=choice.asking.round,
            asking__side=Role.MENTEE,
            asking__enrolment=choice.other,
            other=choice.asking.enrolment,
            ended_at=None,
        )
    )


def take_back(choice: Choice) -> None:
    """The mentee will not have this one after all: the mentor is asked no longer."""
    Choice.objects.filter(
        asking__round=choice.asking.round,
        asking__side=Role.MENTOR,
        asking__enrolment=choice.other,
        other=choice.asking.enrolment,
    ).update(ended_at=timezone.now())


def not_asked(choice: Choice, by: Person) -> None:
    raise NotNow(NOT_YOURS)


def nothing_more(choice: Choice) -> None:
    """A “rather not” is kept; the engine keeps the two apart."""


RANKING = {(mode, side) for mode in (Mode.MENTEE_RANKS, Mode.BOTH_RANK) for side in Role}
YES = dict.fromkeys(RANKING, not_asked) | {
    (Mode.MENTOR_APPROVES, Role.MENTOR): approve_pair,
    (Mode.SELF_MATCH, Role.MENTEE): ask_mentor,
    (Mode.SELF_MATCH, Role.MENTOR): become_pair,
}
NO = dict.fromkeys(RANKING, nothing_more) | {
    (Mode.MENTOR_APPROVES, Role.MENTOR): next_best,
    (Mode.SELF_MATCH, Role.MENTEE): take_back,
    (Mode.SELF_MATCH, Role.MENTOR): turn_down,
}
