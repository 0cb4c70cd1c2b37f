"""How long the statistics take for a thousand to a million employees, beside other libraries.

Run from the root of the repository: python -m bench.bench_evaluation_engine [people ...]
Each figure comes from a process of its own: CPU seconds, seconds by the clock, and the largest
memory of the process, the data included. Other libraries get a minute of the processor.
"""

import json
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from bench.simulated_staff import YEAR, World, people
from rapport.evaluation.engine.arrays import Floats, Whole
from rapport.evaluation.engine.att import att_of_staying
from rapport.evaluation.engine.comparison import compare_retention
from rapport.evaluation.engine.cox import Design, cox
from rapport.evaluation.engine.incidence import incidence
from rapport.evaluation.engine.logrank import log_rank
from rapport.evaluation.engine.restricted import restricted_mean
from rapport.evaluation.engine.riskset import Terms, match
from rapport.evaluation.engine.spells import Spells
from rapport.evaluation.engine.staff import Rows, Staff, staff
from rapport.evaluation.engine.survival import kaplan_meier
from rapport.evaluation.engine.timing import NEVER, treatment_ratio

SIZES = (1_000, 100_000, 1_000_000)
FACTS = 6
WARM = 4_000
"""People in the firm on which each thing is done once before the clock starts, libraries loaded."""

PATIENCE = 60
"""CPU seconds that another library may take."""


@dataclass(frozen=True, slots=True)
class Firm:
    """Five years of a firm of a given size; one in twenty takes part."""

    of: Staff
    spells: Spells
    facts: Floats
    department: Whole


def firm(size: int) -> Firm:
    """The same firm every time."""
    random = np.random.default_rng(2026)
    made = people(World(size // 20, size - size // 20, wait=400, truncated=True), random)
    count = len(made.hired)
    department = random.integers(0, 40, count)
    facts = random.normal(size=(count, FACTS))
    rows = Rows(
        person=np.arange(count), since=np.maximum(made.hired, 0), until=made.leave, left=made.left,
        joined=made.joined, group=department, facts=facts, hired=made.hired,
    )  # fmt: skip
    of = staff(rows)
    tenure = Spells(of.since - of.hired, of.until - of.hired, of.gone)
    return Firm(of, tenure, of.facts, of.group)


def in_time(it: Firm) -> object:
    """Joining as a fact that changes with time, forty strata, errors clustered by person."""
    joined = np.where(it.of.joined < NEVER, it.of.joined - it.of.hired, NEVER)
    return treatment_ratio(it.spells, joined, it.facts, Design(strata=it.department))


def lifelines_curve(it: Firm) -> object:
    from lifelines import KaplanMeierFitter  # noqa: PLC0415

    return KaplanMeierFitter().fit(it.spells.leave, it.spells.left, entry=it.spells.entry)


def lifelines_cox(it: Firm, **more: object) -> object:
    import pandas as pd  # noqa: PLC0415
    from lifelines import CoxPHFitter  # noqa: PLC0415

    frame = pd.DataFrame(it.facts).assign(
        entry=it.spells.entry, leave=it.spells.leave, left=it.spells.left
    )
    return CoxPHFitter().fit(frame, "leave", "left", entry_col="entry", **more)


def statsmodels_cox(it: Firm) -> object:
    from statsmodels.duration.hazard_regression import PHReg  # noqa: PLC0415

    of = it.spells
    return PHReg(of.leave, it.facts, of.left, entry=of.entry + 0.5, ties="efron").fit()


OURS: Mapping[str, Callable[[Firm], object]] = MappingProxyType(
    {
        "curve": lambda it: kaplan_meier(it.spells),
        "log-rank of 40": lambda it: log_rank(it.spells, it.department),
        "restricted mean": lambda it: restricted_mean(it.spells, YEAR),
        "competing exits": lambda it: incidence(it.spells, it.spells.left * 1).at(1, YEAR),
        "Cox": lambda it: cox(it.spells, it.facts),
        "Cox, clustered": lambda it: cox(
            it.spells, it.facts, Design(cluster=np.arange(len(it.spells)))
        ),
        "Cox in time, 40 strata": in_time,
        "matching 5:1": lambda it: match(it.of),
        "matching, compared": lambda it: compare_retention(match(it.of), YEAR),
        "doubly robust": lambda it: att_of_staying(match(it.of, Terms(20, by_lot=True)), YEAR),
    }
)

THEIRS: Mapping[str, Callable[[Firm], object]] = MappingProxyType(
    {
        "lifelines: curve": lifelines_curve,
        "lifelines: Cox": lifelines_cox,
        "lifelines: Cox, robust": lambda it: lifelines_cox(it, robust=True),
        "statsmodels: Cox": statsmodels_cox,
    }
)


def measure(name: str, size: int) -> None:
    """Do one thing and print what it took."""
    it = firm(size)
    {**OURS, **THEIRS}[name](firm(WARM))
    if name in THEIRS:
        spent = int(time.process_time()) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (spent + PATIENCE, spent + PATIENCE))
    wall, cpu = time.perf_counter(), time.process_time()
    {**OURS, **THEIRS}[name](it)
    took = time.perf_counter() - wall, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps([*took, peak]))


def asked(name: str, size: int) -> str:
    """The figures of one thing in a process of its own."""
    command = [sys.executable, "-W", "ignore", "-m", "bench.bench_evaluation_engine"]
    found = subprocess.run(
        [*command, "--measure", name, str(size)], capture_output=True, check=False, text=True
    )
    if found.returncode == -signal.SIGXCPU:
        return f"more than {PATIENCE} s"
    if found.returncode != 0:
        return f"gave up: {found.stderr.strip().splitlines()[-1][:60]}"
    wall, cpu, peak = json.loads(found.stdout.splitlines()[-1])
    return f"{cpu:.2f} s ({wall:.2f} by the clock), {peak:.0f} MB"


def main() -> None:
    """All sizes, ours and theirs."""
    if "--measure" in sys.argv:
        measure(sys.argv[-2], int(sys.argv[-1]))
        return
    sizes = [int(size) for size in sys.argv[1:]] or list(SIZES)
    print("| |", " | ".join(f"{size:,}" for size in sizes), "|")
    print("|---|" + "---|" * len(sizes))
    for name in [*OURS, *THEIRS]:
        figures = " | ".join(asked(name, size) for size in sizes)
        print(f"| {name} | {figures} |", flush=True)


if __name__ == "__main__":
    main()
