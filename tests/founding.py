"""An empty installation gets its organisation, its first person and a programme, over HTTP."""

from tests.installation import Installation
from tests.visitor import Visitor

COORDINATOR = "cora@example.org"
PASSWORD = "a long walk by the river"  # of nobody
MOUNT = "/o/harbour"


def found(installation: Installation) -> Visitor:
    """What a coordinator does in the first five minutes; signed in when it returns."""
    visitor = Visitor(installation.address)
    visitor.post(
        "/setup/",
        organisation="Harbour",
        slug="harbour",
        name="Cora Lindholm",
        email=COORDINATOR,
        password=PASSWORD,
        language="en",
        time_zone="Europe/London",
        code=(installation.var / "setup-code").read_text().strip(),
    )
    visitor.post(
        f"{MOUNT}/programmes/new/",
        name="Lighthouse",
        purpose="",
        term_months="9",
        rhythm_days="21",
        format="one_to_one",
        promise="confidential",
        intake_name="Autumn",
        starts_on="2026-12-01",
        ends_on="2027-09-01",
    )
    return visitor
