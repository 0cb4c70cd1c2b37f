"""What the sealed pages tell: their members have let somebody in, or somebody is out of them."""

from rapport.domain.events import SpaceJoined, SpaceLeft
from rapport.relationships.actions.co_mentors import seat_co_mentor, unseat
from rapport.relationships.queries.courses import relationship_in


def seat_whom_they_let_in(event: SpaceJoined) -> None:
    relationship = relationship_in(event.space)
    if relationship is not None:
        seat_co_mentor(relationship, event.person, by=event.by)


def unseat_who_is_out(event: SpaceLeft) -> None:
    relationship = relationship_in(event.space)
    if relationship is not None:
        unseat(relationship, event.person)
