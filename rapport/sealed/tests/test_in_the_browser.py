"""The whole way of one person: keys, a locked tab, the phrase, the code, a note in the journal."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from pytest_django import Settings

from rapport.sealed.tests.site import live_site, session_of, signed_in
from tests.browser import CHROMIUM, FLAGS, Watch, assert_accessible, chromium
from tests.cast import Cast

pytestmark = pytest.mark.browser

# Deriving a key takes a second, and on a busy machine several.
expect.set_options(timeout=20_000)

NOTE = "Zinnober-Canary: I was afraid to say no 🌱"


class Desk:
    """One person at her browser; knows her phrase and her code as she would."""

    def __init__(self, context: BrowserContext, home: str) -> None:
        self.context, self.home = context, home
        self.phrase = self.code = ""
        self.watches: list[Watch] = []

    def open(self, path: str) -> Page:
        """A new tab."""
        page = self.context.new_page()
        page.set_default_timeout(15_000)
        self.watches.append(Watch(page))
        page.goto(f"{self.home}/{path}")
        return page

    def set_up(self, path: str = "keys/new?next=/o/harbour/journal/") -> Page:
        page = self.open(path)
        page.get_by_role("button", name="Begin").click()
        self.phrase = page.locator("[data-phrase]").inner_text()
        page.get_by_role("button", name="I have it", exact=True).click()
        self.check_code(page)
        page.get_by_role("button", name="Finish").click()
        self.arrive(page)
        return page

    def arrive(self, page: Page) -> None:
        """Wait for the journal's list."""
        expect(page).to_have_url(f"{self.home}/journal/")

    def check_code(self, page: Page) -> None:
        self.code = page.locator("[data-code]").inner_text()
        page.get_by_role("button", name="I have it in my hands").click()
        for field, number in zip(
            page.locator("[data-group]").all(),
            page.locator("[data-group-number]").all_inner_texts(),
            strict=True,
        ):
            field.fill(self.code.split("-")[int(number) - 1].lower())

    def unlock(self, page: Page, kind: str, secret: str) -> None:
        page.get_by_role("button", name="Open them").click()
        page.get_by_label(kind).check()
        page.locator("dialog [data-secret]").fill(secret)
        page.get_by_role("button", name="Open", exact=True).click()

    def sent(self) -> bytes:
        return b"".join(body for watch in self.watches for body in watch.bodies)

    def complaints(self) -> list[str]:
        return [each for watch in self.watches for each in watch.complaints]


@pytest.fixture
def desk(committed_cast: Cast) -> Iterator[Desk]:
    session = session_of(committed_cast.ada)
    with live_site() as site, chromium() as browser:
        yield desk_of(browser, site, session)


def desk_of(browser: Browser, site: str, session: str) -> Desk:
    return Desk(signed_in(browser, site, session), f"{site}/o/harbour")


def write_note(desk: Desk, page: Page, words: str) -> None:
    page.get_by_role("link", name="Write something").click()
    page.get_by_label("Your note").fill(words)
    page.get_by_role("button", name="Save", exact=True).click()
    desk.arrive(page)


def test_from_first_keys_to_a_note_that_only_she_can_read(desk: Desk) -> None:
    first = desk.set_up()
    write_note(desk, first, NOTE)
    expect(first.locator("sealed-text")).to_have_text(NOTE)
    first.reload()
    expect(first.locator("sealed-text")).to_have_text(NOTE)

    second = desk.open("journal/")
    expect(second.get_by_text("The words on this page are sealed.")).to_be_visible()
    expect(second.locator("sealed-text")).to_have_text("")
    desk.unlock(second, "My key phrase", desk.phrase)
    expect(second.locator("sealed-text")).to_have_text(NOTE)

    third = desk.open("journal/")
    desk.unlock(third, "My recovery code", desk.code)
    third.wait_for_url("**/keys/code?**")
    old = desk.code
    desk.check_code(third)
    third.get_by_role("button", name="Use this code from now on").click()
    desk.arrive(third)
    expect(third.locator("sealed-text")).to_have_text(NOTE)

    fourth = desk.open("journal/")
    desk.unlock(fourth, "My recovery code", old)
    expect(fourth.get_by_text("This recovery code does not open")).to_be_visible()

    assert desk.complaints() == []
    for secret in (NOTE, "Zinnober", desk.phrase, desk.code, old, old.replace("-", "")):
        assert secret.encode() not in desk.sent()


def test_what_was_typed_is_there_after_the_tab_was_closed(desk: Desk) -> None:
    first = desk.set_up()
    first.goto(f"{desk.home}/journal/new")
    first.get_by_label("Your note").fill("Half a thought")
    first.wait_for_timeout(900)
    first.close()
    second = desk.open("journal/new")
    desk.unlock(second, "My key phrase", desk.phrase)
    expect(second.get_by_label("Your note")).to_have_value("Half a thought")
    expect(second.get_by_text("This is what you typed before")).to_be_visible()
    second.get_by_role("button", name="Save", exact=True).click()
    desk.arrive(second)
    second.get_by_role("link", name="Write something").click()
    expect(second.get_by_label("Your note")).to_be_enabled()
    expect(second.get_by_label("Your note")).to_have_value("")


def test_a_lost_connection_keeps_the_words_and_lets_her_try_again(desk: Desk) -> None:
    page = desk.set_up()
    page.get_by_role("link", name="Write something").click()
    page.get_by_label("Your note").fill(NOTE)
    page.route("**/spaces/*/state", lambda route: route.abort())
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("That did not work, perhaps because the connection")).to_be_visible()
    expect(page.get_by_label("Your note")).to_have_value(NOTE)
    page.unroute("**/spaces/*/state")
    page.get_by_role("button", name="Save", exact=True).click()
    desk.arrive(page)
    expect(page.locator("sealed-text")).to_have_text(NOTE)


def test_a_locked_form_asks_for_the_key_and_sends_nothing(desk: Desk) -> None:
    first = desk.set_up()
    write_note(desk, first, NOTE)
    first.get_by_role("link", name="Change").click()
    expect(first.get_by_label("Your note")).to_have_value(NOTE)
    second = desk.open(first.url.removeprefix(f"{desk.home}/"))
    expect(second.get_by_label("Your note")).to_be_disabled()
    second.get_by_role("button", name="Save", exact=True).click()
    expect(second.get_by_role("heading", name="Open your sealed pages")).to_be_visible()
    assert second.url == first.url
    second.keyboard.press("Escape")
    desk.unlock(second, "My key phrase", desk.phrase)
    expect(second.get_by_label("Your note")).to_have_value(NOTE)


def test_two_tabs_that_change_the_same_note_lose_nothing(desk: Desk) -> None:
    first = desk.set_up()
    write_note(desk, first, "As it was")
    first.get_by_role("link", name="Change").click()
    second = desk.open(first.url.removeprefix(f"{desk.home}/"))
    desk.unlock(second, "My key phrase", desk.phrase)
    for page, words in ((first, "From the first tab"), (second, "From the second tab")):
        expect(page.get_by_label("Your note")).to_be_enabled()
        page.get_by_label("Your note").fill(words)
    first.get_by_role("button", name="Save", exact=True).click()
    desk.arrive(first)
    second.get_by_role("button", name="Save", exact=True).click()
    expect(second.get_by_role("heading", name="Saved meanwhile")).to_be_visible()
    expect(second.locator(".sealed-both .sealed-words")).to_have_text("From the first tab")
    expect(second.get_by_label("Your note")).to_have_value("From the second tab")
    second.get_by_role("button", name="Save", exact=True).click()
    desk.arrive(second)
    expect(second.locator("sealed-text")).to_have_text("From the second tab")


def test_locking_takes_the_words_away_and_a_wrong_phrase_is_explained(desk: Desk) -> None:
    page = desk.set_up()
    write_note(desk, page, NOTE)
    page.goto(f"{desk.home}/keys/")
    page.get_by_role("button", name="Lock this tab now").click()
    page.goto(f"{desk.home}/journal/")
    desk.unlock(page, "My key phrase", "not these six words at all")
    expect(page.get_by_text("This phrase does not open your sealed pages.")).to_be_visible()
    page.locator("dialog [data-secret]").fill(desk.phrase)
    page.get_by_role("button", name="Open", exact=True).click()
    expect(page.locator("sealed-text")).to_have_text(NOTE)


IDLE = """() => {
  const note = JSON.parse(sessionStorage.getItem("sealed-tab"));
  const stale = { ...note, active: Date.now() - 16 * 60000 };
  sessionStorage.setItem("sealed-tab", JSON.stringify(stale));
  document.dispatchEvent(new Event("visibilitychange"));
}"""


def test_a_tab_that_nobody_touched_for_a_quarter_of_an_hour_is_locked(desk: Desk) -> None:
    page = desk.set_up()
    write_note(desk, page, NOTE)
    expect(page.locator("sealed-text")).to_have_text(NOTE)
    page.evaluate(IDLE)
    expect(page.locator("sealed-text")).to_have_text("")
    expect(page.get_by_text("The words on this page are sealed.")).to_be_visible()
    assert page.evaluate("sessionStorage.getItem('sealed-tab')") is None


def test_a_device_that_is_hers_alone_stays_open_for_a_fortnight_or_until_she_locks_it(
    desk: Desk,
) -> None:
    page = desk.set_up()
    write_note(desk, page, NOTE)
    page.close()
    page = desk.open("journal/")
    page.get_by_role("button", name="Open them").click()
    page.get_by_label("Keep them open on this device for 14 days").check()
    page.get_by_label("My key phrase").check()
    page.locator("dialog [data-secret]").fill(desk.phrase)
    page.get_by_role("button", name="Open", exact=True).click()
    expect(page.locator("sealed-text")).to_have_text(NOTE)
    assert desk.phrase not in page.evaluate("JSON.stringify(localStorage)")
    desk.context.clock.set_fixed_time(datetime.now(UTC) + timedelta(days=13))
    other = desk.open("journal/")
    expect(other.locator("sealed-text")).to_have_text(NOTE)
    desk.context.clock.set_fixed_time(datetime.now(UTC) + timedelta(days=15))
    other.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(other.locator("sealed-text")).to_have_text("")
    expect(page.locator("sealed-text")).to_have_text("")
    assert page.evaluate("localStorage.getItem('sealed-device')") is None


def test_signing_out_locks_the_tab_first(desk: Desk) -> None:
    page = desk.set_up()
    page.get_by_role("button", name="Menu of Ada").click()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("sessionStorage.getItem('sealed-tab')") is None


def test_a_code_that_was_not_written_down_is_noticed_before_anything_is_stored(desk: Desk) -> None:
    page = desk.open("keys/new")
    page.get_by_role("button", name="Begin").click()
    page.get_by_role("button", name="I have it", exact=True).click()
    page.get_by_role("button", name="I have it in my hands").click()
    for field in page.locator("[data-group]").all():
        field.fill("0000")
    page.get_by_role("button", name="Finish").click()
    expect(page.get_by_text("That is not what stands in these groups")).to_be_visible()
    assert b"statement" not in desk.sent()


def test_without_a_secure_connection_the_page_says_so_plainly(
    committed_cast: Cast, settings: Settings
) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    session = session_of(committed_cast.ada)
    with live_site() as site, sync_playwright() as playwright:
        switches = [*FLAGS, "--host-resolver-rules=MAP plain.test 127.0.0.1"]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=switches)
        desk = desk_of(browser, site.replace("localhost", "plain.test"), session)
        page = desk.open("keys/new")
        expect(page.locator("sealed-setup [role=alert]")).to_contain_text("secure connection")
        expect(page.get_by_role("button", name="Begin")).to_be_disabled()
        browser.close()


def test_the_pages_about_keys_are_accessible(desk: Desk) -> None:
    page = desk.set_up()
    for path in ("keys/", "journal/", "journal/new", "keys/code", "keys/phrase", "keys/unlock"):
        page.goto(f"{desk.home}/{path}")
        assert_accessible(page)
