"""What people reached themselves: goals on five levels, and competence before and after."""

import polars as pl

from rapport.evaluation.reading.ledger import Ledger
from rapport.programmes.reading.cleaning import words_of

FATES = {
    "dropped": ("dropped", "abandoned", "cancelled", "fallengelassen", "aufgegeben", "gestrichen"),
    "replaced": ("replaced", "changed", "ersetzt", "geändert"),
}
MENTOR = ("mentor", "mentorin")
LOWEST, HIGHEST = -2, 2


def goals_of(frame: pl.DataFrame, ledger: Ledger) -> pl.DataFrame:
    """person, goal, rater (mentee or mentor), before, level, fate (kept, dropped, replaced).

    Levels run from -2 to +2 with 0 for what was expected; others are set aside. Several lines for
    one goal and rater: the last one counts.
    """
    for name, dtype in (
        ("before", pl.Float64),
        ("goal", pl.String),
        ("rater", pl.String),
        ("fate", pl.String),
    ):
        if name not in frame.columns:
            frame = frame.with_columns(pl.lit(None, dtype=dtype).alias(name))
    frame = frame.with_columns(_fate(frame), _rater(frame))
    kept = pl.col("fate") == "kept"
    frame = ledger.set_aside_where(
        frame, "no_level", kept & pl.col("level").is_null(), file="goals"
    )
    outside = ~pl.col("level").is_between(LOWEST, HIGHEST) | (pl.col("level") % 1 != 0)
    frame = ledger.set_aside_where(frame, "strange_level", kept & outside, file="goals")
    numbered = pl.col("row").rank("ordinal").over("person", "rater").cast(pl.String)
    frame = frame.with_columns(pl.coalesce("goal", numbered).alias("goal"))
    last = pl.struct("person", "goal", "rater").is_last_distinct()
    frame = ledger.set_aside_where(frame, "goal_again", ~last, file="goals")
    return frame.select("person", "goal", "rater", "before", "level", "fate")


def _fate(frame: pl.DataFrame) -> pl.Expr:
    words = frame["fate"].drop_nulls().unique().to_list()
    known = {
        word: fate
        for word in words
        for fate, spellings in FATES.items()
        if any(spelling in words_of(word) for spelling in spellings)
    }
    return _looked_up("fate", known, "kept")


def _rater(frame: pl.DataFrame) -> pl.Expr:
    words = frame["rater"].drop_nulls().unique().to_list()
    known = {word: "mentor" for word in words if words_of(word) in MENTOR}
    return _looked_up("rater", known, "mentee")


def _looked_up(name: str, known: dict[str, str], otherwise: str) -> pl.Expr:
    if not known:
        return pl.lit(otherwise).alias(name)
    return pl.col(name).replace_strict(known, default=otherwise, return_dtype=pl.String)


def ratings_of(frame: pl.DataFrame, ledger: Ledger) -> pl.DataFrame:
    """person, scale, before, after; who has no first value is set aside, a silent second stays."""
    if "scale" not in frame.columns:
        frame = frame.with_columns(pl.lit("").alias("scale"))
    frame = frame.with_columns(pl.col("scale").fill_null(""))
    blank = pl.col("before").is_null()
    frame = ledger.set_aside_where(frame, "no_first_value", blank, file="ratings")
    again = ~pl.struct("person", "scale").is_last_distinct()
    frame = ledger.set_aside_where(frame, "rated_again", again, file="ratings")
    return frame.select("person", "scale", "before", "after")
