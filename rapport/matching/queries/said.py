"""What people said about whom they would like to meet, as the engine takes it.

A “rather not” holds in every later round of the intake too, and nobody but the engine reads it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapport.domain.permissions import Role
from rapport.matching.models import Choice
from rapport.programmes.models import Intake


@dataclass(frozen=True)
class Said:
    """Wishes by sign-up and side, the dearest first; vetoes by sign-up."""

    wishes: Mapping[tuple[str, Role], tuple[str, ...]]
    vetoes: Mapping[str, frozenset[str]]


def said_in(intake: Intake) -> Said:
    """One query over all rounds; wishes count from the newest round in which she was asked."""
    choices = Choice.objects.filter(asking__round__intake=intake).select_related("asking")
    spoken = list(choices.order_by("asking__round__number", "rank"))
    newest = {(each.asking.enrolment_id, each.asking.side): each.asking_id for each in spoken}
    wished = [
        each
        for each in spoken
        if each.rank
        and each.asking_id == newest[each.asking.enrolment_id, each.asking.side]
        and each.asking.answered_at
    ]
    return Said(wishes_in(wished), vetoes_in(spoken))


def wishes_in(choices: Iterable[Choice]) -> dict[tuple[str, Role], tuple[str, ...]]:
    found: dict[tuple[str, Role], tuple[str, ...]] = {}
    for each in choices:
        key = str(each.asking.enrolment_id), Role(each.asking.side)
        found[key] = (*found.get(key, ()), str(each.other_id))
    return found


def vetoes_in(choices: Iterable[Choice]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for each in choices:
        if each.answer == Choice.Answer.NO:
            number = str(each.asking.enrolment_id)
            found[number] = found.get(number, frozenset()) | {str(each.other_id)}
    return found
