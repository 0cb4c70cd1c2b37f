"""Meetings in lists and in other people's time zones."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.shortcuts import get_object_or_404
from django.utils.formats import date_format

from rapport.people.middleware import zone_of
from rapport.relationships.access import Standing
from rapport.relationships.models import (
    Meeting,
    Participant,
    Preparation,
    ProposedTime,
    Reflection,
    Relationship,
    TimeProposal,
)


@dataclass(frozen=True)
class Elsewhere:
    """The same moment on somebody else’s clock, in words: templates would turn it back to mine."""

    name: str
    zone: str
    day: str
    time: str
    my_time: str


def elsewhere(moment: datetime, standing: Standing) -> list[Elsewhere]:
    """What the clocks of the others show, where they differ from mine at that moment."""
    mine = moment.astimezone(zone_of(standing.me.person))
    there = [(each, moment.astimezone(zone_of(each.person))) for each in standing.others]
    return [
        Elsewhere(
            name=each.person.first_name,
            zone=zone_name(zone_of(each.person)),
            day=date_format(theirs, "D j M"),
            time=date_format(theirs, "H:i"),
            my_time=date_format(mine, "H:i"),
        )
        for each, theirs in there
        if theirs.utcoffset() != mine.utcoffset()
    ]


def zone_name(zone: ZoneInfo) -> str:
    """“Europe/Berlin” as people say it: Berlin."""
    return zone.key.rpartition("/")[2].replace("_", " ")


def last_meeting(relationship: Relationship) -> Meeting | None:
    """The latest that was held or is arranged: from it the rhythm suggests the next."""
    return relationship.meetings.filter(cancelled_at__isnull=True).order_by("-starts_at").first()


def preparation_of(meeting: Meeting, me: Participant) -> Preparation | None:
    mine = meeting.preparations.filter(person=me.person_id)
    return mine.select_related("words", "shared").first()


def shared_preparations(meeting: Meeting, me: Participant) -> list[tuple[str, Preparation]]:
    """What the others gave to read before the meeting, with their names."""
    given = meeting.preparations.filter(shared__isnull=False).exclude(person=me.person_id)
    given = given.select_related("person", "shared").prefetch_related("shared__envelopes")
    return [(each.person.first_name, each) for each in given]


def shared_reflections(meeting: Meeting, me: Participant) -> list[tuple[str, Reflection]]:
    """What the others gave to read after the meeting, with their names."""
    given = meeting.reflections.filter(shared__isnull=False).exclude(person=me.person_id)
    given = given.select_related("person", "shared").prefetch_related("shared__envelopes")
    return [(each.person.first_name, each) for each in given]


def reflection_of(meeting: Meeting, me: Participant) -> Reflection | None:
    return meeting.reflections.filter(person=me.person_id).select_related("words", "shared").first()


def open_proposals(relationship: Relationship) -> list[TimeProposal]:
    """Times that wait for somebody's choice, the newest first."""
    waiting = relationship.time_proposals.filter(withdrawn_at=None, meeting=None)
    return list(waiting.select_related("by").prefetch_related("times"))


def proposal_of(relationship: Relationship, pk: UUID) -> TimeProposal:
    """One of this relationship, which it knows without asking; Http404 for any other."""
    found = relationship.time_proposals.select_related("by", "place", "meeting")
    proposal = get_object_or_404(found.prefetch_related("times"), pk=pk)
    proposal.relationship = relationship
    if proposal.meeting is not None:
        proposal.meeting.relationship = relationship
    return proposal


def elsewhere_times(
    proposal: TimeProposal, standing: Standing
) -> list[tuple[ProposedTime, list[Elsewhere]]]:
    """Each time with the clocks of the others, where they differ."""
    return [(each, elsewhere(each.starts_at, standing)) for each in proposal.times.all()]
