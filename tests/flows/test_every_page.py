"""No text is clipped, on every page there is: in German, in made-up Arabic, 320 pixels wide.

The pages are found as a reader finds them: from the start, link by link, each route once.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve

from tests.flows.conftest import Readers
from tests.flows.preparing import prepare
from tests.flows.reader import LANGUAGES, Reader
from tools.pictures import MOUNT

pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.xdist_group("browser")]

# Where colours, names and structure are looked at as well; they do not depend on the language.
LOOKED_AT_CLOSELY = "en"
WIDTHS = {"en": (320, 390, 1440), "de": (320, 1440), "ar": (320, 1440)}
# How many routes each role finds at the least; fewer means that a link has gone.
ROLES = {
    "mentee": 70,
    "mentor": 70,
    "mentee, winding up": 70,
    "mentee, closed": 50,
    "coordinator": 60,
}
# What is a file and not a page.
FILES = {
    "agreement_document",
    "baseline_sheet",
    "certificate",
    "document_certificate",
    "evaluation_report_copy",
    "meeting_calendar",
    "programme_agreement",
    "record_copy",
    "reflection_calendar",
}
SEEDS = ("/", "/news/", "/profile/", "/kept/", "/keys/", "/spaces/", "/desk/", "/programmes/")
LINKS = "els => els.map(el => el.pathname).filter(path => path.startsWith('/'))"


def route_of(path: str) -> str:
    """The name of the route; "" for what is no page of ours."""
    try:
        return resolve(path.removeprefix(MOUNT)).url_name or ""
    except Resolver404:
        return ""


@pytest.fixture(scope="module")
def seeds(readers: Readers) -> list[str]:
    """Where every walk begins, once there is something of everything."""
    prepared = prepare(readers("coordinator").page)
    return [*(MOUNT + path for path in SEEDS), *(urlsplit(each).path for each in prepared)]


def routes(reader: Reader, seeds: Iterable[str]) -> Iterator[str]:
    """The name of every route she can come to by links; its page is open meanwhile."""
    waiting, seen = deque(seeds), {"account_logout"} | FILES
    while waiting:
        path = waiting.popleft()
        name = route_of(path)
        if not name or name in seen:
            continue
        seen.add(name)
        # Not found is fine for a seed that the role has no door to.
        if reader.open(path):
            waiting += reader.page.eval_on_selector_all("a[href]", LINKS)
            yield name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ROLES)
def test_no_text_is_clipped(role: str, language: str, readers: Readers, seeds: list[str]) -> None:
    reader = readers(role)
    reader.speak(language)
    closely = language == LOOKED_AT_CLOSELY
    count, faults = 0, []
    for _name in routes(reader, seeds):
        count += 1
        faults += reader.faults(WIDTHS[language], closely=closely)
    assert faults == []
    assert reader.complaints() == []
    assert count >= ROLES[role]
