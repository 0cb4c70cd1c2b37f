"""From raw files to the sentence, on firms whose truth is known."""

from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from rapport.domain.findings import Finding, Hidden
from rapport.evaluation.plan import Lock, Money
from rapport.evaluation.reading.questions import Answers
from rapport.evaluation.reading.sources import read_sources
from rapport.evaluation.report.pages import document_of
from rapport.evaluation.study.evaluation import evaluate
from rapport.evaluation.study.money import WhyNot, Worth
from rapport.evaluation.tests.made import PLAN, SMALL, after, evaluated, main_claim, seeded
from rapport.evaluation.tests.simulated import ANSWERS, FIRMS, Firm, export
from rapport.evaluation.verdicts import Claim, Grade, Situation
from rapport.evaluation.verdicts.banned import banned_in
from rapport.evaluation.verdicts.wording import sentence_of
from rapport.evaluation.words import voice_of

COSTS = replace(PLAN, money=Money(salary=60_000, programme=20_000), lock=Lock("2023", "x"))
SHOWN = {Situation.BETTER, Situation.WORSE}
EXPECTED = {
    "nothing happens": {Situation.NIL},
    "true effect": {Situation.BETTER},
    "hidden confounder": {Situation.BETTER},
    "tiny": {Situation.TOO_SMALL},
    "leavers' fields blank": {Situation.NIL},
    "redundancy wave": {Situation.NIL},
    "dirty": {Situation.NIL},
    "lottery, nothing": {Situation.NIL},
}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_firm_gets_the_verdict_that_is_true_of_it(name: str, tmp_path: Path) -> None:
    assert main_claim(FIRMS[name], tmp_path).situation in EXPECTED[name]


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", FIRMS)
def test_no_report_says_a_banned_word(name: str, language: str, tmp_path: Path) -> None:
    evaluation = evaluated(FIRMS[name], tmp_path, COSTS)
    words = document_of(evaluation, voice_of(language)).words()
    lottery = any(claim.grade is Grade.A for claim in evaluation.claims)
    assert banned_in(words, language, lottery=lottery) == []


def test_a_programme_that_does_nothing_shows_nothing(tmp_path: Path) -> None:
    """At least 93 of 100 are measured by bench/bench_verdicts; these are thirty of them."""
    said = [
        sentence_of(main_claim(seeded(SMALL, seed), tmp_path), voice_of("en")) for seed in range(30)
    ]
    assert sum("do not show" in sentence for sentence in said) >= 27


def test_a_clock_that_starts_at_hiring_would_find_something(tmp_path: Path) -> None:
    """The test of the test: break the clock, and the programme that does nothing shines."""
    hired: dict[str, str] = {}

    def remember(table: pl.DataFrame) -> pl.DataFrame:
        hired.update(zip(table["employee_id"], table["hired"], strict=True))
        return table

    after(remember, "workforce", Firm(), tmp_path)

    def broken(table: pl.DataFrame) -> pl.DataFrame:
        day = pl.col("employee_id").replace_strict(hired).str.to_date().dt.offset_by("3d")
        return table.with_columns(day.cast(pl.String).alias("joined"))

    usual, low, _high = ends(after(broken, "participants", Firm(), tmp_path))
    assert usual > low > 0


def test_a_hidden_confounder_never_gets_a_causal_word_or_money(tmp_path: Path) -> None:
    evaluation = evaluated(FIRMS["hidden confounder"], tmp_path, COSTS)
    claim = evaluation.claims[0]
    sentence = sentence_of(claim, voice_of("en"))
    assert claim.grade is Grade.C
    assert "similar colleagues" in sentence
    assert "volunteered" in sentence
    assert evaluation.worth is WhyNot.EVIDENCE


def test_only_a_lottery_lets_the_programme_be_the_subject(tmp_path: Path) -> None:
    firm = replace(FIRMS["lottery, true effect"], effect=0.3, participants=500)
    evaluation = evaluated(firm, tmp_path, COSTS)
    claim = evaluation.claims[0]
    assert claim.grade is Grade.A
    assert sentence_of(claim, voice_of("en")).startswith("The programme raised")
    assert isinstance(evaluation.worth, Worth)


def test_a_recorded_confounder_is_taken_away(tmp_path: Path) -> None:
    hidden = replace(FIRMS["recorded confounder"], recorded=False, participants=600, people=8_000)
    assert main_claim(hidden, tmp_path).situation is Situation.BETTER
    assert main_claim(replace(hidden, recorded=True), tmp_path).situation not in SHOWN


def test_asking_everybody_before_takes_away_what_no_personnel_file_holds(tmp_path: Path) -> None:
    """The same firm: its personnel file knows nothing, and a survey of everybody says it."""
    firm = replace(FIRMS["recorded confounder"], participants=600, people=8_000)
    paths = export(firm, tmp_path)
    staff = pl.read_csv(paths["workforce"], infer_schema=False)
    staff.drop("engagement").write_csv(paths["workforce"])
    blind = evaluate(read_sources(paths, Answers(ANSWERS)), PLAN).claims[0]
    asked = staff.select("employee_id", "engagement", pl.col("hired").alias("date"))
    asked.write_csv(tmp_path / "survey.csv")
    paths["survey"] = tmp_path / "survey.csv"
    told = evaluate(read_sources(paths, Answers(ANSWERS)), PLAN).claims[0]
    assert blind.situation is Situation.BETTER
    assert told.situation not in SHOWN
    assert {check.name: check.passed for check in told.checks}["before"]


@pytest.mark.parametrize(("boost", "situation"), [(1.0, Situation.NIL), (3.0, Situation.BETTER)])
def test_promotion_is_seen_where_there_is_more_of_it(
    boost: float, situation: Situation, tmp_path: Path
) -> None:
    firm = Firm(people=6_000, participants=500, promotion=0.12, boost=boost)
    claims = evaluated(firm, tmp_path).claims
    claim = next(claim for claim in claims if claim.outcome == "promotion")
    assert claim.situation is situation
    assert claim.grade is Grade.C


def test_blank_fields_of_leavers_are_barred_and_said(tmp_path: Path) -> None:
    evaluation = evaluated(FIRMS["leavers' fields blank"], tmp_path)
    assert evaluation.staffed.barred["department"] == "blank_for_leavers"
    words = document_of(evaluation, voice_of("en")).words()
    assert "blank for people who left" in words


def test_too_few_people_hide_every_figure_but_their_number(tmp_path: Path) -> None:
    claim = main_claim(FIRMS["tiny"], tmp_path)
    assert isinstance(claim.difference, Hidden)
    assert claim.grade is Grade.D
    assert "20 people are too few" in sentence_of(claim, voice_of("en"))


def test_dirt_changes_nothing_but_the_ledger(tmp_path: Path) -> None:
    clean, dirty = (evaluated(FIRMS[name], tmp_path) for name in ("nothing happens", "dirty"))
    assert clean.claims[0].difference == dirty.claims[0].difference
    assert sum(entry.count for entry in dirty.sources.ledger.entries) == 12
    assert clean.sources.ledger.entries == []


def ends(claim: Claim) -> tuple[float, float, float]:
    """What is compared when two answers should be one."""
    assert isinstance(claim.difference, Finding)
    return claim.difference.value, claim.difference.low, claim.difference.high


def shuffled(table: pl.DataFrame) -> pl.DataFrame:
    return table.sample(fraction=1.0, shuffle=True, seed=3)


def twice(table: pl.DataFrame) -> pl.DataFrame:
    return pl.concat([table, table])


def split(table: pl.DataFrame) -> pl.DataFrame:
    """Every employment as two that follow each other."""
    middle = pl.col("hired").str.to_date().dt.offset_by("20d").cast(pl.String)
    ended = pl.col("left").fill_null("2023-12-31")
    long = table.filter(middle < ended)
    first = long.with_columns(middle.alias("left"))
    second = long.with_columns(middle.alias("hired"))
    return pl.concat([table.filter(middle >= ended), first, second])


@pytest.mark.parametrize("change", [shuffled, twice, split], ids=lambda change: change.__name__)
def test_the_answer_does_not_depend_on_how_the_file_is_laid_out(
    change: object, tmp_path: Path
) -> None:
    assert callable(change)
    usual = main_claim(SMALL, tmp_path)
    assert ends(after(change, "workforce", SMALL, tmp_path)) == pytest.approx(ends(usual))


def test_other_names_for_people_change_nothing(tmp_path: Path) -> None:
    paths = tmp_path / "named"
    paths.mkdir()
    usual = main_claim(SMALL, tmp_path)
    renamed = replace(SMALL, prefix="P")
    assert ends(main_claim(renamed, paths)) == pytest.approx(ends(usual))


@pytest.mark.parametrize(
    ("joined", "reason"),
    [
        ("2018-01-01", "joined_before_hire"),
        ("2023-12-31", "joined_after_export"),
        ("2024-06-01", "joined_after_export"),
    ],
)
def test_whoever_cannot_have_joined_that_day_is_set_aside(
    joined: str, reason: str, tmp_path: Path
) -> None:
    paths = export(SMALL, tmp_path)
    table = pl.read_csv(paths["participants"], infer_schema=False)
    here = pl.col("employee_id") == table["employee_id"][0]
    moved = pl.when(here).then(pl.lit(joined)).otherwise("joined")
    table.with_columns(moved.alias("joined")).write_csv(paths["participants"])
    evaluation = evaluate(read_sources(paths, Answers(ANSWERS)), PLAN)
    assert set(evaluation.sources.ledger.reasons("participants")) <= {
        reason,
        "joined_after_leaving",
    }
    assert sum(evaluation.sources.ledger.reasons("participants").values()) == 1
