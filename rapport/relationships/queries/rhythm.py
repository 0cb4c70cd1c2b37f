"""Signs of life: when a pair last met or answered, and what it was asked since."""

from collections.abc import Iterator
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from rapport.domain.rhythm import Rest, Rhythm, Silence
from rapport.people.middleware import zone_of
from rapport.relationships.models import DriftQuestion, Pause, Relationship
from rapport.relationships.queries.readiness import members_of

SIGNS = (
    "intake__programme__holidays",
    "participants",
    "meetings",
    "pauses",
    "drift_questions__answers",
)
"""What `silence_of` reads, to be fetched at once for many."""


def silence_of(relationship: Relationship) -> Silence:
    """What the clock has to know about a pair; dates in the current time zone."""
    last_sign = max(signs_of(relationship))
    return Silence(
        last_sign=last_sign,
        rhythm=Rhythm(relationship.rhythm_days),
        next_meeting=next_meeting_day(relationship),
        is_paused=open_pause(relationship) is not None,
        unanswered=unanswered_since(relationship, last_sign),
        rests=rests_of(relationship),
    )


def rests_of(relationship: Relationship) -> tuple[Rest, ...]:
    """The days on which the whole programme rests."""
    holidays = relationship.intake.programme.holidays.all()
    return tuple(Rest(each.first_day, each.last_day) for each in holidays)


def today_for(relationship: Relationship, now: datetime) -> date:
    """The day that it already is for every member, wherever she lives."""
    people = relationship.participants.select_related("person")
    days = [now.astimezone(zone_of(each.person)).date() for each in people]
    return min(days, default=now.date())


def signs_of(relationship: Relationship) -> Iterator[date]:
    """Every day on which the pair met, came back from a pause, or both answered."""
    yield day(relationship.began_at)
    for meeting in relationship.meetings.all():
        if meeting.held_at is not None:
            yield day(meeting.starts_at)
    for pause in relationship.pauses.all():
        if pause.ended_at is not None:
            yield day(pause.ended_at)
    members = members_of(relationship)
    for question in relationship.drift_questions.all():
        if is_answered(question, members):
            yield max(day(answer.at) for answer in question.answers.all())


def next_meeting_day(relationship: Relationship) -> date | None:
    planned = (
        each.starts_at
        for each in relationship.meetings.all()
        if each.held_at is None and each.cancelled_at is None
    )
    return max((day(moment) for moment in planned), default=None)


def unanswered_since(relationship: Relationship, last_sign: date) -> tuple[date, ...]:
    members = members_of(relationship)
    questions = (each for each in relationship.drift_questions.all() if each.asked_on > last_sign)
    return tuple(each.asked_on for each in questions if not is_answered(each, members))


def is_answered(question: DriftQuestion, members: set[object]) -> bool:
    """Whether every member has; one alone cannot keep a relationship going."""
    return members <= {answer.person_id for answer in question.answers.all()}


def open_pause(relationship: Relationship) -> Pause | None:
    return next((each for each in relationship.pauses.all() if each.ended_at is None), None)


def open_question(relationship: Relationship) -> DriftQuestion | None:
    """The newest question, while the pair has not met since."""
    newest = relationship.drift_questions.order_by("-asked_on").first()
    if newest is None or any(
        each.held_at and day(each.starts_at) > newest.asked_on
        for each in relationship.meetings.all()
    ):
        return None
    return newest


def living_relationships() -> QuerySet[Relationship]:
    """Those that the clock looks after."""
    return Relationship.objects.filter(~Q(phase="closed")).prefetch_related(*SIGNS)


def day(moment: datetime) -> date:
    return timezone.localdate(moment)
