"""An hour without a network: what was written stays sealed in the browser and is sent later."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import FilePayload, Page, expect

from rapport.sealed.tests.site import another_session_of, live_site, session_of
from rapport.sealed.tests.test_in_the_browser import (
    IDLE,
    NOTE,
    Desk,
    desk,
    desk_of,
    write_note,
)
from rapport.sealed.tests.test_messages_in_the_browser import WORDS
from rapport.sealed.tests.test_two_people_in_the_browser import Two, settle, two
from tests.browser import chromium
from tests.cast import Cast

pytestmark = pytest.mark.browser

__all__ = ["desk", "two"]

KEPT = """async () => {
  const database = await new Promise((resolve) => {
    const request = indexedDB.open("sealed");
    request.onsuccess = () => resolve(request.result);
  });
  const found = [JSON.stringify(sessionStorage), JSON.stringify(localStorage)];
  const decode = (value) => value instanceof Uint8Array || value instanceof ArrayBuffer
    ? new TextDecoder("utf-8", { fatal: false }).decode(value)
    : JSON.stringify(value, (_key, part) => part instanceof Uint8Array ? decode(part) : part);
  for (const shelf of database.objectStoreNames) {
    const all = await new Promise((resolve) => {
      const request = database.transaction(shelf).objectStore(shelf).getAll();
      request.onsuccess = () => resolve(request.result);
    });
    found.push(...all.map(decode));
  }
  database.close();
  return found.join("\\n");
}"""
OFFLINE = "You are offline. What you wrote is kept sealed"
SENT_NOW = "You wanted to send this while you were offline. It is sent now."
WAITS = "Not sent yet, because you were offline"


def save_offline(desk: Desk, page: Page, words: str) -> None:
    """Typed while there is a connection, pressed when there is none any more."""
    page.get_by_label("Your note").fill(words)
    desk.context.set_offline(True)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text(OFFLINE)).to_be_visible()


def test_it_is_sent_after_the_page_was_closed_and_opened_again(desk: Desk) -> None:
    first = desk.set_up()
    write_note(desk, first, "An older note")
    first.get_by_role("link", name="Write something").click()
    save_offline(desk, first, NOTE)
    kept = first.evaluate(KEPT)
    assert len(kept) > 500
    assert "Zinnober" not in kept
    first.close()
    desk.context.set_offline(False)
    elsewhere = desk.open("profile/")
    expect(elsewhere.get_by_text("Something you wrote while you were offline")).to_be_visible()
    elsewhere.close()
    second = desk.open("journal/")
    expect(second.get_by_role("link", name="Open it and send it")).to_be_visible()
    desk.unlock(second, "My key phrase", desk.phrase)
    expect(second.locator("[data-not-sent]")).to_have_count(0)
    expect(second.locator(".sealed-waiting")).to_contain_text(f"{WAITS}: “{NOTE}”")
    second.get_by_role("link", name="Send it now").click()
    desk.arrive(second)
    expect(second.locator("sealed-text").filter(has_text=NOTE)).to_be_visible()
    expect(second.locator(".sealed-waiting")).to_have_count(0)
    second.goto(f"{desk.home}/profile/")
    expect(second.locator("[data-not-sent]")).to_have_count(0)
    assert {each.rpartition("::")[2] for each in desk.complaints()} == {"ERR_INTERNET_DISCONNECTED"}


def test_a_tab_that_locked_itself_meanwhile_sends_when_it_is_opened(desk: Desk) -> None:
    page = desk.set_up()
    page.get_by_role("link", name="Write something").click()
    save_offline(desk, page, NOTE)
    page.evaluate(IDLE)
    expect(page.get_by_label("Your note")).to_have_value("")
    desk.context.set_offline(False)
    page.get_by_label("My key phrase").check()
    page.locator("dialog [data-secret]").fill(desk.phrase)
    page.get_by_role("button", name="Open", exact=True).click()
    desk.arrive(page)
    expect(page.locator("sealed-text")).to_have_text(NOTE)


@pytest.fixture
def two_devices(committed_cast: Cast) -> Iterator[tuple[Desk, Desk]]:
    """Two browsers of Ada's: what one keeps for later, the other does not know."""
    sessions = [session_of(committed_cast.ada), another_session_of(committed_cast.ada)]
    with live_site() as site, chromium() as browser:
        train, home = (desk_of(browser, site, each) for each in sessions)
        yield train, home


def change_elsewhere(page: Page, words: str) -> None:
    expect(page.get_by_label("Your note")).to_have_value("As it was")
    page.get_by_label("Your note").fill(words)
    page.get_by_role("button", name="Save", exact=True).click()


def test_what_was_changed_meanwhile_is_not_overwritten(two_devices: tuple[Desk, Desk]) -> None:
    desk, home = two_devices
    first = desk.set_up()
    write_note(desk, first, "As it was")
    first.get_by_role("link", name="Change").click()
    expect(first.get_by_label("Your note")).to_have_value("As it was")
    path = first.url.removeprefix(f"{desk.home}/")
    save_offline(desk, first, "From the train")
    first.close()
    desk.context.set_offline(False)
    elsewhere = desk.open("profile/")
    expect(elsewhere.get_by_text("Something you wrote while you were offline")).to_be_visible()
    elsewhere.close()
    second = desk.open("journal/")
    expect(second.get_by_role("link", name="Open it and send it")).to_be_visible()
    desk.unlock(second, "My key phrase", desk.phrase)
    expect(second.locator("[data-not-sent]")).to_have_count(0)
    expect(second.locator(".sealed-waiting")).to_be_visible()
    other = home.open(path)
    home.unlock(other, "My key phrase", desk.phrase)
    change_elsewhere(other, "From the other device")
    home.arrive(other)
    second.get_by_role("link", name="Send it now").click()
    expect(second.get_by_role("heading", name="Saved meanwhile")).to_be_visible()
    expect(second.locator(".sealed-both .sealed-words")).to_have_text("From the other device")
    expect(second.get_by_label("Your note")).to_have_value("From the train")
    assert second.url == f"{desk.home}/{path}"
    second.get_by_role("button", name="Save", exact=True).click()
    desk.arrive(second)
    expect(second.locator("sealed-text")).to_have_text("From the train")


def test_it_can_be_thrown_away(desk: Desk) -> None:
    first = desk.set_up()
    write_note(desk, first, "An older note")
    first.get_by_role("link", name="Write something").click()
    save_offline(desk, first, NOTE)
    first.close()
    desk.context.set_offline(False)
    second = desk.open("journal/")
    desk.unlock(second, "My key phrase", desk.phrase)
    second.get_by_role("button", name="Throw it away").click()
    expect(second.locator(".sealed-waiting")).to_have_count(0)
    second.reload()
    expect(second.get_by_role("link", name="Write something")).to_be_visible()
    settle(second)
    expect(second.locator(".sealed-waiting")).to_have_count(0)


def test_a_message_to_the_other_waits_too_and_files_are_asked_for_again(two: Two) -> None:
    ada, ben = two.ready()
    messages = f"{two.ada.home}/spaces/{two.sid}/messages"
    ada.goto(messages)
    ada.get_by_label("Your message").fill(WORDS)
    file = FilePayload(name="notes.txt", mimeType="text/plain", buffer=b"vermilion")
    ada.get_by_label("Files, sealed with it").set_input_files(file)
    two.ada.context.set_offline(True)
    ada.get_by_role("button", name="Send").click()
    expect(ada.get_by_text(OFFLINE)).to_be_visible()
    ada.close()
    two.ada.context.set_offline(False)
    again = two.ada.open(f"spaces/{two.sid}/messages")
    two.ada.unlock(again, "My key phrase", two.ada.phrase)
    expect(again.get_by_text("choose notes.txt again, and send")).to_be_visible()
    expect(again.get_by_label("Your message")).to_have_value(WORDS)
    again.get_by_role("button", name="Send").click()
    expect(again.locator("sealed-text")).to_have_text(WORDS)
    ben.goto(messages)
    settle(ben)
    expect(ben.locator("sealed-text")).to_have_text(WORDS)
