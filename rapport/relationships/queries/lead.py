"""The lead over time, read from meetings held: reports, agendas, calls."""

from collections.abc import Mapping

from rapport.domain.lead import Led, Side
from rapport.domain.permissions import Role
from rapport.relationships.models import Meeting, Relationship

SIDES: dict[str, Side] = {
    Role.MENTOR: Side.MENTOR,
    Role.CO_MENTOR: Side.MENTOR,
    Role.MENTEE: Side.MENTEE,
}


def leads_of(relationship: Relationship) -> list[Led]:
    """One for each meeting held, in their order. A report counts once all have reported."""
    everybody = relationship.participants.all()
    roles: dict[object, str] = {each.person_id: each.role for each in everybody}
    held = relationship.meetings.filter(held_at__isnull=False).prefetch_related("reflections")
    return [led_of(meeting, roles) for meeting in held]


def led_of(meeting: Meeting, roles: Mapping[object, str]) -> Led:
    said = {each.person_id: each.led for each in meeting.reflections.all() if each.led}
    return Led(
        when=meeting.starts_at,
        reports=tuple(said.values()) if set(roles) <= set(said) else (),
        agenda_by=SIDES.get(roles.get(meeting.agenda_by_id, "")),
        called_by=SIDES.get(roles.get(meeting.called_by_id, "")),
    )
