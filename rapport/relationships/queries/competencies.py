"""Views of competencies as one member may have them: hers, and what others say of her in time."""

from dataclasses import dataclass

from rapport.domain.competencies import COMPETENCIES, Moment, is_open, wanted
from rapport.domain.permissions import Role
from rapport.domain.phases import Phase
from rapport.relationships.access import Standing
from rapport.relationships.models import CompetencyView, Participant, Relationship

MENTEES = frozenset({Role.MENTEE})


@dataclass(frozen=True)
class Views:
    """One phase: what I say of myself, what partners say of me, what I say of them.

    `of_me` holds only moments at which I have looked at myself; the rest the server keeps back.
    """

    phase: Phase
    mine: dict[Moment, CompetencyView]
    of_me: tuple[CompetencyView, ...]
    of_others: tuple[CompetencyView, ...]

    def of(self, participant: Participant, moment: Moment) -> CompetencyView | None:
        """What I say of this partner at this moment."""
        found = (each for each in self.of_others if each.moment == moment)
        return next((each for each in found if each.about_id == participant.person_id), None)


def views_for(standing: Standing) -> list[Views]:
    """Every phase gone through or begun that practises something, in the order of the way."""
    relationship, me = standing.relationship, standing.me.person_id
    found = relationship.competency_views.select_related("words", "person", "about")
    rows = list(found.prefetch_related("words__envelopes"))
    return [views_of(phase, rows, me) for phase in phases_of(relationship)]


def views_of(phase: Phase, rows: list[CompetencyView], me: object) -> Views:
    here = [each for each in rows if each.phase == phase]
    of_myself = [each for each in here if each.person_id == me and each.about_id == me]
    mine = {Moment(each.moment): each for each in of_myself}
    theirs = [each for each in here if each.about_id == me and each.person_id != me]
    return Views(
        phase=phase,
        mine=mine,
        of_me=tuple(each for each in theirs if each.moment in mine),
        of_others=tuple(each for each in here if each.person_id == me and each.about_id != me),
    )


def phases_of(relationship: Relationship) -> list[Phase]:
    """Those reached so far; after the end all that were gone through."""
    been = {each.origin for each in relationship.phase_changes.all()} | {relationship.phase}
    return [each for each in relationship.shape.stations if COMPETENCIES[each] and each in been]


def partners_of(standing: Standing) -> tuple[Participant, ...]:
    """Whose skills one looks at: the other side; among peers everybody; in a circle nobody.

    A circle has threads for what is between one mentee and the mentor.
    """
    if standing.relationship.shape.has_threads:
        return ()
    i_am_mentee = standing.me.role in MENTEES
    other_side = tuple(each for each in standing.others if (each.role in MENTEES) != i_am_mentee)
    return other_side or standing.others


def owes_view(relationship: Relationship, me: object) -> bool:
    """Whether a view of herself is worth asking for now; read from what is at hand."""
    given = {
        (each.phase, each.moment)
        for each in relationship.competency_views.all()
        if each.person_id == me and each.about_id == me
    }
    phase, stations = Phase(relationship.phase), relationship.shape.stations
    been = {each.origin for each in relationship.phase_changes.all()} | {phase}
    return any(
        of in been and is_open(phase, of, moment, stations) and (of, moment) not in given
        for of, moment in wanted(phase, stations)
    )
