"""Where three are together no page speaks of two: every page of a team, in three of its phases."""

import re

import pytest
from django.urls import reverse

from rapport.domain.formats import Format
from rapport.domain.permissions import Role
from rapport.domain.phases import Phase
from rapport.programmes.models import Intake
from rapport.relationships.actions.beginning import Seat, begin_relationship
from rapport.relationships.actions.ending import end_without_fault
from rapport.relationships.models import Relationship
from rapport.relationships.tests.test_group_privacy import CODE_ALONE
from tests.cast import Cast, browser_of

FOR_TWO = re.compile(
    r"\b(you two|the two of you|both of you|you both|your partner|either of you|either of us)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("phase", [Phase.RAPPORT, Phase.WINDING_UP, Phase.CLOSED])
def test_no_page_of_a_team_speaks_of_two(phase: Phase, here: Relationship, cast: Cast) -> None:
    seats = [Seat(cast.ada, Role.MENTOR), Seat(cast.sam, Role.CO_MENTOR)]
    seats.append(Seat(cast.ben, Role.MENTEE))
    it = begin_relationship(Intake.objects.get(), seats, by=None, shaped=Format.TEAM)
    if phase is Phase.CLOSED:
        end_without_fault(it, by=cast.ada)
    else:
        Relationship.objects.filter(pk=it.pk).update(phase=phase)
    said: dict[str, set[str]] = {}
    with browser_of(cast.ben, cast.organisation) as ben:
        for name in CODE_ALONE:
            address = reverse(name, args=[it.code]).removeprefix(cast.organisation.mount)
            page = ben.get(address).content.decode(errors="replace")
            if found := set(FOR_TWO.findall(page)):
                said[str(name)] = found
    assert said == {}
