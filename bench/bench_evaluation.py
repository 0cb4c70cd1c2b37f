"""How long `rapport evaluate` takes from raw files to the report, and how much memory. It prints.

Each size runs in a process of its own, as the command does, so that its memory is its own.
Targets: 1,000,000 employees in 40 s and 1.2 GB, 100,000 in 5 s.

Run from the root of the repository: python -m bench.bench_evaluation [employees …]
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rapport.evaluation.command.evaluate import main as evaluate
from rapport.evaluation.tests.simulated import ANSWERS, Firm, export

SIZES = (5_000, 100_000, 1_000_000)
TARGETS = {5_000: (2.0, 400), 100_000: (5.0, 600), 1_000_000: (40.0, 1_200)}
PLAN = '[retention]\ncounted = "most"\n[answers]\n'


def one(employees: int) -> None:
    """Made and measured inside the process that is measured."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run(
            [sys.executable, "-m", "bench.bench_evaluation", "make", str(employees), name],
            check=True,
        )
        answers = "".join(f'"{key}" = "{value}"\n' for key, value in ANSWERS.items())
        (folder / "plan.toml").write_text(PLAN + answers)
        names = {
            "participants": "participants.csv",
            "workforce": "workforce.csv",
            "plan": "plan.toml",
        }
        outputs = {"out": "report.pdf", "json": "findings.json"}
        start, worked = time.perf_counter(), time.process_time()
        evaluate(
            [x for key, file in (names | outputs).items() for x in (f"--{key}", str(folder / file))]
        )
        seconds, worked = time.perf_counter() - start, time.process_time() - worked
        size = (folder / "workforce.csv").stat().st_size / 2**20
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    most, room = TARGETS.get(employees, (float("inf"), float("inf")))
    verdict = "ok" if seconds <= most and memory <= room else "TOO MUCH"
    others = os.getloadavg()[0] > 1.5 * (os.cpu_count() or 1)
    print(
        f"{employees:>9,} employees {size:>6.0f} MB {seconds:>7.1f} s ({worked:.1f} s of work) "
        f"{memory:>6.0f} MB  {verdict}{', but others work here too' if others else ''}"
    )


def main(arguments: list[str]) -> None:
    if arguments[:1] == ["make"]:
        employees, folder = int(arguments[1]), Path(arguments[2])
        export(Firm(people=employees, participants=employees // 20, effect=0.8), folder)
    elif arguments[:1] == ["one"]:
        one(int(arguments[1]))
    else:
        for employees in map(int, arguments or SIZES):
            command = [sys.executable, "-m", "bench.bench_evaluation", "one", str(employees)]
            subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    main(sys.argv[1:])
