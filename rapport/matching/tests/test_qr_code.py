"""The squares on a card."""

import pytest

from rapport.matching.pages.qr_code import QUIET, runs_of, squares_of


@pytest.mark.parametrize(
    ("row", "runs"),
    [
        ([False], []),
        ([True, True, False, True], ["M0 7h2v1h-2z", "M3 7h1v1h-1z"]),
        ([False, True], ["M1 7h1v1h-1z"]),
    ],
)
def test_neighbouring_squares_are_one_run(row: list[bool], runs: list[str]) -> None:
    assert runs_of(row, 7) == runs


def test_a_code_has_its_corner_mark_behind_the_quiet_zone() -> None:
    code = squares_of("https://example.org/o/harbour/invitations/abc/")
    assert code.path.startswith(f"M{QUIET} {QUIET}h7v1h-7z")
    assert (code.size - 2 * QUIET - 17) % 4 == 0
