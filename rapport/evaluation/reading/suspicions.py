"""Which facts may not be used to find similar colleagues, and why: one word each.

A fact that is blank for those who left and filled for those who stayed gives the outcome away.
"""

from collections.abc import Mapping
from types import MappingProxyType

import polars as pl

from rapport.evaluation.reading.fields import When, fields_of
from rapport.evaluation.reading.workforce import FILE, Workforce

BLANKED = 0.10
ENOUGH = 20
MOSTLY_BLANK = 0.4


def barred_facts(workforce: Workforce) -> Mapping[str, str]:
    """Fact name -> why it is barred: `as_of_today`, `blank_for_leavers`, `mostly_blank`, `alike`.

    Blank for leavers: among at least 20 people who left and 20 who stayed, the shares of blanks
    lie ten points or more apart.
    """
    latest = _latest(workforce)
    why = {name: _why(latest, name, workforce.dated) for name in workforce.fact_names}
    return MappingProxyType({name: reason for name, reason in why.items() if reason})


def _latest(workforce: Workforce) -> pl.DataFrame:
    """Each person's last known facts, and whether the person has left for good."""
    last = workforce.spells.sort("hired").unique("person", keep="last", maintain_order=True)
    facts = workforce.facts.unique("person", keep="last", maintain_order=True).drop("since", "row")
    return last.select("person", pl.col("left").is_not_null().alias("gone")).join(
        facts, on="person", how="left"
    )


def _why(latest: pl.DataFrame, name: str, dated: bool) -> str:
    field = fields_of(FILE)[name]
    if field.fact is When.ANY_TIME and not dated:
        return "as_of_today"
    blank = latest[name].is_null()
    gone, here = blank.filter(latest["gone"]), blank.filter(~latest["gone"])
    if min(gone.len(), here.len()) >= ENOUGH and abs(_share(gone) - _share(here)) >= BLANKED:
        return "blank_for_leavers"
    if _share(blank) > MOSTLY_BLANK:
        return "mostly_blank"
    return "alike" if latest[name].n_unique() < 2 else ""


def _share(yes: pl.Series) -> float:
    return float(yes.sum()) / yes.len() if yes.len() else 0.0
