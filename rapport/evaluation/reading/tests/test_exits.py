"""Reasons for leaving, as exports write them."""

import pytest

from rapport.evaluation.reading.exits import Exit, exit_of, is_gone, yes_or_no


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        ("Voluntary", Exit.RESIGNATION),
        ("Involuntary", Exit.DISMISSAL),
        ("Eigenkündigung", Exit.RESIGNATION),
        ("Kündigung durch Arbeitgeber", Exit.DISMISSAL),
        ("Kündigung durch Arbeitnehmer", Exit.RESIGNATION),
        ("Betriebsbedingte Kündigung", Exit.REDUNDANCY),
        ("Aufhebungsvertrag", Exit.MUTUAL),
        ("End of internship", Exit.FIXED_TERM),
        ("Befristung ausgelaufen", Exit.FIXED_TERM),
        ("Altersrente", Exit.RETIREMENT),
        ("Verstorben", Exit.DEATH),
        ("Interner Wechsel", Exit.TRANSFER),
        ("Betriebsübergang", Exit.SALE),
        ("Freiwillig", Exit.RESIGNATION),
        ("unfreiwillig", Exit.DISMISSAL),
        ("-", Exit.UNKNOWN),
        ("ZA-17", None),
    ],
)
def test_a_reason_is_understood_or_asked_about(reason: str, kind: Exit | None) -> None:
    assert exit_of(reason) is kind


@pytest.mark.parametrize(("word", "gone"), [("Terminated", True), ("T", True), ("Active", False)])
def test_a_status_says_who_is_gone(word: str, gone: bool) -> None:
    assert is_gone(word) is gone


@pytest.mark.parametrize(
    ("word", "drawn"), [("ja", True), ("Not drawn", False), ("later", None), ("Warteliste", False)]
)
def test_a_lottery_has_two_results_and_nothing_else(word: str, drawn: bool | None) -> None:
    assert yes_or_no(word) is drawn
