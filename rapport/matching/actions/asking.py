"""Both sides are asked before anything is announced, until a day; then it ends."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from rapport.domain.events import AskingEnded, SayAsked, SayReminded
from rapport.domain.permissions import Role
from rapport.domain.refusals import Incomplete, NotAcceptable, NotNow
from rapport.domain.sentences import _
from rapport.journal.recording import record, record_all
from rapport.matching.actions.matching_round import lock_open, open_pool, solve_again
from rapport.matching.actions.people import let_in
from rapport.matching.models import Asking, Choice, MatchingRound, Mode
from rapport.matching.queries.criteria import criteria_for
from rapport.matching.queries.proposals import waiting
from rapport.matching.suggesting import Shown, Suggestion, suggestions, the_other_way
from rapport.people.models import Person
from rapport.programmes.models import Enrolment

NOBODY_TO_ASK = _(
    "There is nobody to ask in this round. Nothing was sent; in this programme the coordinator "
    "decides, or everybody has been asked already."
)
PAST = _("The last day to answer lies behind us. Nothing was sent; choose a later day.")
NOT_ASKING = _("Nobody is asked in this round at the moment. Nothing was changed.")
REMIND_BEFORE = timedelta(days=2)

type Lists = dict[Role, Shown]


@transaction.atomic
def ask_both_sides(matching_round: MatchingRound, *, until: date, by: Person) -> int:
    """Show everybody concerned whom they could meet, and ask; answers how many were asked now."""
    lock_open(matching_round)
    if until < timezone.localdate():
        raise NotAcceptable(PAST)
    asked = sum(
        len(ask(matching_round, side, shown, by))
        for side, shown in LISTS[Mode(matching_round.mode)](matching_round).items()
    )
    if not asked:
        raise Incomplete(NOBODY_TO_ASK)
    matching_round.asked_at = matching_round.asked_at or timezone.now()
    matching_round.answers_until, matching_round.asking_ended_at = until, None
    matching_round.save(update_fields=["asked_at", "answers_until", "asking_ended_at"])
    return asked


@transaction.atomic
def end_asking(matching_round: MatchingRound, *, by: Person | None) -> None:
    """What is said counts, and where people ranked the pairs are formed anew with it."""
    lock_open(matching_round)
    if not matching_round.is_asking:
        raise NotNow(NOT_ASKING)
    matching_round.asking_ended_at = timezone.now()
    matching_round.save(update_fields=["asking_ended_at"])
    if matching_round.mode != Mode.MENTOR_APPROVES:
        solve_again(matching_round, by=by)
    record(AskingEnded(matching_round=matching_round.pk, by=by.pk if by else None))


@transaction.atomic
def remind_of_says(matching_round: MatchingRound, today: date) -> int:
    """Whoever has not answered two days before the last is reminded, once."""
    matching_round.lock()
    until = matching_round.answers_until
    if not matching_round.is_asking or until is None or today < until - REMIND_BEFORE:
        return 0
    late = matching_round.askings.filter(answered_at=None, reminded_at=None)
    numbers = list(late.values_list("pk", flat=True))
    Asking.objects.filter(pk__in=numbers).update(reminded_at=timezone.now())
    record_all(SayReminded(asking=number) for number in numbers)
    return len(numbers)


def ask(matching_round: MatchingRound, side: Role, shown: Shown, by: Person | None) -> list[Asking]:
    """A question for everybody with a list, and a letter; whoever has one gets what is new."""
    known = {str(each.enrolment_id): each for each in matching_round.askings.filter(side=side)}
    people = {str(each.pk): each for each in Enrolment.objects.filter(pk__in=shown)}
    let_in(people.values(), by=by)
    askings = {number: known.get(number) or new(matching_round, side, number) for number in shown}
    Asking.objects.bulk_create(one for number, one in askings.items() if number not in known)
    written = Choice.objects.bulk_create(
        choices_for(matching_round, side, shown, askings), ignore_conflicts=True
    )
    concerned = {each.asking_id for each in written}
    Asking.objects.filter(pk__in=concerned).update(answered_at=None)
    who = by.pk if by else None
    record_all(SayAsked(asking=number, by=who) for number in sorted(concerned, key=str))
    return [one for one in askings.values() if one.pk in concerned]


def new(matching_round: MatchingRound, side: Role, number: str) -> Asking:
    return Asking(
        organisation_id=matching_round.organisation_id,
        round=matching_round,
        enrolment_id=UUID(number),
        side=side,
    )


def choices_for(
    matching_round: MatchingRound, side: Role, shown: Shown, askings: dict[str, Asking]
) -> Iterable[Choice]:
    """What is on each list and was not there before."""
    there = {
        (each.asking_id, str(each.other_id))
        for each in Choice.objects.filter(asking__in=askings.values())
    }
    for number, listed in shown.items():
        for place, one in enumerate(listed):
            other = one.mentor if side is Role.MENTEE else one.mentee
            if (askings[number].pk, other) not in there:
                yield Choice(
                    organisation_id=matching_round.organisation_id,
                    asking=askings[number],
                    other_id=UUID(other),
                    place=place,
                    reasons=one.reasons,
                )


def nobody(matching_round: MatchingRound) -> Lists:
    return {}


def mentees_only(matching_round: MatchingRound) -> Lists:
    """The mentors to show to each mentee who waits."""
    pool = open_pool(matching_round)
    criteria = criteria_for(matching_round.intake, pool)
    return {Role.MENTEE: suggestions(pool, criteria, matching_round.seed)}


def both(matching_round: MatchingRound) -> Lists:
    lists = mentees_only(matching_round)
    return {**lists, Role.MENTOR: the_other_way(lists[Role.MENTEE])}


def mentors_of_pairs(matching_round: MatchingRound) -> Lists:
    """The mentees whom the proposals give to each mentor, and who are not agreed yet."""
    found: Shown = {}
    for each in waiting(matching_round).filter(approved_at=None).order_by("mentee__name"):
        mentee, mentor = str(each.mentee_id), str(each.mentor_id)
        told = each.reasons.get("reasons", [])
        found.setdefault(mentor, []).append(Suggestion(mentee, mentor, told))
    return {Role.MENTOR: found}


LISTS: dict[Mode, Callable[[MatchingRound], Lists]] = {
    Mode.COORDINATOR: nobody,
    Mode.MENTEE_RANKS: mentees_only,
    Mode.BOTH_RANK: both,
    Mode.MENTOR_APPROVES: mentors_of_pairs,
    Mode.SELF_MATCH: mentees_only,
}
