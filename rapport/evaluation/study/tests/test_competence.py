"""Scores before and after: who changed beyond the noise of the scores, pooled from five up."""

import math
from dataclasses import replace

import polars as pl
import pytest

from rapport.domain.findings import Finding, Hidden
from rapport.evaluation.plan import Plan
from rapport.evaluation.study.competence import Change, changes_of

TOLD = Plan(reliability=0.5)
STARTS = [1.0, 2.0, 3.0, 4.0, 5.0]
OTHERS = 20


def change_of(gains: list[float], plan: Plan = TOLD, *, noise: float = 1.0) -> Change:
    """Participants 0, 1, 2 … with these gains, beside twenty others who swing to and fro."""
    rows = [(n, STARTS[n % 5], STARTS[n % 5] + gain) for n, gain in enumerate(gains)]
    swing = (noise, -noise)
    rows += [(100 + n, STARTS[n % 5], STARTS[n % 5] + swing[n // 5 % 2]) for n in range(OTHERS)]
    frame = pl.DataFrame(rows, ("person", "before", "after"), orient="row")
    (found,) = changes_of(frame.with_columns(scale=pl.lit("")), range(len(gains)), plan)
    return found


def test_only_more_than_the_noise_is_a_change() -> None:
    """The first scores have the deviation √2 (nearly), so at 0.5 it takes 1.96 times as much."""
    found = change_of([4.0] * 10 + [2.0] * 15 + [-4.0] * 5).reliable
    assert found
    assert found.limit == pytest.approx(1.96 * math.sqrt(2 * 50 / 49), rel=1e-9)
    counts = [getattr(one, "value", None) for one in (found.improved, found.unchanged, found.worse)]
    assert counts == [10, 15, 5]
    assert found.source == "plan"


def test_few_who_got_worse_hide_another_group_as_well() -> None:
    found = change_of([4.0] * 10 + [0.0] * 15 + [-4.0] * 2).reliable
    assert found
    assert isinstance(found.worse, Hidden)
    assert isinstance(found.improved, Hidden)
    assert isinstance(found.unchanged, Finding)


def test_without_a_reliability_that_of_others_stands_in() -> None:
    silent = replace(TOLD, reliability=None)
    found = change_of([4.0] * 10, silent).reliable
    assert found
    assert found.source == "others"
    assert found.reliability == pytest.approx(math.sqrt(2 / 3))
    assert change_of([4.0] * 10, silent, noise=0.0).reliable is None


def test_of_four_nobody_is_looked_at() -> None:
    assert change_of([4.0] * 4).reliable is None
