"""No text is clipped: in German, in made-up Arabic from right to left, and 320 pixels wide."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import Watch, assert_accessible, chromium
from tests.installation import Installation
from tools.catalogues import write_pseudo
from tools.pictures import MOUNT, PATIENCE, RELATIONSHIP, START_WITHIN, enter

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

LANGUAGES = ("en", "de", "ar")
WIDTHS = (320, 390, 1440)
# Whose pages, by role; `{code}` is her relationship.
PAGES = {
    "mentee": (
        "/",
        "/relationships/{code}/",
        "/relationships/{code}/meetings/",
        "/relationships/{code}/goals/",
        "/relationships/{code}/values/",
        "/relationships/{code}/agreement/",
        "/relationships/{code}/pause/",
        "/relationships/{code}/ending/",
        "/relationships/{code}/talk/",
        "/news/",
        "/news/choices/",
        "/journal/",
        "/profile/",
        "/kept/",
        "/accounts/2fa/",
        "/accounts/sessions/",
    ),
    "coordinator": ("/desk/", "/programmes/", "/members/", "/invitations/", "/undelivered/"),
}
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


def faults_of(page: Page, role: str) -> list[str]:
    """Every page of this role, in every width."""
    page.goto(f"{MOUNT}/")
    found = RELATIONSHIP.search(page.content())
    faults = []
    for path in PAGES[role]:
        page.goto(MOUNT + path.format(code=found[1] if found else ""))
        assert "404" not in page.title()
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 844})
            faults += [f"{path} at {width}: {fault}" for fault in page.evaluate(CLIPPED)]
        assert_accessible(page)
    return faults


def speak(page: Page, language: str) -> None:
    """Chosen on the profile, as anybody does it; buttons are found by kind, not by word."""
    page.goto("/profile/")
    page.select_option("[name=language]", language)
    page.locator("main form[method=post] .button.main").first.click()
    page.wait_for_load_state()
    assert page.locator("html").get_attribute("lang") == language


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", PAGES)
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
    faults = faults_of(page, role)
    speak(page, "en")
    context.close()
    assert faults == []
    assert [each for each in watch.complaints if not re.search("ransition", each)] == []
