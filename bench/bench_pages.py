"""How long the pages of the journey take on the demonstration data, and how heavy they are.

Prints, for each page, the median and the slowest of 40 requests in ms over HTTP on this machine,
and the bytes of the page. As many requests go before and are not counted: a server that has run
for a while has its questions prepared on all its connections. Nearly all of it is work of Python,
so the interpreter stands on top: one compiled without profiles takes almost twice as long.
"""

import re
import statistics
import sys
import tempfile
import time
from pathlib import Path

from tests.installation import Installation
from tests.visitor import Visitor

TIMES = 40
MOUNT = "/o/harbour"
PASSWORD = "a quiet room with two chairs"  # noqa: S105  # of the demonstration
RELATIONSHIP = re.compile(r'href="(/o/harbour/relationships/[a-z0-9]+/)"')

PAIR_PAGES = ("", "values/", "agreement/", "meetings/", "goals/", "steps/", "moves/", "ending/")
PEOPLE = {
    "mentee": "person054@demo.example",
    "coordinator": "cora@demo.example",
}
COORDINATOR_PAGES = (
    "/desk/",
    "/programmes/",
    "/programmes/lighthouse/",
    "/programmes/lighthouse/intakes/autumn/",
    "/programmes/lighthouse/intakes/autumn/pairs/",
    "/programmes/lighthouse/intakes/autumn/import/",
    "/members/",
)


def measure(visitor: Visitor, path: str) -> str:
    """One line of the table."""
    times = []
    for _ in range(TIMES):
        visitor.get(path)
    for _ in range(TIMES):
        begin = time.perf_counter()
        page = visitor.get(path)
        times.append((time.perf_counter() - begin) * 1000)
    size = len(page.encode())
    return f"{statistics.median(times):8.1f} {max(times):8.1f} {size:9,}  {path}"


def signed_in(installation: Installation, email: str) -> Visitor:
    visitor = Visitor(installation.address)
    visitor.sign_in(email, PASSWORD)
    return visitor


def main() -> None:
    print(f"Python {sys.version}")
    with tempfile.TemporaryDirectory() as folder:
        installation = Installation(Path(folder), demo=True)
        begin = time.perf_counter()
        installation.start(within=300)
        print(f"first start with demonstration  {time.perf_counter() - begin:6.1f} s")
        installation.stop()
        begin = time.perf_counter()
        installation.start()
        print(f"second start                    {time.perf_counter() - begin:6.1f} s\n")
        print("  median  slowest     bytes")
        mentee = signed_in(installation, PEOPLE["mentee"])
        found = RELATIONSHIP.search(mentee.get(f"{MOUNT}/"))
        pages = [f"{MOUNT}/", *(f"{found[1]}{page}" for page in PAIR_PAGES if found)]
        for path in pages:
            print(measure(mentee, path))
        coordinator = signed_in(installation, PEOPLE["coordinator"])
        for path in COORDINATOR_PAGES:
            print(measure(coordinator, f"{MOUNT}{path}"))
        installation.kill_all()


if __name__ == "__main__":
    main()
