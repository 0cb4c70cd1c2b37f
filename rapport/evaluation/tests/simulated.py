"""Makes up a firm and a programme whose true effect is known, and exports both as files.

People leave at a constant rate that depends on an engagement nobody records (unless asked to), and
join only while they are employed: the immortal time that fools a naive comparison comes by itself.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import polars as pl

DEPARTMENTS = ("Sales", "IT", "Finance", "Production", "Service", "Research")
LEVELS = ("A", "B", "C", "D")
YEAR = 365.25
FIRST, EXPORT = date(2019, 1, 1), date(2023, 12, 31)


@dataclass(frozen=True)
class Firm:
    """What is true. `effect` multiplies the rate of leaving from the day of joining on.

    `selection` is how much more likely engaged people are to join, `bond` how much less likely
    they are to leave (both in logs, for one standard deviation). `promotion` is the yearly rate of
    a first promotion, `boost` multiplies it from joining on.
    """

    people: int = 4_000
    participants: int = 300
    leaving: float = 0.15
    effect: float = 1.0
    selection: float = 0.0
    bond: float = 0.0
    recorded: bool = False
    wave: float = 0.0
    blanked: bool = False
    dirty: bool = False
    lottery: bool = False
    promotion: float = 0.0
    boost: float = 1.0
    prefix: str = ""
    seed: int = 1


def export(firm: Firm, folder: Path) -> dict[str, Path]:
    """Write participants.csv and workforce.csv; the same firm gives the same bytes."""
    chance = np.random.default_rng(firm.seed)
    people = _people(firm, chance)
    people = _participants(firm, people, chance)
    people = _leavings(firm, people, chance)
    people = _promotions(firm, people, chance)
    paths = {name: folder / f"{name}.csv" for name in ("participants", "workforce")}
    workforce, participants = _workforce(firm, people), _joined(firm, people)
    if firm.dirty:
        workforce, participants = _dirtied(workforce, participants)
    workforce.write_csv(paths["workforce"], separator=";" if firm.dirty else ",")
    participants.write_csv(paths["participants"])
    return paths


def _people(firm: Firm, chance: np.random.Generator) -> pl.DataFrame:
    n = firm.people
    last = (EXPORT - FIRST).days
    engagement = chance.normal(size=n)
    department = chance.integers(len(DEPARTMENTS), size=n)
    level = chance.choice(len(LEVELS), size=n, p=[0.4, 0.3, 0.2, 0.1])
    rate = (
        firm.leaving
        / YEAR
        * np.exp(-firm.bond * engagement - 0.15 * level + 0.1 * (department == 0))
    )
    return pl.DataFrame(
        {
            "number": np.arange(1, n + 1),
            "hired": chance.integers(0, last, size=n),
            "born": chance.integers(-58 * 365, -20 * 365, size=n),
            "gender": chance.integers(2, size=n),
            "department": department,
            "level": level,
            "engagement": engagement,
            "rate": rate,
            "left": chance.exponential(size=n),
        }
    ).with_columns((pl.col("hired") + pl.col("left") / pl.col("rate")).alias("left"))


def _participants(firm: Firm, people: pl.DataFrame, chance: np.random.Generator) -> pl.DataFrame:
    """Those who are asked on a day of their own and are still there; the engaged say yes sooner."""
    n = people.height
    wish = firm.selection * people["engagement"].to_numpy() + chance.gumbel(size=n)
    day = people["hired"].to_numpy() + chance.exponential(scale=YEAR * 0.8, size=n) + 30
    there = (day < people["left"].to_numpy()) & (day < (EXPORT - FIRST).days - 30)
    wanted = firm.participants * (2 if firm.lottery else 1)
    order = np.argsort(np.where(there, -wish, np.inf), kind="stable")[:wanted]
    applied = np.zeros(n, dtype=bool)
    applied[order] = there[order]
    drawn = applied & (chance.random(n) < 0.5) if firm.lottery else applied
    return people.with_columns(
        pl.Series("applied", np.where(applied, np.floor(day), np.nan)).fill_nan(None),
        pl.Series("joined", np.where(drawn, np.floor(day), np.nan)).fill_nan(None),
        pl.Series("drawn", drawn),
    )


def _leavings(firm: Firm, people: pl.DataFrame, chance: np.random.Generator) -> pl.DataFrame:
    """From joining on the clock runs at another speed; a wave of redundancies comes on top."""
    joined = pl.col("joined")
    slowed = joined + (pl.col("left") - joined) / firm.effect
    left = pl.when(joined.is_not_null()).then(slowed).otherwise("left")
    people = people.with_columns(left.alias("left"), pl.lit("Resignation").alias("reason"))
    if not firm.wave:
        return people
    day = (date(2022, 6, 30) - FIRST).days
    hit = (chance.random(people.height) < firm.wave) & people["department"].is_in([0, 3]).to_numpy()
    there = pl.col("hired").lt(day) & pl.col("left").gt(day) & pl.Series(hit)
    return people.with_columns(
        pl.when(there).then(float(day)).otherwise("left").alias("left"),
        pl.when(there).then(pl.lit("Redundancy")).otherwise("reason").alias("reason"),
    )


def _promotions(firm: Firm, people: pl.DataFrame, chance: np.random.Generator) -> pl.DataFrame:
    """A first promotion at a constant rate, at another one from joining on, while still there."""
    if not firm.promotion:
        return people
    rate = firm.promotion / YEAR
    day = pl.Series("promoted", people["hired"] + chance.exponential(1 / rate, people.height))
    people = people.with_columns(day)
    joined, promoted = pl.col("joined"), pl.col("promoted")
    sooner = joined + (promoted - joined) / firm.boost
    promoted = pl.when(promoted > joined).then(sooner).otherwise(promoted)
    last = pl.min_horizontal("left", pl.lit((EXPORT - FIRST).days))
    return people.with_columns(pl.when(promoted < last).then(promoted).alias("promoted"))


def _day(name: str) -> pl.Expr:
    return (pl.lit(FIRST) + pl.duration(days=pl.col(name).floor().cast(pl.Int64))).alias(name)


def _person(firm: Firm) -> pl.Expr:
    number = pl.col("number").cast(pl.String).str.zfill(8)
    return (pl.lit(firm.prefix) + number).alias("employee_id")


def _workforce(firm: Firm, people: pl.DataFrame) -> pl.DataFrame:
    gone = pl.col("left") <= (EXPORT - FIRST).days
    names = {"department": DEPARTMENTS, "level": LEVELS, "gender": ("f", "m")}
    blank = gone if firm.blanked else pl.lit(value=False)
    words = [
        pl.when(blank & pl.lit(name != "gender"))
        .then(None)
        .otherwise(pl.col(name).replace_strict(dict(enumerate(options)), return_dtype=pl.String))
        .alias(name)
        for name, options in names.items()
    ]
    table = people.with_columns(
        _day("hired"),
        _day("born"),
        pl.when(gone).then(_day("left")).otherwise(None).alias("left"),
        pl.when(gone).then("reason").otherwise(None).alias("reason"),
        *words,
        _person(firm),
    )
    columns = ["employee_id", "hired", "left", "reason", "born", "gender", "department", "level"]
    table = table.with_columns(pl.col("engagement").round(2))
    if firm.promotion:
        table = table.with_columns(_day("promoted"))
    more = {"engagement": firm.recorded, "promoted": bool(firm.promotion)}
    return table.select(*columns, *(name for name, wanted in more.items() if wanted))


def _joined(firm: Firm, people: pl.DataFrame) -> pl.DataFrame:
    chosen = people.filter(pl.col("applied").is_not_null())
    return chosen.select(
        _person(firm),
        _day("applied"),
        pl.when("drawn").then(pl.lit("yes")).otherwise(pl.lit("no")).alias("drawn"),
        _day("joined"),
    ).select(
        "employee_id",
        "applied",
        *(["drawn"] if not chosen["drawn"].all() else []),
        "joined",
    )


def _dirtied(
    workforce: pl.DataFrame, participants: pl.DataFrame
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """German headers and days, “never” for those still here, repeats, nonsense, lost zeros."""
    german = {
        "employee_id": "Personalnummer",
        "hired": "Eintrittsdatum",
        "left": "Austrittsdatum",
        "reason": "Austrittsgrund",
        "born": "Geburtsdatum",
        "gender": "Geschlecht",
        "department": "Abteilung",
        "level": "Stufe",
    }
    days = [pl.col(name).dt.strftime("%d.%m.%Y") for name in ("hired", "left", "born")]
    workforce = workforce.with_columns(
        *days, pl.col("reason").replace({"Resignation": "Eigenkündigung"})
    ).with_columns(pl.col("left").fill_null("31.12.9999"))
    broken = workforce.head(5).with_columns(
        pl.lit("99999999").alias("employee_id"), pl.lit("bald").alias("hired")
    )
    workforce = pl.concat([workforce, workforce.head(7), broken])
    lost = pl.col("employee_id").str.strip_chars_start("0")
    return workforce.rename(german, strict=False), participants.with_columns(lost)


ANSWERS = {
    "leavers_since": "always",
    "export_day": EXPORT.isoformat(),
    "attributes": "then",
    "counted": "most",
}
FIRMS = {
    "nothing happens": Firm(),
    "true effect": Firm(effect=0.5),
    "hidden confounder": Firm(selection=1.0, bond=0.8),
    "recorded confounder": Firm(selection=0.5, bond=0.8, recorded=True),
    "tiny": Firm(people=400, participants=18),
    "leavers' fields blank": Firm(blanked=True),
    "redundancy wave": Firm(wave=0.3),
    "dirty": Firm(dirty=True),
    "lottery, nothing": Firm(lottery=True),
    "lottery, true effect": Firm(lottery=True, effect=0.5),
}
"""Firms whose truth is known, by name."""
