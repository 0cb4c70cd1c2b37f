"""Whose turn it is: the facts of a relationship as they look from one member's chair.

Like `readiness`, all of it is counted in memory; gathered with `PATHS`, a list costs as one does.
"""

from datetime import datetime
from uuid import UUID

from django.utils.timezone import localdate

from rapport.domain.meetings import is_time_to_prepare, is_time_to_reflect
from rapport.domain.next_step import Situation
from rapport.domain.phases import Phase
from rapport.domain.readiness import conditions_of, missing
from rapport.people.models import Person
from rapport.relationships.models import Agreement, Meeting, Relationship
from rapport.relationships.queries.competencies import owes_view
from rapport.relationships.queries.gathering import gather
from rapport.relationships.queries.pulse import owes_pulse, wants_topic
from rapport.relationships.queries.readiness import (
    RECORD,
    accepted_goals,
    accepting,
    decision_of,
    facts_of,
    members_of,
    reviewing,
)

PATHS = (
    *RECORD,
    "participants__person__identity_keys",
    "meetings__preparations",
    "meetings__reflections",
    "move_wishes",
    "pulses__answers",
    "trust_sorts",
    "competency_views",
    "phase_changes",
    "pauses",
    "drift_questions__answers",
)


def relationships_of(person: Person) -> list[Relationship]:
    """All relationships of a person in this organisation, newest first."""
    mine = Relationship.objects.filter(participants__person=person)
    mine = mine.select_related("intake__programme", "agreement_draft", "space")
    found = list(mine.order_by("-began_at"))
    gather(found, PATHS)
    return found


def prefetched(relationship: Relationship) -> Relationship:
    """The same relationship as it is now, with everything that turns are counted from at hand."""
    found = Relationship.objects.select_related("intake__programme", "agreement_draft", "space")
    here = found.get(pk=relationship.pk)
    gather([here], PATHS)
    return here


def situation_of(relationship: Relationship, me: UUID, now: datetime) -> Situation:
    """Everything the table of next steps asks about, for one member at one moment."""
    facts, phase = facts_of(relationship), Phase(relationship.phase)
    goals = [goal for goal in relationship.goals.all() if goal.dropped_at is None]
    wishing = {wish.person_id for wish in relationship.move_wishes.all()}
    newest = newest_agreement(relationship)
    wanted = {each.key for each in conditions_of(phase, relationship.shape)}
    return Situation(
        phase=phase,
        my_key_is_set_up=me in having_keys(relationship),
        all_have_keys=members_of(relationship) <= having_keys(relationship),
        is_paused=any(pause.ended_at is None for pause in relationship.pauses.all()),
        my_drift_answer_is_open=owes_drift_answer(relationship, me),
        meeting_to_note=meeting_to_note(relationship, now) is not None,
        move_wished_by_other=bool(wishing - {me}),
        my_move_wish_stands=me in wishing,
        goal_to_accept=any(me not in accepting(goal) for goal in goals),
        meeting_to_reflect=meeting_to_reflect(relationship, me, now) is not None,
        meeting_to_prepare=meeting_to_prepare(relationship, me, now) is not None,
        meeting_ahead=next_meeting(relationship, now) is not None,
        has_met=facts.meetings_held > 0,
        my_look_is_open=facts.meetings_held > 0 and owes_view(relationship, me),
        my_trust_is_open=facts.meetings_held > 0 and me not in trusting(relationship),
        my_pulse_is_open=owes_pulse(relationship, me, localdate(now)),
        pulse_wants_topic=wants_topic(relationship),
        my_values_are_sorted="values" not in wanted or me in sorted_by(relationship),
        agreement_is_drafted="agreement" not in wanted
        or hasattr(relationship, "agreement_draft")
        or newest is not None,
        agreement_is_offered="agreement" not in wanted or newest is not None,
        my_signature_is_there=newest is None or me in signers_of(newest),
        has_goals=bool(goals),
        has_accepted_goal=facts.goals_accepted > 0,
        has_steps=facts.steps > 0,
        my_review_is_open="reviewed" in wanted and owes_review(relationship, me),
        my_thanks_are_open=me not in thanking(relationship),
        closing_arranged="closing" not in wanted or is_closing_arranged(relationship),
        my_decision_is_open="decided" in wanted and owes_decision(relationship, me),
        is_ready=bool(wanted) and not missing(phase, facts, relationship.shape),
    )


def having_keys(relationship: Relationship) -> set[object]:
    members = relationship.participants.all()
    return {each.person_id for each in members if each.person.identity_keys.all()}


def sorted_by(relationship: Relationship) -> set[object]:
    """Who has sorted the value cards and is done."""
    return {each.person_id for each in relationship.value_sorts.all() if each.done_at is not None}


def trusting(relationship: Relationship) -> set[object]:
    """Who has chosen the trust cards and is done."""
    return {each.person_id for each in relationship.trust_sorts.all() if each.done_at is not None}


def newest_agreement(relationship: Relationship) -> Agreement | None:
    """The version last offered for signature; only this one can still be signed."""
    return next(iter(relationship.agreements.all()), None)


def signers_of(agreement: Agreement) -> set[object]:
    return {each.person_id for each in agreement.signatures.all()}


def next_meeting(relationship: Relationship, now: datetime) -> Meeting | None:
    """The next one that is not over; meetings are ordered by their beginning."""
    return next((each for each in open_meetings(relationship) if each.ends_at > now), None)


def meeting_to_note(relationship: Relationship, now: datetime) -> Meeting | None:
    return next((each for each in open_meetings(relationship) if each.ends_at <= now), None)


def meeting_to_prepare(relationship: Relationship, me: UUID, now: datetime) -> Meeting | None:
    """The next meeting, when it is near and she has not prepared for it."""
    meeting = next_meeting(relationship, now)
    if meeting is None or not is_time_to_prepare(meeting.starts_at, now):
        return None
    prepared = {each.person_id for each in meeting.preparations.all()}
    return None if me in prepared else meeting


def meeting_to_reflect(relationship: Relationship, me: UUID, now: datetime) -> Meeting | None:
    """The last meeting held, when it is fresh and she has not reflected on it."""
    held = [each for each in relationship.meetings.all() if each.held_at is not None]
    if not held or not is_time_to_reflect(held[-1].starts_at, now):
        return None
    reflected = {each.person_id for each in held[-1].reflections.all()}
    return None if me in reflected else held[-1]


def open_meetings(relationship: Relationship) -> list[Meeting]:
    return [each for each in relationship.meetings.all() if each.is_open]


def owes_drift_answer(relationship: Relationship, me: UUID) -> bool:
    """The newest question is hers to answer, unless they have met since."""
    questions = list(relationship.drift_questions.all())
    if not questions:
        return False
    met_since = any(
        each.held_at is not None and each.starts_at.date() > questions[-1].asked_on
        for each in relationship.meetings.all()
    )
    return not met_since and me not in {each.person_id for each in questions[-1].answers.all()}


def thanking(relationship: Relationship) -> set[object]:
    return {each.person_id for each in relationship.thanks.all()}


def is_closing_arranged(relationship: Relationship) -> bool:
    meetings = relationship.meetings.all()
    return any(each.is_closing and each.cancelled_at is None for each in meetings)


def owes_review(relationship: Relationship, me: UUID) -> bool:
    goals = accepted_goals(relationship, members_of(relationship))
    return any(me not in reviewing(goal) for goal in goals)


def owes_decision(relationship: Relationship, me: UUID) -> bool:
    """She has not chosen yet; or all have, but not alike, and they talk once more."""
    choosing = {each.person_id for each in relationship.decisions.all()}
    differ = members_of(relationship) <= choosing and decision_of(relationship) is None
    return me not in choosing or differ
