"""All numbers of a report as JSON and CSV, for scripts: what, how many, how sure, and in words.

A figure that is hidden on the page is hidden here, with the same reason. Shares lie from 0 to 1.
Whoever holds the files herself may have exact numbers; all others get people to the nearest five
and no more digits of a share than the page has, or a fraction would tell what it is made of.
"""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from rapport.domain.findings import LEAST, Hidden, Shown, Unit, Why, coarse, is_small
from rapport.evaluation.reading.ledger import Ledger
from rapport.evaluation.report.pages.method import VERSION, reason_said
from rapport.evaluation.report.skill_numbers import skill_lines, skills_found
from rapport.evaluation.study.evaluation import Evaluation
from rapport.evaluation.study.money import WhyNot
from rapport.evaluation.verdicts import Claim
from rapport.evaluation.verdicts.wording import sentence_of
from rapport.evaluation.words import Voice

DIGITS = 6
FEW_DIGITS = {Unit.SHARE: 2, Unit.DIFFERENCE: 3}
FORMAT = "rapport-findings/1"


type Show = Callable[[Shown], dict[str, Any]]


def findings_of(evaluation: Evaluation, voice: Voice, *, rows: bool = True) -> dict[str, Any]:
    """Everything the report says, as plain values in a fixed order.

    With `rows` numbers are exact and the ledger names the rows that were set aside, for whoever
    corrects the file.
    """
    show = _exact if rows else _pooled
    window = evaluation.sources.workforce.window
    return {
        "format": FORMAT,
        "methods": VERSION,
        "language": voice.language,
        "plan": _plan(evaluation),
        "window": {
            "leavers_since": window.leavers_since.isoformat() if window.leavers_since else None,
            "export_day": window.export_day.isoformat(),
        },
        "flow": {name: show(one) for name, one in vars(evaluation.flow).items()},
        "findings": [_claim(claim, voice, show) for claim in evaluation.claims],
        "methods_beside": _beside(evaluation, show),
        "control": show(evaluation.control),
        "pretended_joining": show(evaluation.pretended),
        "sensitivity": _sensitivity(evaluation, show),
        "ways_of_leaving": [
            {"way": way.name, "participants": show(way.joined), "comparison": show(way.others)}
            for way in evaluation.ways
        ],
        "skills": skills_found(evaluation.skills, voice.language),
        "filled": {"facts": list(evaluation.staffed.filled), "times": _times(evaluation)},
        "balance": _balance(evaluation),
        "barred": dict(sorted(evaluation.staffed.barred.items())),
        "money": _money(evaluation, show),
        "ledger": _ledger(evaluation, voice, rows=rows),
        "notes": [voice.note(note) for note in evaluation.sources.ledger.notes],
        "answers": dict(sorted(evaluation.sources.answers.used.items())),
    }


def _plan(evaluation: Evaluation) -> dict[str, Any]:
    plan = evaluation.plan
    return {
        "hash": plan.hash or None,
        "locked_at": plan.lock.at if plan.lock else None,
        "primary": list(plan.primary),
        "months": list(plan.months),
        "counted": evaluation.staffed.counted,
        "seed": plan.seed,
    }


def as_json(evaluation: Evaluation, voice: Voice, *, rows: bool = True) -> str:
    """The findings as indented JSON with a final line end."""
    found = findings_of(evaluation, voice, rows=rows)
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def as_csv(evaluation: Evaluation, voice: Voice, *, rows: bool = True) -> str:
    """One line for each figure: name, part, value, low, high, n, method, grade, why hidden."""
    show = _exact if rows else _pooled
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["finding", "part", "value", "low", "high", "n", "method", "grade", "hidden"])
    for claim in evaluation.claims:
        parts = {"difference": claim.difference, "ours": claim.ours, "theirs": claim.theirs}
        for part, one in parts.items():
            figure = show(one)
            cells = [figure.get(key, "") for key in ("value", "low", "high", "n", "method")]
            writer.writerow([claim.name, part, *cells, claim.grade, figure.get("hidden", "")])
    writer.writerows(skill_lines(evaluation.skills))
    return out.getvalue()


def _pooled(shown: Shown) -> dict[str, Any]:
    """A figure for everybody: people to the nearest five, shares as far as a page shows them."""
    if isinstance(shown, Hidden):
        return _exact(shown)
    told = _teller(shown.unit)
    low, value, high = (told(end) for end in (shown.low, shown.value, shown.high))
    return _exact(replace(shown, value=value, low=low, high=high, n=coarse(shown.n)))


def _teller(unit: Unit) -> Callable[[float], float]:
    """How a number of this unit is told to everybody."""
    if unit is Unit.PEOPLE:
        return coarse
    digits = FEW_DIGITS.get(unit, DIGITS)
    return lambda number: round(number, digits)


def _exact(shown: Shown) -> dict[str, Any]:
    if isinstance(shown, Hidden):
        return {"hidden": shown.why.value}
    return {
        "value": _rounded(shown.value),
        "low": _rounded(shown.low),
        "high": _rounded(shown.high),
        "n": shown.n,
        "unit": shown.unit.value,
        "level": shown.level,
        "method": shown.method,
    }


def _rounded(number: float) -> float:
    return round(float(number), DIGITS)


def _claim(claim: Claim, voice: Voice, show: Show) -> dict[str, Any]:
    figure = show(claim.difference)
    people = claim.people if show is _exact else coarse(claim.people)
    return {
        "name": claim.name,
        "outcome": claim.outcome.value,
        "months": claim.months or None,
        "primary": claim.primary,
        "estimate": figure.get("value"),
        "interval": [figure["low"], figure["high"]] if "low" in figure else None,
        "n": figure.get("n", people if claim.people >= LEAST else None),
        "method": figure.get("method"),
        "hidden": figure.get("hidden"),
        "grade": claim.grade.value,
        "situation": claim.situation.value,
        "sentence": sentence_of(claim, voice),
        "participants": show(claim.ours),
        "comparison": show(claim.theirs),
        "checks": {check.name: check.passed for check in claim.checks},
    }


def _beside(evaluation: Evaluation, show: Show) -> list[dict[str, Any]]:
    found = evaluation.retention
    names = ("difference", "in_time", "weighted", "stayed")
    horizons = found.horizons if found else ()
    return [
        {"months": one.months, **{name: show(getattr(one, name)) for name in names}}
        for one in horizons
    ]


def _balance(evaluation: Evaluation) -> list[dict[str, Any]]:
    if evaluation.retention is None:
        return []
    before, after = evaluation.retention.before, evaluation.retention.after
    return [
        {"fact": new.name, "before": _finite(old.difference), "after": _finite(new.difference)}
        for old, new in zip(before.rows, after.rows, strict=True)
    ]


def _times(evaluation: Evaluation) -> int:
    return len(evaluation.staffed.fillings) if evaluation.staffed.filled else 0


def _sensitivity(evaluation: Evaluation, show: Show) -> dict[str, Any] | None:
    found = evaluation.sensitivity
    if found is None:
        return None
    return {
        "gamma": None if found.gamma is None else _rounded(found.gamma),
        "silent": show(found.silent),
        "tip": None if found.tip is None else round(found.tip, 2),
    }


def _finite(number: float) -> float | None:
    return _rounded(number) if abs(number) < 1e9 else None


def _money(evaluation: Evaluation, show: Show) -> dict[str, Any]:
    worth = evaluation.worth
    if isinstance(worth, WhyNot):
        return {"hidden": worth.value}
    return {"return": show(worth.net), "chance": _rounded(worth.chance)}


def _ledger(evaluation: Evaluation, voice: Voice, *, rows: bool) -> dict[str, Any]:
    ledger = evaluation.sources.ledger
    if rows:
        return {
            file: {"read": read, "set_aside": _named_rows(ledger, file, voice)}
            for file, read in ledger.read.items()
        }
    return {
        file: {
            "read": coarse(read),
            "set_aside": [
                {"reason": reason, "sentence": reason_said(reason, voice)}
                | ({"hidden": Why.FEW.value} if is_small(count) else {"count": coarse(count)})
                for reason, count in sorted(ledger.reasons(file).items())
            ],
        }
        for file, read in ledger.read.items()
    }


def _named_rows(ledger: Ledger, file: str, voice: Voice) -> list[dict[str, Any]]:
    return [
        {
            "reason": entry.reason,
            "sentence": reason_said(entry.reason, voice),
            "count": entry.count,
            "rows": list(entry.rows),
        }
        for entry in ledger.entries
        if entry.file == file
    ]
