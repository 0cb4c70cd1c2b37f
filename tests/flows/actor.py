"""A person at a real browser: she reads labels and presses buttons, as people do."""

import re
from datetime import datetime
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from tests.browser import Watch, assert_accessible

PATIENCE = 60_000
"""Milliseconds a step may take on a busy machine."""
DESK: ViewportSize = {"width": 1280, "height": 720}
PHONE: ViewportSize = {"width": 390, "height": 844}
PASSWORD = "a long walk by the river"
NOT_RELEASED = re.compile(r"^(?!.*/static/)")
"""Files of the release are the same everywhere; the rest was made for somebody."""


class Actor:
    """Somebody with a browser of her own; every page she visits is looked at for accessibility."""

    def __init__(
        self, browser: Browser, name: str, *, on_phone: bool = False, record: Path | None = None
    ) -> None:
        self.name = name
        self.record = record
        self.context = browser.new_context(
            timezone_id="Europe/London",
            has_touch=on_phone,
            viewport=PHONE if on_phone else DESK,
            record_har_path=record,
            record_har_content="embed" if record else None,
            record_har_url_filter=NOT_RELEASED if record else None,
        )
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.watch = Watch(self.page)
        self.looked_at: set[str] = set()
        self.phrase = self.code = ""
        self.home = ""

    def leave(self) -> bytes:
        """Close the browser; all that it was sent and sent itself, headers and bodies alike."""
        self.context.close()
        return self.record.read_bytes() if self.record else b""

    def go(self, address: str) -> None:
        self.page.goto(address)
        self.look()

    def look(self) -> None:
        """Once for each kind of page: numbers and codes in the address do not count.

        On a phone no page may be wider than the screen.
        """
        kind = re.sub(r"[0-9a-f-]{36}|relationships/\w+|\d+", "…", self.page.url.split("?")[0])
        if kind not in self.looked_at:
            self.looked_at.add(kind)
            assert_accessible(self.page)
            wide = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0, f"{self.page.url} is {wide} pixels too wide"

    def press(self, name: str, *, within: str = "main") -> None:
        """Press the button, or follow the link, that says this."""
        scope = self.page.locator(within)
        button = scope.get_by_role("button", name=name, exact=True)
        link = scope.get_by_role("link", name=name, exact=True)
        button.or_(link).first.click()
        self.page.wait_for_load_state()
        self.look()

    def fill(self, label: str, text: str) -> None:
        self.page.get_by_label(label, exact=False).first.fill(text)

    def write(self, word: str, text: str, *, within: str = "main") -> None:
        """Type into a field whose words are sealed."""
        self.page.locator(f"{within} [data-word='{word}']").first.fill(text)

    def choose(self, label: str) -> None:
        self.page.get_by_label(label, exact=False).first.check()

    def sees(self, text: str) -> None:
        expect(self.page.locator("body")).to_contain_text(text, timeout=PATIENCE)

    def sees_not(self, text: str) -> None:
        expect(self.page.locator("main")).not_to_contain_text(text, timeout=PATIENCE)

    def wait_for(self, selector: str) -> Locator:
        found = self.page.locator(selector).first
        found.wait_for(timeout=PATIENCE)
        return found

    def join(self, link: str) -> None:
        """Open the invitation and make an account."""
        self.go(link)
        self.page.fill("[name=password]", PASSWORD)
        self.press("Join")
        self.home = re.sub(r"(/o/[^/]+/).*", r"\1", self.page.url)

    def set_up_key(self) -> None:
        """Draw a phrase, keep the code, show that it is kept."""
        self.go(f"{self.home}keys/new")
        self.press("Begin")
        self.phrase = self.wait_for("[data-phrase]:not(:empty)").inner_text()
        self.press("I have it")
        self.code = self.wait_for("[data-code]:not(:empty)").inner_text()
        self.press("I have it in my hands")
        groups = re.split(r"[\s-]+", self.code.strip())
        for place in range(2):
            asked = int(self.page.locator("[data-group-number]").nth(place).inner_text())
            self.page.locator("[data-group]").nth(place).fill(groups[asked - 1])
        self.press("Finish")
        self.page.wait_for_url(lambda url: "keys/new" not in url, timeout=PATIENCE)

    def end_quiet_hours(self) -> None:
        """Mails reach her whatever the hour at which the test runs."""
        self.go(f"{self.home}news/choices/")
        for name in ("quiet_from", "quiet_until"):
            self.page.fill(f"[name={name}]", "00:00")
        self.press("Save")
        self.sees("Kept.")

    def submit(self, name: str) -> None:
        """Send a form whose words are sealed first, and wait until the next page is there."""
        with self.page.expect_navigation(timeout=PATIENCE):
            self.page.locator("main").get_by_role("button", name=name, exact=True).first.click()
        self.page.wait_for_load_state()
        self.look()

    def type_moment(self, moment: datetime) -> None:
        """When a meeting begins, on the clock of the page."""
        self.page.fill("[name=starts_at]", moment.strftime("%Y-%m-%dT%H:%M"))
