"""Readers of the demonstration: they go from page to page, and look whether all can be read."""

import json
import re
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, Response

from tests.browser import Watch, inaccessible
from tests.installation import Installation
from tools.pictures import MOUNT, PATIENCE, RELATIONSHIP, enter

LANGUAGES = ("en", "de", "ar")
"""The third is made up: right to left, and a third longer."""

CLIPPED = (Path(__file__).parent / "clipping.js").read_text()
# A page left before its entrance was over says so, and a door that a role does not have is shut.
NO_FAULT = re.compile("ransition|404")
REAUTHENTICATE = "/accounts/reauthenticate/"


class Looker:
    """Whoever looks at pages, whether she is known here or not."""

    page: Page
    watch: Watch

    def look_from(self, context: BrowserContext) -> None:
        self.page = context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.watch = Watch(self.page)

    def speak(self, language: str) -> None:
        raise NotImplementedError

    def open(self, path: str) -> bool:
        """Whether there is such a page for her; a page that fails is no answer."""
        response: Response | None = self.page.goto(path)
        assert response is not None
        assert response.status < 500, response.url
        return response.ok

    def reads(self, language: str) -> None:
        html = self.page.locator("html")
        assert html.get_attribute("lang") == language
        assert (html.get_attribute("dir") == "rtl") is (language == "ar")

    def faults(self, widths: tuple[int, ...], *, closely: bool) -> list[str]:
        """What cannot be read of the page that is open; `closely` asks axe-core as well."""
        found = []
        for width in widths:
            self.page.set_viewport_size({"width": width, "height": 844})
            found += [f"{self.page.url} at {width}: {each}" for each in self.page.evaluate(CLIPPED)]
        if closely:
            found += inaccessible(self.page)
        return found

    def complaints(self) -> list[str]:
        """What the browser complained about since she was last asked."""
        found = [each for each in self.watch.complaints if not NO_FAULT.search(each)]
        self.watch.complaints.clear()
        return found


class Visitor(Looker):
    """Somebody who is not signed in; her browser says which language she reads."""

    def __init__(self, browser: Browser, installation: Installation) -> None:
        self.browser, self.address = browser, installation.address

    def speak(self, language: str) -> None:
        self.look_from(self.browser.new_context(base_url=self.address, locale=language))
        self.page.goto("/accounts/login/")
        self.reads(language)


class Reader(Looker):
    """Somebody with one role, signed in and unlocked once; reads in one language after another."""

    def __init__(self, browser: Browser, installation: Installation, role: str) -> None:
        sign_ins = json.loads((installation.var / "demonstration.json").read_text())
        self.look_from(browser.new_context(base_url=installation.address))
        self.sign_in = next(each for each in sign_ins if each["role"] == role)
        enter(self.page, self.sign_in)

    def speak(self, language: str) -> None:
        """Chosen on the profile, as anybody does it; buttons are found by kind, not by word."""
        self.page.goto("/profile/")
        self.page.select_option("[name=language]", language)
        self.page.locator("main form[method=post] .button.main").first.click()
        self.page.wait_for_load_state()
        self.reads(language)

    def open(self, path: str) -> bool:
        is_there = super().open(path)
        if REAUTHENTICATE in self.page.url:
            self.prove_herself()
        return is_there

    def prove_herself(self) -> None:
        """Who signed in some minutes ago says her password again before she changes her keys."""
        self.page.fill("[name=password]", self.sign_in["password"])
        with self.page.expect_navigation():
            self.page.locator("main form button[type=submit]").first.click()
        assert REAUTHENTICATE not in self.page.url

    def relationship(self) -> str:
        """Where hers is, as she finds it on her home; "" if she is in none."""
        self.page.goto(f"{MOUNT}/")
        found = RELATIONSHIP.search(self.page.content())
        return f"{MOUNT}/relationships/{found[1]}/" if found else ""
