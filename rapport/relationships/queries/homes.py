"""What stands on somebody's home, read in the same few queries for one relationship or many."""

from dataclasses import dataclass
from datetime import datetime

from rapport.domain.next_step import STEPS
from rapport.people.models import Person
from rapport.relationships.models import Meeting, Participant, Relationship
from rapport.relationships.pages.journey import phase_name
from rapport.relationships.pages.turns import Turn, turn_of, whole_names
from rapport.relationships.queries.turns import next_meeting, relationships_of

# What stands higher in the table of next steps comes first among several relationships, too.
URGENCY = {step.key: place for place, step in enumerate(STEPS)}


@dataclass(frozen=True)
class Card:
    """One relationship on the home page."""

    relationship: Relationship
    me: Participant
    people: list[dict[str, object]]
    others: str
    phase: str
    turn: Turn
    meeting: Meeting | None


@dataclass(frozen=True)
class Home:
    """Living relationships with work first, quiet ones after, closed ones last."""

    first: Card | None
    living: list[Card]
    closed: list[Card]
    meetings: list[Card]
    needs_key: bool
    is_new: bool


def home_of(person: Person, now: datetime) -> Home:
    cards = [card_of(each, person, now) for each in relationships_of(person)]
    living = [card for card in cards if not card.relationship.is_closed]
    living.sort(key=lambda card: (not card.turn.is_work, URGENCY[card.turn.key]))
    coming = [card for card in living if card.meeting is not None]
    return Home(
        first=living[0] if living else None,
        living=living,
        closed=[card for card in cards if card.relationship.is_closed],
        meetings=sorted(coming, key=lambda card: card.meeting.starts_at if card.meeting else now),
        needs_key=not person.identity_keys.exists(),
        is_new=not cards,
    )


def card_of(relationship: Relationship, person: Person, now: datetime) -> Card:
    everybody = list(relationship.participants.all())
    me = next(each for each in everybody if each.person_id == person.pk)
    return Card(
        relationship=relationship,
        me=me,
        people=[{"name": str(each.person), "mine": each == me} for each in everybody],
        others=whole_names(each for each in everybody if each != me),
        phase=phase_name(relationship.phase),
        turn=turn_of(relationship, me, now),
        meeting=None if relationship.is_closed else next_meeting(relationship, now),
    )
