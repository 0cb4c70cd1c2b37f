"""Who applied, who was drawn, who joined and when; one line for each person in one role."""

from dataclasses import dataclass

import polars as pl

from rapport.evaluation.reading.exits import yes_or_no
from rapport.evaluation.reading.ledger import Ledger
from rapport.evaluation.reading.questions import Unusable
from rapport.evaluation.words import Note
from rapport.programmes.reading.cleaning import words_of
from rapport.programmes.reading.targets import Role
from rapport.programmes.reading.vocabulary import role_of

FILE = "participants"


@dataclass(frozen=True)
class Participants:
    """`people`: person, applied, joined, ended, drawn, drawn_on, draw; one row for each person.

    `joined` is blank for people who applied and were never matched.
    """

    people: pl.DataFrame

    @property
    def joined(self) -> pl.DataFrame:
        return self.people.filter(pl.col("joined").is_not_null())

    @property
    def has_lottery(self) -> bool:
        return self.people["drawn"].is_not_null().any()


def participants_of(frame: pl.DataFrame, role: str, ledger: Ledger) -> Participants:
    """The participants in one role. Raises Unusable when nobody ever joined in it."""
    frame = _complete(frame)
    frame = _in_role(frame, role, ledger)
    late = pl.col("ended") < pl.col("joined")
    frame = ledger.set_aside_where(frame, "ended_before_joined", late, file=FILE)
    frame = frame.sort("person", "joined", "row", nulls_last=True)
    first = pl.col("person").is_first_distinct()
    frame = ledger.set_aside_where(frame, "joined_again", ~first, file=FILE)
    people = frame.with_columns(_read_draws(frame)).drop("row")
    if people["joined"].null_count() == people.height:
        raise Unusable(Note.of("refused_nobody_joined", role=Note.of(f"role_{role}")))
    return Participants(people)


def _complete(frame: pl.DataFrame) -> pl.DataFrame:
    days = {"applied": pl.Date, "joined": pl.Date, "ended": pl.Date, "drawn_on": pl.Date}
    missing = {**days, "role": pl.String, "drawn": pl.String, "draw": pl.String}
    frame = frame.with_columns(
        pl.lit(None, dtype=dtype).alias(name)
        for name, dtype in missing.items()
        if name not in frame.columns
    )
    return frame.select("row", "person", *missing)


def _in_role(frame: pl.DataFrame, role: str, ledger: Ledger) -> pl.DataFrame:
    """Rows in the other role are set aside; a blank or unknown word counts as the role asked."""
    words = frame["role"].drop_nulls().unique().to_list()
    roles = {word: role_of(words_of(word)) for word in words}
    others = [word for word, found in roles.items() if found and not found.covers(Role(role))]
    strange = [word for word, found in roles.items() if found is None]
    if strange:
        ledger.note("note_roles", words=", ".join(sorted(strange)[:5]))
    return ledger.set_aside_where(frame, "other_role", pl.col("role").is_in(others), file=FILE)


def _read_draws(frame: pl.DataFrame) -> pl.Expr:
    words = frame["drawn"].drop_nulls().unique().to_list()
    known = {word: yes_or_no(word) for word in words}
    if not known:
        return pl.lit(None, dtype=pl.Boolean).alias("drawn")
    old, new = (
        pl.Series(list(known), dtype=pl.String),
        pl.Series(list(known.values()), dtype=pl.Boolean),
    )
    return pl.col("drawn").replace_strict(old, new, default=None, return_dtype=pl.Boolean)
