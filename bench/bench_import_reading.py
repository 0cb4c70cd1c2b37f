"""How long an import of 5,000 rows and 27 columns takes to read, map and plan. It prints.

Run from the root of the repository: python -m bench.bench_import_reading
"""

import time
from collections.abc import Callable

from rapport.programmes.reading import (
    KnownPerson,
    plan_import,
    read_table,
    suggest_mapping,
    to_json,
)
from rapport.programmes.reading.tests import making

PEOPLE = 5_000


def timed[T](what: str, work: Callable[[], T]) -> T:
    start = time.perf_counter()
    result = work()
    print(f"{what:<34}{(time.perf_counter() - start) * 1000:>8.0f} ms")
    return result


def main() -> None:
    rows = making.like_a_form(PEOPLE)
    workbook = making.long_xlsx(rows)
    text = making.text(rows).encode()
    print(f"{PEOPLE:,} rows; XLSX {len(workbook) // 1024} kB, CSV {len(text) // 1024} kB")
    table = timed("read XLSX", lambda: read_table("a.xlsx", workbook))
    timed("read CSV", lambda: read_table("a.csv", text))
    mapping = timed("suggest a mapping", lambda: suggest_mapping(table))
    plan = timed("plan a first import", lambda: plan_import(table, mapping))
    known = [KnownPerson(str(r.number), r.sign_up) for r in plan.to_store() if r.sign_up]
    timed("plan the same import again", lambda: plan_import(table, mapping, known))
    timed("plan as JSON", lambda: to_json(plan))


if __name__ == "__main__":
    main()
