"""Lays the people of the personnel file beside the participants, as the engine wants them.

Knows who could have been compared, which facts may be used, and who has to be set aside because
the two files contradict each other. Does not know any outcome of any comparison.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from rapport.evaluation.engine.arrays import Floats, Whole, Yes
from rapport.evaluation.engine.fillings import TIMES, fill
from rapport.evaluation.engine.staff import Rows, Staff
from rapport.evaluation.engine.timing import NEVER
from rapport.evaluation.plan import Plan
from rapport.evaluation.reading.exits import COUNTED, Counted, Exit
from rapport.evaluation.reading.fields import Content, fields_of
from rapport.evaluation.reading.ledger import Ledger
from rapport.evaluation.reading.questions import Unusable
from rapport.evaluation.reading.sources import Sources
from rapport.evaluation.words import Note

EXACT = ("department", "level")
MOST_WORDS = 8
OFTEN_BLANK = 0.05
MANY, FEWER = 200_000, 5
YEAR = 365.25


@dataclass(frozen=True)
class Fact:
    """One column of the engine's facts: a field, and the word it stands for where it has words."""

    field: str
    word: str = ""


@dataclass(frozen=True)
class Staffed:
    """`staff` for the engine, `facts` in the order of its columns, `exact` what must agree.

    `found` counts participants who were there on the day of joining and are eligible; `otherwise`
    says of each person (in the staff's order) whether they left in a way that does not count, and
    `persons` who that is in the files; `exits` is how each left, "" for nobody. Where facts were
    `filled`, `fillings` holds the staff with gaps filled many times, the first of them `staff`.
    """

    staff: Staff
    facts: tuple[Fact, ...]
    exact: tuple[str, ...]
    barred: Mapping[str, str]
    counted: Counted
    found: int
    people: int
    otherwise: Yes
    persons: Whole
    exits: npt.NDArray[np.str_]
    fillings: tuple[Staff, ...]
    filled: tuple[str, ...]


def staffed(sources: Sources, plan: Plan, counted: Counted, *, exact: bool = True) -> Staffed:
    """Everybody in the personnel file as rows with facts, joiners marked.

    Without `exact` nothing has to agree to the letter; department and level are facts like others.
    Raises Unusable when no participant can be found.
    """
    spells = watched(sources, kinds_of(sources, counted))
    spells = _with_joining(spells, sources)
    usable, gaps, barred = _usable(sources)
    rows = _with_facts(spells, sources, usable, gaps)
    rows = _eligible(rows, plan, sources.ledger)
    whole = [name for name in usable if name not in gaps]
    chosen = [name for name in (plan.exact or EXACT) if name in whole] if exact else []
    columns = [name for name in usable if name not in chosen]
    facts, names = _matrix(rows, columns)
    if (rows["joined"] == NEVER).all():
        raise Unusable(Note.of("refused_nobody_comparable"))
    found = rows.filter(pl.col("joined") < NEVER)["spell"].n_unique()
    last = rows.unique("spell", keep="last", maintain_order=True)
    fillings = _filled(_built(rows, facts, chosen), names, plan.seed)
    return Staffed(
        fillings[0],
        names,
        tuple(chosen),
        barred,
        counted,
        found,
        rows["spell"].n_unique(),
        last["otherwise"].to_numpy(),
        last["person"].cast(pl.Int64).to_numpy(),
        last["exit"].fill_null("").to_numpy().astype(np.str_),
        fillings,
        tuple(sorted(gaps)) if len(fillings) > 1 else (),
    )


def _filled(rows: Rows, names: Sequence[Fact], seed: int) -> tuple[Staff, ...]:
    """Twenty times, and five where that would take too much room; once where nothing is missing."""
    times = TIMES if len(rows.facts) <= MANY else FEWER
    return tuple(fill(rows, times=times, seed=seed, fields=[fact.field for fact in names]))


def _built(rows: pl.DataFrame, facts: Floats, exact: Sequence[str]) -> Rows:
    columns = {
        name: rows[name].to_numpy() for name in ("spell", "since", "until", "gone", "joined")
    }
    return Rows(
        person=columns["spell"],
        since=columns["since"],
        until=columns["until"],
        left=columns["gone"],
        joined=columns["joined"],
        group=_groups(rows, exact),
        facts=facts,
        hired=rows["hired"].to_numpy(),
    )


def _days(name: str) -> pl.Expr:
    return pl.col(name).cast(pl.Int32).cast(pl.Int64)


def kinds_of(sources: Sources, counted: Counted) -> list[str]:
    """The kinds of exit that count as leaving; all of them where no reason is known."""
    known = sources.workforce.spells["exit"].drop_nulls()
    kinds = COUNTED[counted] if (known != Exit.UNKNOWN.value).any() else frozenset(Exit)
    return sorted(kind.value for kind in kinds)


def watched(sources: Sources, kinds: Sequence[str]) -> pl.DataFrame:
    """Each spell from when it is watched to when watching ends, and whether that was leaving."""
    window = sources.workforce.window
    begin = _days("hired")
    if window.leavers_since is not None:
        first = pl.lit(window.leavers_since).cast(pl.Int32).cast(pl.Int64) - 1
        begin = pl.max_horizontal(begin, first)
    end = pl.coalesce("left", pl.lit(window.export_day)).cast(pl.Int32).cast(pl.Int64)
    return sources.workforce.spells.with_row_index("spell").select(
        pl.col("spell").cast(pl.Int64),
        "person",
        _days("hired"),
        begin.alias("since"),
        end.alias("until"),
        _gone(kinds).not_().and_(pl.col("left").is_not_null()).alias("otherwise"),
        _gone(kinds).alias("gone"),
        pl.when(pl.col("left").is_not_null()).then(pl.col("exit")).alias("exit"),
    )


def _gone(kinds: Sequence[str]) -> pl.Expr:
    return (pl.col("left").is_not_null() & pl.col("exit").is_in(kinds)).fill_null(value=False)


def _with_joining(spells: pl.DataFrame, sources: Sources) -> pl.DataFrame:
    """The day of joining on the spell it fell into; who fits none is set aside with the reason."""
    joined = sources.participants.joined.select("person", _days("joined"))
    pairs = joined.join(spells, on="person", how="left")
    day, since = pl.col("joined"), pl.col("since")
    reason = (
        pl.when(pl.col("spell").is_null())
        .then(pl.lit("not_in_workforce"))
        .when(day < pl.col("hired"))
        .then(pl.lit("joined_before_hire"))
        .when(day <= since - 1)
        .then(pl.lit("joined_before_window"))
        .when(day >= pl.col("until"))
        .then(
            pl.when(pl.col("gone"))
            .then(pl.lit("joined_after_leaving"))
            .otherwise(pl.lit("joined_after_export"))
        )
        .otherwise(pl.lit(""))
    )
    pairs = pairs.with_columns(reason.alias("reason")).sort(
        "person", pl.col("reason") == "", descending=[False, True]
    )
    best = pairs.unique("person", keep="first", maintain_order=True)
    for why, count in (
        best.filter(pl.col("reason") != "")["reason"].value_counts().sort("reason").iter_rows()
    ):
        sources.ledger.count_aside("participants", why, count)
    fits = best.filter(pl.col("reason") == "").select("spell", "joined")
    return spells.join(fits, on="spell", how="left").with_columns(pl.col("joined").fill_null(NEVER))


def _usable(sources: Sources) -> tuple[list[str], frozenset[str], dict[str, str]]:
    """The facts that may be used, those among them with gaps to be filled, and those barred.

    A fact that is blank for one in twenty or fewer is left to complete cases.
    """
    facts, barred = sources.workforce.facts, dict(sources.barred)
    usable = [name for name in sources.workforce.fact_names if name not in barred]
    gaps = {name for name in usable if facts[name].null_count() > OFTEN_BLANK * facts.height}
    return usable, frozenset(gaps), barred


def _with_facts(
    spells: pl.DataFrame, sources: Sources, usable: Sequence[str], gaps: Collection[str]
) -> pl.DataFrame:
    """One row for each stretch of a spell in which the facts hold; blank facts end the watching,
    but for those with gaps that are filled."""
    facts = sources.workforce.facts.select("person", _days("since").alias("known"), *usable)
    if whole := [name for name in usable if name not in gaps]:
        facts = facts.drop_nulls(whole)
    if not sources.workforce.dated:
        facts = facts.unique("person", keep="last", maintain_order=True).with_columns(
            pl.lit(0, dtype=pl.Int64).alias("known")
        )
    facts = facts.unique(["person", "known"], keep="last", maintain_order=True)
    if facts["person"].n_unique() < facts.height:
        facts = facts.sort("person", "known")
        after = pl.when(pl.col("person").shift(-1) == pl.col("person")).then(
            pl.col("known").shift(-1)
        )
        facts = facts.with_columns(after.fill_null(NEVER).alias("until_known"))
    else:
        facts = facts.with_columns(pl.lit(NEVER, dtype=pl.Int64).alias("until_known"))
    rows = spells.join(facts, on="person", how="inner")
    whole_end = pl.col("until")
    until = pl.min_horizontal("until", "until_known")
    rows = rows.with_columns(
        pl.max_horizontal("since", "known").alias("since"),
        until.alias("until"),
        (pl.col("gone") & (until == whole_end)).alias("gone"),
    )
    rows = rows.filter(pl.col("since") < pl.col("until"))
    return rows.sort("spell", "since")


def _eligible(rows: pl.DataFrame, plan: Plan, ledger: Ledger) -> pl.DataFrame:
    """Only stretches in which a person could have taken part by the rule of the plan."""
    before = rows.filter(pl.col("joined") < NEVER)["spell"].n_unique()
    for name, words in plan.eligible.items():
        if name in rows.columns:
            rows = rows.filter(pl.col(name).cast(pl.String).is_in(list(words)))
    if plan.least_tenure_days:
        since = pl.max_horizontal("since", pl.col("hired") + plan.least_tenure_days - 1)
        rows = rows.with_columns(since.alias("since")).filter(pl.col("since") < pl.col("until"))
    inside = (
        pl.col("joined") >= pl.col("since").min().over("spell") if plan.least_tenure_days else True
    )
    rows = rows.filter(inside) if plan.least_tenure_days else rows
    after = rows.filter(pl.col("joined") < NEVER)["spell"].n_unique()
    if before > after:
        ledger.count_aside("participants", "not_eligible", before - after)
    return rows


def _groups(rows: pl.DataFrame, exact: Sequence[str]) -> Whole:
    if not exact:
        return np.zeros(rows.height, dtype=np.int64)
    return rows.select(pl.struct(exact).rank("dense").cast(pl.Int64)).to_series().to_numpy()


def _matrix(rows: pl.DataFrame, names: Sequence[str]) -> tuple[Floats, tuple[Fact, ...]]:
    """The facts as numbers: age in years at the start, one column for each frequent word."""
    columns: list[pl.Expr] = []
    facts: list[Fact] = []
    known = fields_of("workforce")
    for name in names:
        if known[name].content is Content.DAY:
            columns.append((pl.col("since") - _days(name)) / YEAR)
            facts.append(Fact(name))
        elif known[name].content is Content.NUMBER:
            columns.append(pl.col(name))
            facts.append(Fact(name))
        else:
            for word in _frequent(rows[name]):
                columns.append(pl.col(name) == word)
                facts.append(Fact(name, word))
    if not columns:
        return np.zeros((rows.height, 0)), ()
    table = rows.select(
        column.cast(pl.Float64).alias(str(place)) for place, column in enumerate(columns)
    )
    return table.to_numpy(), tuple(facts)


def _frequent(column: pl.Series) -> list[str]:
    """The most frequent words but the first, which the others are compared with."""
    counts = column.value_counts().sort("count", column.name, descending=[True, False])
    return [str(word) for word in counts[column.name].head(MOST_WORDS).to_list()[1:]]
