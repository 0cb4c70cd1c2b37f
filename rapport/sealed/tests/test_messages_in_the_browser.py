"""Two people write to each other and send a picture; the server has neither name nor content."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from rapport.sealed.tests.test_two_people_in_the_browser import Two, settle, two
from tests.browser import assert_accessible

pytestmark = pytest.mark.browser

__all__ = ["two"]

WORDS = "Zinnober-Canary: shall we meet on Thursday? 🌱"
NAME = "zinnober-notes.txt"


def send(page: Page, words: str, file: Path | None = None) -> None:
    page.get_by_label("Your message").fill(words)
    if file:
        page.get_by_label("Files, sealed with it").set_input_files(file)
    page.get_by_role("button", name="Send").click()
    expect(page.locator("sealed-text").last).to_have_text(words)


def test_a_message_with_a_file_reaches_the_other_and_nobody_else(two: Two, tmp_path: Path) -> None:
    file = tmp_path / NAME
    file.write_text("vermilion " * 1000)
    ada, ben = two.ready()
    for page in (ada, ben):
        page.goto(f"{two.ada.home}/spaces/{two.sid}/messages")
    send(ada, WORDS, file)
    ben.reload()
    settle(ben)
    expect(ben.locator("sealed-text")).to_have_text(WORDS)
    expect(ben.get_by_text(NAME)).to_be_visible()
    with ben.expect_download() as saved:
        ben.get_by_role("button", name="Open", exact=True).click()
    assert saved.value.suggested_filename == NAME
    assert Path(saved.value.path()).read_text() == "vermilion " * 1000
    assert_accessible(ben)
    ada.get_by_role("button", name="Take back").click()
    expect(ada.locator("sealed-text")).to_have_count(0)
    for canary in (WORDS, "Zinnober", NAME, "vermilion"):
        assert canary.encode() not in two.ada.sent()
    assert two.ada.complaints() == two.ben.complaints() == []
