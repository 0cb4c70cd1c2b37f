"""The agendas to begin from: they fit into their hour and choose themselves."""

import pytest

from rapport.domain.agenda import (
    AGENDAS,
    LARGEST_AGENDA,
    LIBRARY,
    PURPOSE_LABELS,
    Occasion,
    Purpose,
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


def test_the_library_has_something_for_every_purpose() -> None:
    assert set(LIBRARY) == set(PURPOSE_LABELS) == set(Purpose)
    assert all(len(items) >= 3 for items in LIBRARY.values())


@pytest.mark.parametrize("purpose", Purpose)
def test_every_point_of_the_library_fits_into_a_quarter_of_an_hour(purpose: Purpose) -> None:
    assert all(1 <= item.minutes <= 15 and item.title and item.note for item in LIBRARY[purpose])


def test_boundaries_confidentiality_media_and_rhythm_are_there_to_be_taken() -> None:
    titles = " ".join(item.title for item in LIBRARY[Purpose.WORK])
    for word in ("stays between us", "boundaries", "reach each other", "rhythm", "expect"):
        assert word in titles
