"""What happens, in the past tense, with numbers only."""

from dataclasses import FrozenInstanceError, fields
from uuid import UUID, uuid4

import pytest

from rapport.domain.events import KINDS, Event, PhaseChanged, RelationshipBegan, leaves

ALLOWED = {UUID, bool, str, UUID | None}
OPEN_WORDS = {("PhaseChanged", "origin"), ("PhaseChanged", "to"), ("MoveProposed", "move")}
OPEN_WORDS |= {("MoveWithdrawn", "move"), ("DutyGiven", "role"), ("DutyTakenBack", "role")}


@pytest.mark.parametrize("kind", leaves())
def test_an_event_carries_numbers_and_never_words(kind: type[Event]) -> None:
    for each in fields(kind):
        assert each.type in ALLOWED
        assert each.type is not str or (kind.__name__, each.name) in OPEN_WORDS


def test_an_event_cannot_be_changed_afterwards() -> None:
    event = RelationshipBegan(relationship=uuid4())
    with pytest.raises(FrozenInstanceError):
        event.relationship = uuid4()  # type: ignore[misc]  # that is what is tested


def test_values_leave_out_what_is_not_there() -> None:
    number = uuid4()
    event = PhaseChanged(relationship=number, origin="rapport", to="direction")
    assert event.values() == {"relationship": str(number), "origin": "rapport", "to": "direction"}


def test_every_event_is_found_by_its_name() -> None:
    assert {kind.__name__: kind for kind in leaves()} == KINDS
