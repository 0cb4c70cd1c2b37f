"""The system's Chromium, driven by Playwright; and what we expect of every page it visits."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SERIOUS = {"serious", "critical"}


def require_browser() -> None:
    """Skip loudly where there is no Chromium; fail where one is demanded."""
    if CHROMIUM:
        return
    sentence = "There is no Chromium on this machine: `apt-get install chromium`."
    if os.environ.get("RAPPORT_REQUIRE_BROWSER"):
        pytest.fail(sentence)
    pytest.skip(sentence)


@contextmanager
def chromium() -> Iterator[Browser]:
    require_browser()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


class Watch:
    """Looks over the shoulder of a page: what it says in the console, what it asks and sends."""

    def __init__(self, page: Page) -> None:
        self.complaints: list[str] = []
        self.lines: list[str] = []
        self.asked: list[str] = []
        self.bodies: list[bytes] = []
        page.on("console", self.hear)
        page.on("pageerror", lambda error: self.note(str(error)))
        page.on("request", self.follow)

    def follow(self, request: Request) -> None:
        self.asked.append(request.url)
        self.bodies.append(request.post_data_buffer or b"")

    def hear(self, message: ConsoleMessage) -> None:
        self.lines.append(message.text)
        if message.type == "error":
            self.note(message.text)

    def note(self, complaint: str) -> None:
        """A page left before its entrance was over says so; that is no fault of it."""
        if "ransition" not in complaint:
            self.complaints.append(complaint)


def inaccessible(page: Page) -> list[str]:
    """What axe-core finds serious on the page as it is now."""
    results = Axe().run(page)
    return [
        f"{page.url}: {each['id']}: {each['help']} {[node['target'] for node in each['nodes']][:3]}"
        for each in results.response["violations"]
        if each["impact"] in SERIOUS
    ]


def assert_accessible(page: Page) -> None:
    serious = inaccessible(page)
    assert not serious, "\n".join(serious)
