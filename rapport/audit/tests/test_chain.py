"""Every way to tamper with the log is named, at the first line it touches."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.audit.chain import Line, fault_against, faults
from rapport.audit.notes import Checkpoint
from rapport.audit.tree import EMPTY, leaf_digest, root_of

BEGAN = datetime(2026, 3, 1, 9, tzinfo=UTC)


def log(size: int, word: str = "") -> list[Line]:
    """A log that hangs together; another word makes another history."""
    lines: list[Line] = []
    for number in range(1, size + 1):
        before = lines[-1].digest if lines else EMPTY
        at = BEGAN + timedelta(minutes=number)
        line = Line(number, at, UUID(int=number), "signed-in", None, None, word, before, b"")
        lines.append(replace(line, digest=leaf_digest(line.written())))
    return lines


def changed(lines: list[Line], place: int) -> list[Line]:
    return [*lines[:place], replace(lines[place], action="duty-given"), *lines[place + 1 :]]


def back_dated(lines: list[Line], place: int) -> list[Line]:
    return [*lines[:place], replace(lines[place], at=BEGAN), *lines[place + 1 :]]


def removed(lines: list[Line], place: int) -> list[Line]:
    return [*lines[:place], *lines[place + 1 :]]


def doubled(lines: list[Line], place: int) -> list[Line]:
    return [*lines[: place + 1], *lines[place:]]


def swapped(lines: list[Line], place: int) -> list[Line]:
    return [*lines[:place], lines[place + 1], lines[place], *lines[place + 2 :]]


def rehashed(lines: list[Line], place: int) -> list[Line]:
    line = replace(lines[place], action="duty-given")
    return [*lines[:place], replace(line, digest=leaf_digest(line.written())), *lines[place + 1 :]]


# Each deed, and how far after its place the first bad line may be named.
TAMPERING: dict[Callable[[list[Line], int], list[Line]], int] = {
    changed: 1, back_dated: 1, removed: 1, doubled: 2, swapped: 1, rehashed: 2,
}  # fmt: skip


def test_an_honest_log_has_no_fault() -> None:
    assert list(faults(log(50))) == []


@pytest.mark.parametrize("deed", TAMPERING, ids=lambda deed: deed.__name__)
@given(size=st.integers(3, 30), data=st.data())
def test_tampering_is_named_where_it_begins(
    deed: Callable[[list[Line], int], list[Line]], size: int, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, size - 2))
    found = list(faults(deed(log(size), place)))
    assert found[0].startswith(f"Line {place + TAMPERING[deed]} ")


@given(st.integers(2, 40), st.data())
def test_a_log_that_was_cut_off_shows_only_against_a_checkpoint(
    size: int, data: st.DataObject
) -> None:
    whole, cut = log(size), data.draw(st.integers(1, size - 1))
    kept = Checkpoint("x", size, root_of([line.digest for line in whole]))
    assert list(faults(whole[:cut])) == []
    fault = fault_against([line.digest for line in whole[:cut]], kept)
    assert fault is not None
    assert f"the last {size - cut} were cut off" in fault


@given(st.integers(1, 40), st.integers(0, 20))
def test_a_log_written_anew_shows_only_against_a_checkpoint(size: int, more: int) -> None:
    kept = Checkpoint("x", size, root_of([line.digest for line in log(size)]))
    forged = log(size + more, "another history")
    assert list(faults(forged)) == []
    assert "something was changed" in str(fault_against([line.digest for line in forged], kept))
    honest = [line.digest for line in log(size + more)]
    assert fault_against(honest, kept) is None
