"""No text is clipped, on every page there is: in German, in made-up Arabic, 320 pixels wide.

The pages are found as a reader finds them: from the start, link by link, each route once.
"""

import json
import re
from collections import deque
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.urls import Resolver404, resolve
from playwright.sync_api import Browser, Page, Response

from tests.browser import Watch, assert_accessible, chromium
from tests.installation import Installation
from tools.catalogues import write_pseudo
from tools.pictures import MOUNT, PATIENCE, START_WITHIN, enter

pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.xdist_group("browser")]

LANGUAGES = ("en", "de", "ar")
# Where colours, names and structure are looked at as well; they do not depend on the language.
LOOKED_AT_CLOSELY = "en"
WIDTHS = {"en": (320, 390, 1440), "de": (320, 1440), "ar": (320, 1440)}
# How many routes each role finds at the least; fewer means that a link has gone.
ROLES = {"mentee": 40, "coordinator": 20}
# What is a file and not a page.
FILES = {
    "agreement_document",
    "baseline_survey",
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
CLIPPED = (Path(__file__).parent / "clipping.js").read_text()


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    folder = tmp_path_factory.mktemp("layout")
    write_pseudo(folder / "pseudo")
    (folder / "var").mkdir()
    place = Installation(folder / "var", demo=True, RAPPORT_PSEUDO=str(folder / "pseudo"))
    place.start(3 * START_WITHIN)
    yield place
    place.stop()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


def route_of(path: str) -> str:
    """The name of the route; "" for what is no page of ours."""
    try:
        return resolve(path.removeprefix(MOUNT)).url_name or ""
    except Resolver404:
        return ""


def pages(page: Page) -> Iterator[str]:
    """Every route a reader can come to by links, opened once; its path."""
    waiting, seen = deque(MOUNT + path for path in SEEDS), {"account_logout"} | FILES
    while waiting:
        path = waiting.popleft()
        name = route_of(path)
        if not name or name in seen:
            continue
        seen.add(name)
        if not is_page(page.goto(path)):
            continue
        yield path
        waiting += page.eval_on_selector_all("a[href]", LINKS)


def is_page(response: Response | None) -> bool:
    """Not found is fine for a seed that the role has no door to; an error is not."""
    assert response is None or response.status < 500, response.url
    return response is not None and response.status < 400


def faults_of(page: Page, language: str) -> tuple[int, list[str]]:
    """How many pages there were, and what is clipped in them in any width."""
    count, faults = 0, []
    for path in pages(page):
        count += 1
        for width in WIDTHS[language]:
            page.set_viewport_size({"width": width, "height": 844})
            faults += [f"{path} at {width}: {fault}" for fault in page.evaluate(CLIPPED)]
        if language == LOOKED_AT_CLOSELY:
            assert_accessible(page)
    return count, faults


def speak(page: Page, language: str) -> None:
    """Chosen on the profile, as anybody does it; buttons are found by kind, not by word."""
    page.goto("/profile/")
    page.select_option("[name=language]", language)
    page.locator("main form[method=post] .button.main").first.click()
    page.wait_for_load_state()
    assert page.locator("html").get_attribute("lang") == language


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ROLES)
def test_no_text_is_clipped(
    role: str, language: str, installation: Installation, browser: Browser
) -> None:
    sign_ins = json.loads((Path(installation.var) / "demonstration.json").read_text())
    sign_in = next(each for each in sign_ins if each["role"] == role)
    context = browser.new_context(base_url=installation.address)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    watch = Watch(page)
    enter(page, sign_in)
    speak(page, language)
    assert (page.locator("html").get_attribute("dir") == "rtl") is (language == "ar")
    count, faults = faults_of(page, language)
    speak(page, "en")
    context.close()
    assert faults == []
    assert count >= ROLES[role]
    assert [each for each in watch.complaints if not re.search("ransition|404", each)] == []
