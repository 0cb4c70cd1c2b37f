"""The agendas to begin from: they fit into their hour and choose themselves."""

import pytest

from rapport.domain.agenda import (
    AGENDAS,
    LARGEST_AGENDA,
    Occasion,
    occasion_of,
    total_minutes,
)


@pytest.mark.parametrize("occasion", Occasion)
def test_an_agenda_fits_into_an_hour(occasion: Occasion) -> None:
    assert 50 <= total_minutes(AGENDAS[occasion]) <= 65
    assert len(AGENDAS[occasion]) <= LARGEST_AGENDA


def test_the_first_meeting_has_time_to_compare_safety_numbers() -> None:
    assert any("safety" in item.title for item in AGENDAS[Occasion.FIRST])


@pytest.mark.parametrize(
    ("has_met", "is_closing", "expected"),
    [
        (False, False, Occasion.FIRST),
        (True, False, Occasion.REGULAR),
        (False, True, Occasion.CLOSING),
        (True, True, Occasion.CLOSING),
    ],
)
def test_the_agenda_suits_the_meeting(has_met: bool, is_closing: bool, expected: Occasion) -> None:
    assert occasion_of(has_met=has_met, is_closing=is_closing) is expected
