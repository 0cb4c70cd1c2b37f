"""The next step as a page shows it: a title, a reason, how long it takes, and where it leads."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from rapport.domain.next_step import Step, next_step
from rapport.domain.sentences import _
from rapport.relationships.models import Meeting, Participant, Relationship
from rapport.relationships.queries import turns

# Where a step leads and what the button says; the empty name is the relationship's own page.
WAYS: dict[str, tuple[str, str]] = {
    "look_back": ("relationship", _("Open the record")),
    "set_up_key": ("keys_new", _("Set up your key")),
    "rest": ("pause", _("Open")),
    "answer_drift": ("drift_answer", _("Answer")),
    "note_meeting": ("meeting", _("Look at the meeting")),
    "answer_move": ("moves", _("Look at it together")),
    "read_goal": ("goals", _("Read the goal")),
    "sign": ("agreement", _("Read and sign")),
    "reflect": ("reflection", _("Reflect")),
    "prepare": ("preparation", _("Prepare")),
    "arrange_first": ("meeting_new", _("Choose a day")),
    "await_keys": ("relationship", _("Open")),
    "pulse": ("pulse", _("Take the pulse")),
    "talk_about_pulse": ("pulse", _("Look and choose")),
    "look_at_skills": ("competencies", _("Look at them")),
    "trust": ("trust", _("Choose the cards")),
    "sort_values": ("values", _("Sort the cards")),
    "draft_agreement": ("agreement_draft", _("Begin the agreement")),
    "offer_agreement": ("agreement", _("Open the agreement")),
    "write_goal": ("goal_new", _("Write a goal")),
    "write_step": ("steps", _("Plan a step")),
    "review": ("winding_up", _("Look back")),
    "arrange_closing": ("meeting_new", _("Choose a day")),
    "decide": ("decision", _("Decide")),
    "thank": ("thanks", _("Write your thanks")),
    "move_on": ("moves", _("Look at what stands ready")),
    "arrange_meeting": ("meeting_new", _("Choose a day")),
    "wait": ("relationship", _("Open")),
}
WITHOUT_RELATIONSHIP = {"keys_new"}
# Steps that only say how things stand: they lead nowhere from the relationship's own page.
RESTING = {"look_back", "rest", "await_keys", "wait"}


@dataclass(frozen=True)
class Turn:
    """One next step in words, translated."""

    key: str
    title: str
    why: str
    takes: str
    url: str
    label: str
    is_work: bool
    meeting: Meeting | None


def turn_of(relationship: Relationship, me: Participant, now: datetime) -> Turn:
    """What is mine to do now in this relationship."""
    step = next_step(turns.situation_of(relationship, me.person_id, now))
    meeting = meeting_of(step, relationship, me, now)
    others = {"name": name_list(each for each in relationship.participants.all() if each != me)}
    return Turn(
        key=step.key,
        title=gettext(step.title) % others,
        why=gettext(step.why) % others,
        takes=how_long(step.minutes),
        url=address_of(step, relationship, meeting),
        label=gettext(WAYS[step.key][1]),
        is_work=step.key not in RESTING,
        meeting=meeting,
    )


def waiting_for(relationship: Relationship, me: Participant, now: datetime) -> list[str]:
    """Whose turn it is besides mine, in sentences; what is private is left out."""
    mine = next_step(turns.situation_of(relationship, me.person_id, now))
    lines = []
    for each in relationship.participants.all():
        step = next_step(turns.situation_of(relationship, each.person_id, now))
        if each != me and step.waiting and step != mine:
            lines.append(gettext(step.waiting) % {"name": each.person.first_name})
    return lines


def meeting_of(
    step: Step, relationship: Relationship, me: Participant, now: datetime
) -> Meeting | None:
    """The meeting that a step is about."""
    if step.key == "note_meeting":
        return turns.meeting_to_note(relationship, now)
    if step.key == "prepare":
        return turns.meeting_to_prepare(relationship, me.person_id, now)
    if step.key == "reflect":
        return turns.meeting_to_reflect(relationship, me.person_id, now)
    return None


def address_of(step: Step, relationship: Relationship, meeting: Meeting | None) -> str:
    name = WAYS[step.key][0]
    if name in WITHOUT_RELATIONSHIP:
        return reverse(name)
    return reverse(name, args=[relationship.code, *([meeting.pk] if meeting else [])])


def how_long(minutes: int) -> str:
    """“about 5 minutes”; nothing when it is no work."""
    if not minutes:
        return ""
    return ngettext("about %(n)s minute", "about %(n)s minutes", minutes) % {"n": minutes}


def name_list(participants: Iterable[Participant]) -> str:
    return listed([each.person.first_name for each in participants])


def listed(names: list[str]) -> str:
    """“Ada”, “Ada and Ben”, “Ada, Ben and Cora”."""
    *first, last = names or [""]
    return gettext(" and ").join([", ".join(first), last]) if first else last


def whole_names(participants: Iterable[Participant]) -> str:
    """For lists, in which two people may share a first name."""
    return listed([str(each.person) for each in participants])
