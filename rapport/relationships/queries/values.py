"""Value sorts as one member may have them: her own always, the others' only once all are done."""

from dataclasses import dataclass

from rapport.relationships.access import Standing
from rapport.relationships.models import Participant, ValueSort
from rapport.relationships.queries.readiness import are_values_revealed, members_of


@dataclass(frozen=True)
class Sorts:
    """`theirs` stays empty until the reveal: what is not there cannot be opened."""

    mine: ValueSort | None
    theirs: tuple[tuple[Participant, ValueSort], ...]
    is_revealed: bool
    done: tuple[Participant, ...]

    @property
    def i_am_done(self) -> bool:
        return self.mine is not None and self.mine.done_at is not None


def sorts_for(standing: Standing) -> Sorts:
    """The server keeps the others' envelopes back; that is a promise of ours, not of the seal."""
    relationship = standing.relationship
    is_revealed = are_values_revealed(relationship, members_of(relationship))
    found = relationship.value_sorts.select_related("words").prefetch_related("words__envelopes")
    sorts = {each.person_id: each for each in found}
    return Sorts(
        mine=sorts.get(standing.me.person_id),
        theirs=tuple((who, sorts[who.person_id]) for who in standing.others) if is_revealed else (),
        is_revealed=is_revealed,
        done=tuple(who for who in standing.others if is_done(sorts.get(who.person_id))),
    )


def is_done(sort: ValueSort | None) -> bool:
    return sort is not None and sort.done_at is not None
