"""A plan says what was decided, refuses what it does not know, and shows when it was changed."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from rapport.evaluation.plan import Outcome, Plan, fingerprint, locked_text, read_plan
from rapport.evaluation.reading.questions import Unusable

TEXT = """title = "Mentoring"
[outcomes]
primary = ["goals", "retention"]
[retention]
months = [12, 24]
counted = "resignations"
[eligible]
least_tenure_days = 90
facts = { department = ["Sales"] }
[money]
salary = 50000
programme = 100000
[answers]
export_day = 2023-12-31
[columns.workforce]
hired = "Eintritt"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "plan.toml"
    path.write_text(text)
    return path


def locked(text: str = TEXT) -> str:
    return locked_text(text, tomllib.loads(text), "2023-01-01T09:00:00+00:00")


def test_a_plan_is_read_as_it_was_decided(tmp_path: Path) -> None:
    plan = read_plan(written(tmp_path, TEXT))
    assert plan.primary == (Outcome.GOALS, Outcome.RETENTION)
    assert plan.eligible == {"department": ("Sales",)}
    assert plan.answers == {"export_day": "2023-12-31"}
    assert plan.columns == {"workforce": {"hired": "Eintritt"}}
    assert plan.money is not None
    assert not plan.is_locked


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"goals", "retention"', '"goals", "retention", "promotion"'),
        ('"goals", "retention"', '"happiness"'),
        ("[12, 24]", "[24, 12]"),
        ("[12, 24]", "[0]"),
        ("resignations", "some"),
        ("50000", '"a lot"'),
        ("least_tenure_days", "least_tenure_weeks"),
        ("department", "shoe_size"),
        ("workforce]", "payroll]"),
        ("[outcomes]", "[outcome]"),
        ("[outcomes]", "[outcomes"),
    ],
)
def test_what_a_plan_cannot_mean_is_refused(old: str, new: str, tmp_path: Path) -> None:
    with pytest.raises(Unusable) as refused:
        read_plan(written(tmp_path, TEXT.replace(old, new)))
    assert refused.value.notes[0].key.startswith("refused_")


def test_a_locked_plan_knows_when_it_was_locked(tmp_path: Path) -> None:
    plan = read_plan(written(tmp_path, locked()))
    assert plan.lock is not None
    assert plan.lock.hash == plan.hash == fingerprint(tomllib.loads(TEXT))


@pytest.mark.parametrize("change", [("[12, 24]", "[6]"), ("resignations", "every"), ("90", "30")])
def test_a_decision_changed_after_locking_is_refused(
    change: tuple[str, str], tmp_path: Path
) -> None:
    with pytest.raises(Unusable) as refused:
        read_plan(written(tmp_path, locked().replace(*change)))
    assert refused.value.notes[0].key == "refused_lock"


@pytest.mark.parametrize("change", [("2023-12-31", "2024-01-31"), ("Eintritt", "Start")])
def test_answers_about_a_file_may_be_added_after_locking(
    change: tuple[str, str], tmp_path: Path
) -> None:
    assert read_plan(written(tmp_path, locked().replace(*change))).is_locked


@pytest.mark.parametrize(
    ("primary", "level"),
    [
        ((Outcome.RETENTION,), 0.95),
        ((Outcome.GOALS, Outcome.RETENTION), 0.95),
        ((Outcome.PROMOTION, Outcome.RETENTION), 0.975),
    ],
)
def test_two_compared_outcomes_share_the_error_of_one(
    primary: tuple[Outcome, ...], level: float
) -> None:
    assert Plan(primary=primary).level == level


def test_planned_looks_share_the_error_of_one() -> None:
    days = (date(2026, 3, 1), date(2026, 9, 1))
    assert Plan(read_on=days[:1]).level == 0.95
    assert Plan(read_on=days).level == 0.975
    assert Plan(primary=(Outcome.PROMOTION, Outcome.RETENTION), read_on=days).level == 0.9875


@pytest.mark.parametrize(
    ("today", "belongs_to", "following"),
    [
        (date(2026, 2, 28), None, date(2026, 3, 1)),
        (date(2026, 3, 1), date(2026, 3, 1), date(2026, 9, 1)),
        (date(2026, 8, 31), date(2026, 3, 1), date(2026, 9, 1)),
        (date(2027, 1, 1), date(2026, 9, 1), None),
    ],
)
def test_a_look_belongs_to_the_last_planned_day_that_has_come(
    today: date, belongs_to: date | None, following: date | None
) -> None:
    plan = Plan(read_on=(date(2026, 9, 1), date(2026, 3, 1)))
    assert (plan.reading_of(today), plan.next_after(today)) == (belongs_to, following)


def test_the_hash_does_not_depend_on_the_order_in_the_file() -> None:
    head, _retention, tail = TEXT.partition("[retention]")
    title, _outcomes, outcomes = head.partition("[outcomes]")
    other = f"{title}[retention]{tail}[outcomes]{outcomes}"
    assert fingerprint(tomllib.loads(other)) == fingerprint(tomllib.loads(TEXT))
