"""Short ways from a made-up firm to what is said about it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import polars as pl

from rapport.evaluation.plan import Plan
from rapport.evaluation.reading.exits import Counted
from rapport.evaluation.reading.questions import Answers
from rapport.evaluation.reading.sources import read_sources
from rapport.evaluation.study.evaluation import Evaluation, evaluate
from rapport.evaluation.tests.simulated import ANSWERS, Firm, export
from rapport.evaluation.verdicts import Claim

PLAN = Plan(counted=Counted.MOST)
SMALL = Firm(people=1_500, participants=150)

type Change = Callable[[pl.DataFrame], pl.DataFrame]


def evaluated(firm: Firm, folder: Path, plan: Plan = PLAN) -> Evaluation:
    """The evaluation of what the firm exports."""
    return evaluate(read_sources(export(firm, folder), Answers(ANSWERS)), plan)


def main_claim(firm: Firm, folder: Path, plan: Plan = PLAN) -> Claim:
    return evaluated(firm, folder, plan).claims[0]


def after(change: Change, file: str, firm: Firm, folder: Path) -> Claim:
    """The main claim when one file was changed on its way."""
    paths = export(firm, folder)
    table = change(pl.read_csv(paths[file], infer_schema=False))
    table.write_csv(paths[file])
    return evaluate(read_sources(paths, Answers(ANSWERS)), PLAN).claims[0]


def seeded(firm: Firm, seed: int) -> Firm:
    return replace(firm, seed=seed)
