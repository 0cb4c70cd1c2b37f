"""Who was employed from when to when, how it ended, and what was known about them and since when.

Takes one row for each person, for each employment, or for each change; gives spells and facts.
"""

from dataclasses import dataclass
from datetime import date

import polars as pl

from rapport.evaluation.reading.exits import Counted, Exit, exit_of, is_gone
from rapport.evaluation.reading.fields import When, fields_of
from rapport.evaluation.reading.ledger import Ledger
from rapport.evaluation.reading.questions import Answers, Kind, Question
from rapport.evaluation.reading.window import Window
from rapport.evaluation.words import Note

FILE = "workforce"
SAME_SPELL_DAYS = 30
FAR = date(9999, 12, 31)
LIFT = 10_000_000  # more days than there are to the year 9999
ASKED_REASONS = 12


@dataclass(frozen=True)
class Workforce:
    """`spells`: person, hired, left, exit. `facts`: person, since and one column for each fact.

    `promotions`: person and promoted, the days of promotion that the file knows. `dated` says
    whether facts hold from `since` on; otherwise they are as of the export.
    """

    spells: pl.DataFrame
    facts: pl.DataFrame
    window: Window
    dated: bool
    promotions: pl.DataFrame

    @property
    def fact_names(self) -> tuple[str, ...]:
        return tuple(name for name in self.facts.columns if name not in {"person", "since", "row"})


def workforce_of(
    frame: pl.DataFrame, window: Window, answers: Answers, ledger: Ledger
) -> Workforce:
    """The people of one export, cleaned; `frame` has days, numbers and persons already read."""
    _note_choices(frame, ledger)
    frame = _complete(frame)
    per_change = _is_per_change(frame)
    frame = _without_repeats(frame, ledger)
    kinds = _exits(frame, answers, ledger)
    rows = _employments_of_changes(frame, kinds) if per_change else _employments(frame, kinds)
    rows = _possible(rows, window, ledger)
    spells = merged(rows)
    told = frame.height - rows.height if per_change else 0
    if told:
        ledger.note("note_per_change", n=frame.height, people=spells["person"].n_unique())
    since = pl.col("changed") if per_change else pl.col("hired")
    facts = _facts(frame, since)
    dated = per_change or _as_of_then(facts, answers)
    return Workforce(spells, facts, window, dated, _promotions(frame))


def _note_choices(frame: pl.DataFrame, ledger: Ledger) -> None:
    """Say which of several days and changes was used, where a file has more than one."""
    there = {name for name in frame.columns if frame[name].is_not_null().any()}
    notes = (
        ("note_entered", "entered" in there),
        ("note_notice", "notice" in there),
        ("note_adjusted", "first_hired" in there),
        ("note_employer", "employer" in there and frame["employer"].n_unique() > 1),
    )
    for key, happens in notes:
        if happens:
            ledger.note(key)


def _complete(frame: pl.DataFrame) -> pl.DataFrame:
    """Every column that spells are made of, blank where the file has none; one day of hiring."""
    wanted = {"hired": pl.Date, "left": pl.Date, "first_hired": pl.Date, "rehired": pl.Date}
    words = {"reason": pl.String, "status": pl.String}
    missing = {**wanted, **words, "changed": pl.Date, "notice": pl.Date}
    frame = frame.with_columns(
        pl.lit(None, dtype=dtype).alias(name)
        for name, dtype in missing.items()
        if name not in frame.columns
    )
    return frame.with_columns(
        pl.coalesce("hired", "first_hired").alias("hired"),
        pl.coalesce("left", "notice").alias("left"),
    )


def _is_per_change(frame: pl.DataFrame) -> bool:
    changed = frame["changed"]
    return changed.null_count() < frame.height / 2 and frame["person"].n_unique() < frame.height


def _without_repeats(frame: pl.DataFrame, ledger: Ledger) -> pl.DataFrame:
    """Rows that say word for word what another row says."""
    columns = [name for name in frame.columns if name != "row"]
    first = frame.select(pl.struct(columns).is_first_distinct()).to_series()
    ledger.set_aside(FILE, "repeated", frame["row"].filter(~first).to_list())
    return frame.filter(first)


def _exits(frame: pl.DataFrame, answers: Answers, ledger: Ledger) -> dict[str, Exit]:
    """Each reason word's kind of exit; the frequent ones that nobody knows are asked about."""
    reasons = (
        frame["reason"]
        .drop_nulls()
        .value_counts(sort=True)
        .sort("count", "reason", descending=[True, False])
    )
    kinds: dict[str, Exit] = {}
    asked = 0
    for word in reasons["reason"].to_list():
        known = None if f"exit_{word}" in answers.given else exit_of(word)
        if known is None and asked < ASKED_REASONS:
            asked += 1
            known = Exit(answers.take(_about_reason(word)))
        kinds[word] = known or Exit.UNKNOWN
    if not kinds:
        ledger.note("note_no_reasons")
    return kinds


def _about_reason(word: str) -> Question:
    return Question(
        f"exit_{word}",
        Kind.CHOICE,
        Note.of("question_exit", word=word),
        until=Exit.UNKNOWN.value,
        options=tuple(Exit),
    )


def _kind(kinds: dict[str, Exit]) -> pl.Expr:
    if not kinds:
        return pl.lit(Exit.UNKNOWN.value)
    names = {word: kind.value for word, kind in kinds.items()}
    return pl.col("reason").replace_strict(
        names, default=Exit.UNKNOWN.value, return_dtype=pl.String
    )


def _gone(frame: pl.DataFrame) -> pl.Expr:
    words = [w for w in frame["status"].drop_nulls().unique().to_list() if is_gone(w)]
    return pl.col("status").is_in(words).fill_null(value=False)


def _employments(frame: pl.DataFrame, kinds: dict[str, Exit]) -> pl.DataFrame:
    """One row for each stay that a row tells of; a rehiring date tells of two."""
    rows = frame.select(
        "row",
        "person",
        "hired",
        "left",
        "rehired",
        _kind(kinds).alias("exit"),
        (_gone(frame) & pl.col("left").is_null()).alias("undated"),
    )
    again = pl.col("rehired").is_not_null() & (pl.col("rehired") > pl.col("hired"))
    earlier = again & (pl.col("left") < pl.col("rehired"))
    before = rows.filter(earlier)
    after = rows.with_columns(
        pl.when(again).then("rehired").otherwise("hired").alias("hired"),
        pl.when(earlier).then(None).otherwise("left").alias("left"),
    )
    return pl.concat([before, after]).drop("rehired")


def _employments_of_changes(frame: pl.DataFrame, kinds: dict[str, Exit]) -> pl.DataFrame:
    """One row for each person and day of hiring; the latest row says how it ended."""
    ended = pl.when(_gone(frame)).then("changed")
    ordered = frame.sort("person", "changed", "row")
    first = pl.coalesce("hired", pl.col("changed").min().over("person"))
    left = pl.coalesce("left", ended)
    ordered = ordered.with_columns(
        first.alias("hired"), left.alias("left"), _kind(kinds).alias("exit")
    )
    keys = ["person", "hired"]
    begun = ordered.unique(keys, keep="first", maintain_order=True).select("row", *keys)
    closed = ordered.filter(pl.col("left").is_not_null())
    closed = closed.unique(keys, keep="last", maintain_order=True).select(*keys, "left", "exit")
    rows = begun.join(closed, on=keys, how="left", nulls_equal=True)
    return rows.with_columns(pl.lit(value=False).alias("undated"))


def _possible(rows: pl.DataFrame, window: Window, ledger: Ledger) -> pl.DataFrame:
    """Without what cannot be: no beginning, an end before it, an end that nobody dated."""
    export = pl.lit(window.export_day)
    checks = (
        ("no_hired", pl.col("hired").is_null()),
        ("undated_exit", pl.col("undated")),
        ("left_before_hired", pl.col("left") < pl.col("hired")),
        ("hired_later", pl.col("hired") > export),
    )
    for reason, where in checks:
        rows = ledger.set_aside_where(rows, reason, where, file=FILE)
    announced = int((rows["left"] > window.export_day).sum())
    if announced:
        ledger.note("note_announced", n=announced)
    still = pl.col("left").is_null() | (pl.col("left") > export)
    rows = rows.with_columns(
        pl.when(still).then(None).otherwise("left").alias("left"),
        pl.when(still).then(None).otherwise("exit").alias("exit"),
    )
    if window.leavers_since is not None:
        early = pl.col("left") < pl.lit(window.leavers_since)
        rows = ledger.set_aside_where(rows, "left_before_window", early, file=FILE)
    return rows


def merged(rows: pl.DataFrame) -> pl.DataFrame:
    """Stays of one person that overlap or lie less than 30 days apart become one spell."""
    rows = rows.sort("person", "hired", "left", "row", nulls_last=True)
    rows = rows.with_columns(pl.col("left").fill_null(pl.lit(FAR)).alias("end"))
    rows = rows.with_columns(_begins().cum_sum().alias("spell"))
    first = rows.unique("spell", keep="first", maintain_order=True)
    last = rows.sort("spell", "end").unique("spell", keep="last", maintain_order=True)
    left = pl.when(pl.col("end") == pl.lit(FAR)).then(None).otherwise("end").alias("left")
    return first.select("person", "hired").hstack(last.select(left, "exit"))


def _begins() -> pl.Expr:
    """Whether a row begins a spell: another person, or thirty days after all that came before.

    The days of each person are lifted above those of the one before, so that one running maximum
    serves all: a window for each of a million people takes minutes.
    """
    another = (pl.col("person") != pl.col("person").shift(1)).fill_null(value=True)
    lift = another.cum_sum().cast(pl.Int64) * LIFT
    end = pl.col("end").cast(pl.Int32).cast(pl.Int64) + lift
    furthest = end.cum_max().shift(1) - lift
    gap = pl.col("hired").cast(pl.Int32).cast(pl.Int64) - furthest
    return another | (gap >= SAME_SPELL_DAYS)


def _facts(frame: pl.DataFrame, since: pl.Expr) -> pl.DataFrame:
    names = [name for name, field in fields_of(FILE).items() if field.fact]
    there = [name for name in names if name in frame.columns]
    facts = frame.select("person", since.alias("since"), "row", *there)
    if "birth_year" in there:
        born = pl.date(pl.col("birth_year").cast(pl.Int32), 7, 1)
        known = pl.coalesce("born", born) if "born" in there else born
        facts = facts.with_columns(known.alias("born")).drop("birth_year")
    return facts.filter(pl.col("since").is_not_null()).sort("since", "row")


def counted_of(workforce: Workforce, answers: Answers) -> Counted:
    """Which exits count as leaving: asked, unless no reason is known; then every one."""
    known = workforce.spells["exit"].drop_nulls()
    asked = any(name.startswith("exit_") for name in answers.open)
    if not asked and not (known != Exit.UNKNOWN.value).any():
        return Counted.EVERY
    question = Question(
        "counted",
        Kind.CHOICE,
        Note.of("question_counted"),
        until=Counted.MOST.value,
        options=tuple(Counted),
    )
    return Counted(answers.take(question))


def _promotions(frame: pl.DataFrame) -> pl.DataFrame:
    if "promoted" not in frame.columns:
        frame = frame.with_columns(pl.lit(None, dtype=pl.Date).alias("promoted"))
    return frame.select("person", "promoted").drop_nulls().unique().sort("promoted", "person")


def _as_of_then(facts: pl.DataFrame, answers: Answers) -> bool:
    """Whether changeable facts of a file with one row a person are those of the beginning."""
    known = fields_of(FILE)
    loose = [name for name in facts.columns if name in known and known[name].fact is When.ANY_TIME]
    if not loose:
        return False
    question = Question(
        "attributes",
        Kind.CHOICE,
        Note.of("question_attributes", fields=", ".join(loose)),
        until="today",
        options=("then", "today"),
    )
    return answers.take(question) == "then"
