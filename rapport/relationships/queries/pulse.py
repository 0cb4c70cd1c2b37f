"""Pulses as one member may have them: the others' answers only once everybody's are in."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from rapport.domain.pulse import NEWEST, asked, is_due, may_begin
from rapport.relationships.access import Standing
from rapport.relationships.models import Participant, Pulse, PulseAnswer, Relationship
from rapport.relationships.queries.readiness import meetings_held, members_of


def pulses_of(relationship: Relationship) -> QuerySet[Pulse]:
    """All rounds with their answers, the oldest first."""
    return relationship.pulses.select_related("topic").prefetch_related(
        "answers__person", "answers__words__envelopes", "topic__envelopes"
    )


def answering(pulse: Pulse) -> set[object]:
    return {each.person_id for each in pulse.answers.all()}


def is_revealed(pulse: Pulse, members: set[object]) -> bool:
    return members <= answering(pulse)


def newest_pulse(relationship: Relationship) -> Pulse | None:
    return max(relationship.pulses.all(), key=lambda each: each.number, default=None)


def pulse_is_due(relationship: Relationship, today: date) -> bool:
    """Whether a new round is due today, by the meetings held and the last round."""
    newest = newest_pulse(relationship)
    last = newest.began_on if newest else None
    held = len(meetings_held(relationship))
    return is_due(held, last, today, relationship.shape.pulse)


def owes_pulse(relationship: Relationship, me: object, today: date) -> bool:
    """Whether an open round waits for this member, or a new one is due."""
    newest = newest_pulse(relationship)
    if newest and not is_revealed(newest, members_of(relationship)) and me not in answering(newest):
        return True
    return pulse_is_due(relationship, today)


def wants_topic(relationship: Relationship) -> bool:
    """The newest round is revealed, and nobody has chosen yet what to talk about."""
    newest = newest_pulse(relationship)
    if newest is None or newest.topic_id is not None:
        return False
    return is_revealed(newest, members_of(relationship))


def pulse_to_answer(relationship: Relationship, me: object, today: date) -> Pulse | None:
    """The round this member can answer or change now; a new one unsaved, None when it is early."""
    newest, members = newest_pulse(relationship), members_of(relationship)
    is_open = newest is not None and not is_revealed(newest, members)
    if newest and is_open and not (me in answering(newest) and pulse_is_due(relationship, today)):
        return newest
    last = newest.began_on if newest else None
    if not may_begin(last, today, relationship.shape.pulse):
        return None
    return next_pulse(relationship, newest, today)


def next_pulse(relationship: Relationship, before: Pulse | None, today: date) -> Pulse:
    """The round after this one, not yet saved."""
    number = before.number + 1 if before else 1
    return Pulse(
        relationship=relationship,
        number=number,
        wording=NEWEST,
        themes=list(asked(number)),
        began_on=today,
    )


def newest_answer(standing: Standing) -> PulseAnswer | None:
    """Her own answers in the newest round that she took part in."""
    mine = PulseAnswer.objects.filter(
        pulse__relationship=standing.relationship, person=standing.me.person_id
    )
    newest = mine.select_related("words").prefetch_related("words__envelopes")
    return newest.order_by("-pulse__number").first()


@dataclass(frozen=True)
class Round:
    """One round as one member may see it; `theirs` stays empty until the reveal."""

    pulse: Pulse
    mine: PulseAnswer | None
    theirs: tuple[tuple[Participant, PulseAnswer], ...]
    done: tuple[Participant, ...]
    is_revealed: bool


def round_for(pulse: Pulse, standing: Standing) -> Round:
    """The server keeps the others' envelopes back; that is a promise of ours, not of the seal."""
    answers = {each.person_id: each for each in pulse.answers.all()} if pulse.pk else {}
    done = tuple(each for each in standing.others if each.person_id in answers)
    revealed = len(answers) > len(standing.others) and len(done) == len(standing.others)
    return Round(
        pulse=pulse,
        mine=answers.get(standing.me.person_id),
        theirs=tuple((each, answers[each.person_id]) for each in done) if revealed else (),
        done=done,
        is_revealed=revealed,
    )
