"""Data sets whose answers are published, read from the packages that carry them."""

from pathlib import Path

import lifelines.datasets
import numpy as np
import pandas as pd

from rapport.evaluation.engine.arrays import Floats, Whole
from rapport.evaluation.engine.spells import Spells, spells

FOLDER = Path(lifelines.datasets.__file__).parent


def leukaemia() -> tuple[Spells, Whole]:
    """Freireich 1963: weeks in remission; 1 is 6-MP, 0 the control (MASS `gehan`)."""
    text = (FOLDER / "gehan.dat").read_text()
    rows = np.array([line.split() for line in text.splitlines() if line.strip()], dtype=np.int64)
    return spells(rows[:, 1], rows[:, 2] == 1), (rows[:, 0] == 2).astype(np.int64)


def rossi() -> tuple[Spells, Floats, tuple[str, ...]]:
    """Rossi, Berk & Lenihan 1980: weeks to arrest after release, with seven facts."""
    frame = pd.read_csv(FOLDER / "rossi.csv")
    names = ("fin", "age", "race", "wexp", "mar", "paro", "prio")
    facts = frame[list(names)].to_numpy(dtype=np.float64)
    return spells(frame["week"].to_numpy(), frame["arrest"].to_numpy() == 1), facts, names


def lung() -> tuple[Spells, "pd.DataFrame"]:
    """NCCTG lung cancer (R survival `lung`): days, with sex 1 and 2."""
    frame = lifelines.datasets.load_lung()
    return spells(frame["time"].to_numpy(), frame["status"].to_numpy() == 1), frame


def invented(
    seed: int, people: int, *, entries: bool = False, last: int = 60
) -> tuple[Spells, Floats]:
    """Random spells with ties, censoring and three facts."""
    rng = np.random.default_rng(seed)
    facts = np.column_stack([rng.random(people) < 0.4, rng.normal(size=(people, 2))])
    pace = np.exp(0.5 * facts[:, 0] - 0.4 * facts[:, 1]) / 40
    leave = np.ceil(rng.exponential(1 / pace)).astype(np.int64)
    entry = rng.integers(0, 20, people) if entries else np.zeros(people, dtype=np.int64)
    watched = np.minimum(entry + leave, last)
    return spells(watched, entry + leave <= last, entry), facts
