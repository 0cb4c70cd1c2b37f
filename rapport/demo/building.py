"""Building the demonstration: all of it in one transaction, or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection, transaction

from rapport.demo.clock import Clock
from rapport.demo.hands import Hands
from rapport.demo.organisation import (
    PASSWORD,
    Stage,
    build_organisation,
    build_staff,
    build_stage,
    enrol_everybody,
)
from rapport.demo.pair import Pair
from rapport.demo.stories import AUTUMN, SPRING, Story, told
from rapport.demo.telling import Teller
from rapport.demo.words import NOTES
from rapport.domain.phases import Phase
from rapport.domain.refusals import Refusal
from rapport.organisations.tenancy import tenant
from rapport.people.models import Person
from rapport.programmes.models import Enrolment
from rapport.sealed.actions.note import journal_for, write_note

DOMAIN = "@demo.example"
LATER = {"mentee, winding up": Phase.WINDING_UP, "mentee, closed": Phase.CLOSED}
"""Who else is printed, beside the first pair."""


class RealPeopleHere(Refusal):
    template = (
        "There are real people in this installation, so the demonstration was not made. "
        "Nothing was changed; use an empty installation for it."
    )


@dataclass(frozen=True)
class SignIn:
    """What is printed for one person."""

    role: str
    email: str
    password: str
    phrase: str = ""
    code: str = ""


def build_demonstration(today: date) -> list[SignIn]:
    """Fill an empty installation and return the sign-ins; RealPeopleHere when it is not empty."""
    require_empty()
    clock = Clock(today)
    with transaction.atomic():
        organisation = build_organisation(clock)
        with tenant(organisation):
            sign_ins = play(build_stage(organisation, clock))
            forget_jobs()
    return sign_ins


def require_empty() -> None:
    if Person.objects.exists():
        raise RealPeopleHere


def demonstration_is_here() -> bool:
    """Whether every person here belongs to the demonstration, and there are some."""
    people = Person.objects.all()
    return people.exists() and not people.exclude(email__endswith=DOMAIN).exists()


def play(stage: Stage) -> list[SignIn]:
    coordinator, *_ = build_staff(stage)
    enrolments = enrol_everybody(stage)
    hands = Hands(stage.clock)
    teller = Teller(stage, hands, coordinator)
    tales = [
        (story, teller.tell(story, mentor, mentee))
        for intake, stories in ((stage.autumn, told(AUTUMN)), (stage.spring, told(SPRING)))
        for story, (mentor, mentee) in zip(
            stories, couples([each for each in enrolments if each.intake == intake]), strict=False
        )
    ]
    write_notes(hands, tales[0][1].mentee)
    hands.keep_keyrings()
    return sign_ins_of(hands, tales, coordinator)


def couples(enrolments: list[Enrolment]) -> list[tuple[Enrolment, Enrolment]]:
    """Mentors and mentees in the order of their sign-up."""
    mentors = [each for each in enrolments if each.role == Enrolment.Role.MENTOR]
    mentees = [each for each in enrolments if each.role == Enrolment.Role.MENTEE]
    return list(zip(mentors, mentees, strict=False))


def write_notes(hands: Hands, person: Person) -> None:
    journal = journal_for(person)
    if not journal.log.exists():
        hands.found(journal, [person], 40)
    for place, note in enumerate(NOTES):
        days = 30 - 12 * place
        words = hands.seal(person, journal, "note/1", {"note": note}, days=days)
        with hands.clock.at(days):
            write_note(None, words, by=person)


def sign_ins_of(
    hands: Hands, tales: Sequence[tuple[Story, Pair]], coordinator: Person
) -> list[SignIn]:
    """Both sides of the first pair, and a mentee of each phase that it has not reached."""
    first = tales[0][1]
    members = [("mentee", first.mentee), ("mentor", first.mentor)]
    for role, phase in LATER.items():
        # A pair that ended without a fault has no review, no thanks and no certificate to show.
        whole = (pair for story, pair in tales if story.phase is phase and not story.turn)
        members.append((role, next(whole).mentee))
    printed = [
        SignIn(role, str(person.email), PASSWORD, member.phrase, member.code)
        for role, person in members
        if (member := hands.member(person))
    ]
    return [*printed, SignIn("coordinator", str(coordinator.email), PASSWORD)]


def forget_jobs() -> None:
    """What happened in the past is not told again: nobody of the demonstration gets mail."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs WHERE status = 'todo'")
