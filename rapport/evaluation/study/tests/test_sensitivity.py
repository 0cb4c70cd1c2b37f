"""Gaps, hidden traits, ways of leaving and pretended joining, on firms whose truth is known."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from rapport.domain.findings import Finding, Hidden
from rapport.evaluation.plan import Plan
from rapport.evaluation.reading.questions import Answers
from rapport.evaluation.reading.sources import read_sources
from rapport.evaluation.report.pages import document_of
from rapport.evaluation.study.evaluation import Evaluation, evaluate
from rapport.evaluation.study.sensitivity import nearest_pairs
from rapport.evaluation.tests.simulated import ANSWERS, Firm, export
from rapport.evaluation.verdicts.banned import banned_in
from rapport.evaluation.words import voice_of

PLAN = Plan(months=(12,))
GOOD = Firm(people=2_000, participants=200, effect=0.4, leaving=0.25)
JUDGED = Firm(people=2_000, participants=200, selection=0.5, bond=0.8, recorded=True)


def gaps(table: pl.DataFrame, share: int) -> pl.DataFrame:
    """Every so many-th engagement is not known, whoever it is."""
    known = pl.int_range(pl.len()) % share != 0
    return table.with_columns(pl.when(known).then("engagement").alias("engagement"))


def evaluated(firm: Firm, folder: Path, share: int = 0) -> Evaluation:
    paths = export(firm, folder)
    if share:
        table = pl.read_csv(paths["workforce"], infer_schema=False)
        gaps(table, share).write_csv(paths["workforce"])
    return evaluate(read_sources(paths, Answers(ANSWERS)), PLAN)


def test_gaps_are_filled_twenty_times_and_said(tmp_path: Path) -> None:
    found = evaluated(JUDGED, tmp_path, share=6)
    assert found.staffed.filled == ("engagement",)
    assert len(found.staffed.fillings) == 20
    assert found.retention is not None
    difference = found.retention.horizons[0].difference
    assert isinstance(difference, Finding)
    assert difference.method.endswith("_filled")
    words = document_of(found, voice_of("en")).words()
    assert "were filled 20 times" in words


def test_filled_gaps_lose_hardly_anything(tmp_path: Path) -> None:
    whole, filled = (evaluated(JUDGED, tmp_path, share) for share in (0, 6))
    sides = [one.retention.horizons[0].difference for one in (whole, filled) if one.retention]
    assert all(isinstance(one, Finding) for one in sides)
    first, second = (one for one in sides if isinstance(one, Finding))
    assert second.value == pytest.approx(first.value, abs=0.05)
    assert second.high - second.low < 1.6 * (first.high - first.low)


def test_few_gaps_are_left_to_complete_cases(tmp_path: Path) -> None:
    found = evaluated(JUDGED, tmp_path, share=50)
    assert found.staffed.filled == ()
    assert len(found.staffed.fillings) == 1


def test_a_difference_comes_with_what_could_explain_it(tmp_path: Path) -> None:
    found = evaluated(GOOD, tmp_path)
    assert found.claims[0].shows
    assert found.sensitivity is not None
    assert found.sensitivity.gamma is not None
    assert found.sensitivity.gamma >= 1
    for language in ("en", "de"):
        words = document_of(found, voice_of(language)).words()
        assert banned_in(words, language) == []
    assert "a hidden trait may make one up to" in document_of(found, voice_of("en")).words()


def test_where_nothing_is_shown_nothing_is_sensitive(tmp_path: Path) -> None:
    assert evaluated(replace(GOOD, effect=1.0), tmp_path).sensitivity is None


def test_ways_of_leaving_rule_each_other_out(tmp_path: Path) -> None:
    found = evaluated(replace(GOOD, wave=0.5, effect=1.0), tmp_path)
    assert [way.name for way in found.ways] == ["own", "house", "retired", "other"]
    own = found.ways[0].others
    assert isinstance(own, Finding)
    assert 0 < own.value < 1
    small = [way for way in found.ways if way.name == "retired"]
    assert all(isinstance(way.joined, Finding | Hidden) for way in small)


def test_the_nearest_of_a_set_is_not_chosen_by_when_she_left(tmp_path: Path) -> None:
    found = evaluated(GOOD, tmp_path).retention
    assert found is not None
    matched = found.matched
    _joiner, other = nearest_pairs(matched)
    gone = matched.spells.left & (matched.spells.leave <= 365)
    others = ~matched.treated
    usual = np.average(gone[others], weights=matched.weight[others])
    assert gone[other].mean() == pytest.approx(usual, abs=0.1)


def test_a_year_too_early_nothing_is_found_where_nothing_is(tmp_path: Path) -> None:
    firm = replace(GOOD, promotion=0.3, people=4_000, participants=400)
    control = evaluated(firm, tmp_path).pretended
    assert isinstance(control, Finding)
    assert control.low <= 0 <= control.high
