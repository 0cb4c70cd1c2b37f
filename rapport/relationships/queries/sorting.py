"""Sorts as one member may have them: her own always, the others' only once all are done."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from rapport.relationships.access import Standing
from rapport.relationships.models import Participant, TrustSort, ValueSort

type Sort = ValueSort | TrustSort


@dataclass(frozen=True)
class Sorts:
    """`theirs` stays empty until the reveal: what is not there cannot be opened."""

    mine: Sort | None
    theirs: tuple[tuple[Participant, Sort], ...]
    is_revealed: bool
    done: tuple[Participant, ...]

    @property
    def i_am_done(self) -> bool:
        return self.mine is not None and self.mine.done_at is not None


def is_revealed(sorts: Iterable[Sort], members: set[object]) -> bool:
    """Whether every member is done with her cards."""
    return members <= {each.person_id for each in sorts if each.done_at is not None}


def sorts_for(standing: Standing, found: QuerySet[ValueSort] | QuerySet[TrustSort]) -> Sorts:
    """The server keeps the others' envelopes back; that is a promise of ours, not of the seal."""
    whole = found.select_related("words").prefetch_related("words__envelopes")
    sorts = {each.person_id: each for each in whole}
    everybody: set[object] = {standing.me.person_id, *(each.person_id for each in standing.others)}
    revealed = is_revealed(sorts.values(), everybody)
    return Sorts(
        mine=sorts.get(standing.me.person_id),
        theirs=tuple((who, sorts[who.person_id]) for who in standing.others) if revealed else (),
        is_revealed=revealed,
        done=tuple(who for who in standing.others if is_done(sorts.get(who.person_id))),
    )


def is_done(sort: Sort | None) -> bool:
    return sort is not None and sort.done_at is not None
