"""Negative controls: silent when nothing is wrong, loud when the sides differ beforehand."""

import numpy as np
import pytest

from rapport.evaluation.engine.controls import happened, negative_control, pretend_earlier
from rapport.evaluation.engine.estimate import NotEstimable
from rapport.evaluation.engine.riskset import match
from rapport.evaluation.engine.staff import staff
from rapport.evaluation.engine.timing import NEVER

from .firm import firm

NEAR = pytest.approx


def test_who_was_not_there_on_the_pretend_day_takes_no_part() -> None:
    of = staff(firm(1, 1500))
    earlier = pretend_earlier(of, 200)
    there = (of.joined - 200 > of.opened) & (of.joined < NEVER)
    assert (earlier.joined[there] + 200 == of.joined[there]).all()
    found = match(earlier)
    assert found.joiners < match(of).joiners
    assert (found.spells.leave[found.treated] > 200).all()


def rating(seed: int, lean: float) -> tuple[float, bool]:
    """A rating from before the programme that those who will join have anyway."""
    rng = np.random.default_rng(seed)
    of = staff(firm(seed, 1500, trait=0.0))
    pretend = match(pretend_earlier(of, 100))
    will_join = (of.joined < NEVER)[of.first]
    values = (rng.normal(size=of.people) + lean * will_join)[pretend.person]
    found = negative_control(pretend, values, days=100)
    return found.value, found.excludes()


def test_nothing_is_found_where_nothing_is() -> None:
    found = [rating(seed, 0.0) for seed in range(60)]
    assert np.mean([value for value, _ in found]) == NEAR(0, abs=0.05)
    assert np.mean([seen for _, seen in found]) <= 0.12


def test_a_difference_from_before_the_programme_is_seen() -> None:
    found = [rating(seed, 0.5) for seed in range(20)]
    assert np.mean([seen for _, seen in found]) > 0.8


def test_an_event_counts_from_time_zero_to_the_window() -> None:
    matched = match(staff(firm(3)))
    day = np.full(400, NEVER)
    person = int(matched.person[0])
    day[person] = int(matched.day[0]) + 10
    assert happened(matched, day, 10)[0] == 1
    assert happened(matched, day, 9)[0] == 0


def test_without_two_sets_there_is_no_control() -> None:
    matched = match(staff(firm(3)))
    with pytest.raises(NotEstimable, match="too few"):
        negative_control(matched, np.full(len(matched.set), np.nan))
