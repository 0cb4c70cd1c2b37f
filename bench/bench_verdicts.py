"""How often the report says what is true, from raw files to the sentence. It prints.

Each row is a made-up firm with a known truth, evaluated many times with other seeds. A programme
that does nothing must leave “do not show” in at least 93 of 100 reports.

Run from the root of the repository: python -m bench.bench_verdicts [reports of each]
"""

import sys
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

from rapport.evaluation.plan import Plan
from rapport.evaluation.reading.exits import Counted
from rapport.evaluation.reading.questions import Answers
from rapport.evaluation.reading.sources import read_sources
from rapport.evaluation.study.evaluation import evaluate
from rapport.evaluation.tests.simulated import ANSWERS, FIRMS, Firm, export
from rapport.evaluation.verdicts import Situation

LEAST = 0.93


def situations(firm: Firm, reports: int) -> Counter[Situation]:
    """What the first claim about staying says, over many seeds."""
    plan = Plan(counted=Counted.MOST)
    found: Counter[Situation] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(reports):
            paths = export(replace(firm, seed=1_000 + seed), Path(folder))
            claims = evaluate(read_sources(paths, Answers(ANSWERS)), plan).claims
            found[claims[0].situation] += 1
    return found


def main() -> None:
    reports = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    names = list(Situation)
    print(f"{reports} reports each, shares of 100")
    print(f"{'firm':<22}" + "".join(f"{name:>10}" for name in names) + "   do not show")
    for name, firm in FIRMS.items():
        found = situations(firm, reports)
        shows = found[Situation.BETTER] + found[Situation.WORSE]
        silent = 1 - shows / reports
        cells = "".join(f"{100 * found[one] / reports:>10.1f}" for one in names)
        print(f"{name:<22}{cells}{100 * silent:>14.1f}", flush=True)


if __name__ == "__main__":
    main()
