"""What everybody was asked before the programme began, laid beside the personnel file by number.

An answer counts only when it is from before its person joined: the programme cannot have changed
it then. Whoever never joined may have answered on any day.
"""

import polars as pl

from rapport.evaluation.reading.ledger import Ledger

FILE = "survey"
ASKED = ("engagement", "intention")


def with_survey(
    workforce: pl.DataFrame, survey: pl.DataFrame, joined: pl.DataFrame, ledger: Ledger
) -> pl.DataFrame:
    """The personnel file with the answers of the survey in place of its own."""
    asked = [name for name in ASKED if name in survey.columns]
    answers = _counted(survey, workforce["person"], joined, ledger).select("person", *asked)
    there = [name for name in asked if name in workforce.columns]
    found = workforce.join(answers, on="person", how="left", maintain_order="left", suffix="_asked")
    own = (pl.coalesce(f"{name}_asked", name).alias(name) for name in there)
    return found.with_columns(own).drop(f"{name}_asked" for name in there)


def _counted(
    survey: pl.DataFrame, known: pl.Series, joined: pl.DataFrame, ledger: Ledger
) -> pl.DataFrame:
    """One row for each person, the first; what cannot count is entered in the ledger."""
    rows = survey.join(joined.select("person", "joined"), on="person", how="left")
    stranger = ~pl.col("person").is_in(known.unique().implode())
    undated = pl.col("answered").is_null()
    late = pl.col("joined").is_not_null() & (pl.col("answered") >= pl.col("joined"))
    rows = ledger.set_aside_where(rows, "not_in_workforce", stranger, file=FILE)
    rows = ledger.set_aside_where(rows, "no_answer_day", undated, file=FILE)
    rows = ledger.set_aside_where(rows, "answered_late", late, file=FILE)
    rows = rows.sort("person", "answered", "row")
    first = pl.col("person").is_first_distinct()
    return ledger.set_aside_where(rows, "answered_again", ~first, file=FILE)
