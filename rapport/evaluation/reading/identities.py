"""Makes the names by which two files know a person agree, and never makes one of two people."""

from collections.abc import Mapping

import polars as pl

from rapport.evaluation.reading.ledger import Ledger

SCIENTIFIC = r"^\d(?:[.,]\d+)?[eE]\+?\d+$"
ODD = r"[\"'=@.+eE]"
WRAPPED = r"^=?[\"']+|[\"']+$"


def with_persons(frame: pl.DataFrame, file: str, ledger: Ledger) -> pl.DataFrame:
    """`person` without a spreadsheet's wrapping (="007", 7.0); rows that name nobody set aside."""
    frame = ledger.set_aside_where(frame, "no_person", pl.col("person").is_null(), file=file)
    if not frame["person"].str.contains(ODD).any():
        return frame
    person = pl.col("person").str.replace_all(WRAPPED, "").str.strip_chars()
    person = pl.when(person.str.contains(r"^\d+\.0$")).then(person.str.head(-2)).otherwise(person)
    person = pl.when(person.str.contains("@")).then(person.str.to_lowercase()).otherwise(person)
    frame = frame.with_columns(pl.when(person == "").then(None).otherwise(person).alias("person"))
    frame = ledger.set_aside_where(frame, "no_person", pl.col("person").is_null(), file=file)
    broken = pl.col("person").str.contains(SCIENTIFIC)
    return ledger.set_aside_where(frame, "broken_person", broken, file=file)


def numbered(frames: Mapping[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """All files with people as numbers, the same for the same person; the names are forgotten.

    Numbers follow the order of the first file, and are quicker to compare than names.
    """
    names = pl.concat([frame.select("person") for frame in frames.values()])
    names = names.unique(maintain_order=True).with_row_index("number")
    return {
        file: frame.join(names, on="person", how="left", maintain_order="left")
        .drop("person")
        .rename({"number": "person"})
        for file, frame in frames.items()
    }


def same_zeros(
    workforce: pl.DataFrame, others: list[tuple[str, pl.DataFrame]], ledger: Ledger
) -> tuple[pl.DataFrame, list[pl.DataFrame]]:
    """Take leading zeros away everywhere when one file lost them and no two people become one."""
    frames = [frame for _file, frame in others]
    known = workforce["person"].unique()
    lost = [frame for frame in frames if not frame["person"].is_in(known.implode()).all()]
    if not lost or _bare(known).n_unique() < known.len():
        return workforce, frames
    bare = _bare(known).implode()
    found = sum(
        int((_bare(frame["person"]).is_in(bare) & ~frame["person"].is_in(known.implode())).sum())
        for frame in lost
    )
    if not found:
        return workforce, frames
    ledger.note("note_zeros", n=found)
    strip = _bare_expression()
    return workforce.with_columns(strip), [frame.with_columns(strip) for frame in frames]


def _bare_expression() -> pl.Expr:
    digits = pl.col("person").str.contains(r"^\d+$")
    bare = pl.col("person").str.strip_chars_start("0")
    return pl.when(digits).then(bare).otherwise(pl.col("person")).alias("person")


def _bare(persons: pl.Series) -> pl.Series:
    return pl.DataFrame({"person": persons}).select(_bare_expression()).to_series()
