"""No mouse at all: Ada signs in, opens her seal, sorts, answers and signs with keys alone."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.db import connection
from playwright.sync_api import Locator, Page, expect

from rapport.people.actions.accounts import trust_email
from rapport.sealed.tests.site import live_site, session_of, signed_in
from rapport.sealed.tests.test_in_the_browser import Desk
from tests.browser import Watch, chromium
from tests.cast import PASSWORD, Cast, pair

pytestmark = pytest.mark.browser

FARTHEST = 400
"""So many stops a page may have before what is wanted must have had its turn."""
IS_HERE = "element => element === document.activeElement"
GROUP_IS_HERE = "element => document.activeElement?.name === element.name"
# Whoever uses keys has to see where she is: a line around it, or around the label it lies in.
IS_SEEN = """() => {
  const here = document.activeElement;
  const around = [here, here.closest("label"), here.parentElement].filter(Boolean);
  const box = here.getBoundingClientRect();
  const lined = around.some((each) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
  });
  return lined && box.bottom > 0 && box.top < innerHeight;
}"""


@dataclass
class Keys:
    """Ada's ten fingers: Tab, Enter, Space, arrows and letters; nothing is clicked or filled in."""

    page: Page

    def tap(self, key: str, times: int = 1) -> None:
        for _each in range(times):
            self.page.keyboard.press(key)

    def reach(self, what: Locator, how: str = IS_HERE) -> None:
        """Tab until it is her turn; and she sees where she is."""
        expect(what).to_be_visible()
        wanted = what.element_handle()
        for _stop in range(FARTHEST):
            if wanted.evaluate(how):
                # The page glides to where she is; once there she has to see it.
                self.page.wait_for_function(IS_SEEN)
                return
            self.tap("Tab")
        raise AssertionError(f"No key leads to {what} on {self.page.url}")

    def follow(self, name: str) -> None:
        self.reach(self.page.get_by_role("link", name=name, exact=True).first)
        self.tap("Enter")

    def press(self, name: str, key: str = "Enter") -> None:
        self.reach(self.page.get_by_role("button", name=name, exact=True).first)
        self.tap(key)

    def write(self, where: Locator, words: str) -> None:
        expect(where).to_be_editable()
        self.reach(where)
        self.page.keyboard.type(words)

    def choose(self, answer: Locator) -> None:
        """Tab into the row, then arrows to the answer, as rows of choices want it."""
        expect(answer).to_be_enabled()
        self.reach(answer, GROUP_IS_HERE)
        if not self.page.evaluate("document.activeElement.checked"):
            self.tap("Space")
        for _each in range(10):
            if answer.is_checked():
                return
            self.tap("ArrowRight")
        raise AssertionError(f"No arrow leads to {answer}")


@dataclass
class Two:
    site: str
    home: str
    ada: Page
    ben: Desk
    watch: Watch


@pytest.fixture
def two(committed_cast: Cast) -> Iterator[Two]:
    expect.set_options(timeout=15_000)
    relationship = pair(committed_cast)
    committed_cast.ada.set_password(PASSWORD)
    committed_cast.ada.save()
    trust_email(committed_cast.ada)
    bens = session_of(committed_cast.ben)
    connection.close()
    with live_site() as site, chromium() as browser:
        house = f"{site}/o/harbour"
        page = browser.new_context().new_page()
        page.set_default_timeout(15_000)
        home = f"{house}/relationships/{relationship.code}/"
        ben = Desk(signed_in(browser, site, bens), house)
        yield Two(site, home, page, ben, Watch(page))


def sign_in(keys: Keys, address: str) -> None:
    keys.page.goto(address)
    keys.write(keys.page.get_by_label("E-mail"), "ada@example.org")
    keys.write(keys.page.get_by_label("Password", exact=True), PASSWORD)
    keys.tap("Enter")


def set_up_key(keys: Keys) -> str:
    """Phrase and code, and the proof that the code was kept; the phrase."""
    page = keys.page
    keys.press("Begin")
    phrase = page.locator("[data-phrase]").inner_text()
    keys.press("I have it")
    code = page.locator("[data-code]").inner_text()
    keys.press("I have it in my hands", "Space")
    numbers = page.locator("[data-group-number]").all_inner_texts()
    for field, number in zip(page.locator("[data-group]").all(), numbers, strict=True):
        keys.write(field, code.split("-")[int(number) - 1])
    keys.press("Finish")
    return phrase


def unlock(keys: Keys, phrase: str) -> None:
    """The dialog keeps the keys inside, and gives them back to the page when it closes."""
    keys.press("Open them")
    expect(keys.page.get_by_role("dialog")).to_be_visible()
    keys.write(keys.page.locator("dialog [data-secret]"), phrase)
    keys.tap("Enter")
    expect(keys.page.get_by_role("dialog")).to_be_hidden()


def sort_cards(keys: Keys) -> None:
    for card, answer in (("Honesty", "Very important"), ("Calm", "Less important")):
        fieldset = keys.page.locator("fieldset.card", has_text=card)
        keys.choose(fieldset.locator("label", has_text=answer).locator("input"))
    expect(keys.page.locator("[data-sort-count]")).to_have_text("2 of 60 cards sorted")
    keys.press("I am done")
    expect(keys.page.locator(".notice.done")).to_be_visible()


def answer_pulse(keys: Keys) -> None:
    keys.reach(keys.page.get_by_text("Take the pulse now"))
    keys.tap("Enter")
    for side, value in (("self", 4), ("other", 5)):
        keys.choose(keys.page.locator(f'[data-word="listening_{side}"][value="{value}"]'))
    keys.press("I am done")
    expect(keys.page.locator(".notice.done")).to_be_visible()


def sign_agreement(keys: Keys, clause: str) -> None:
    page = keys.page
    keys.follow("Begin")
    keys.write(page.locator("[data-word=purpose]"), clause)
    keys.press("Save the draft")
    expect(page.get_by_text(clause)).to_be_visible()
    keys.press("Offer for signature")
    expect(page.get_by_text(clause)).to_be_visible()
    keys.press("Sign")
    expect(page.locator("form[data-sign]")).to_have_count(0)


def lock(keys: Keys) -> None:
    """By the menu, which opens and is walked by keys as well."""
    keys.press("Menu of Ada")
    keys.reach(keys.page.locator("#person-menu a[href$='/keys/']"))
    keys.tap("Enter")
    keys.press("Lock this tab now")


def open_page(keys: Keys, two: Two, part: str) -> None:
    """From the relationship by its links, as a reader finds them."""
    keys.page.goto(two.home)
    keys.reach(keys.page.locator(f"main a[href$='{part}']").first)
    keys.tap("Enter")
    keys.page.wait_for_url(f"**{part}")


def test_everything_that_matters_is_done_without_a_mouse(two: Two) -> None:
    keys, page = Keys(two.ada), two.ada
    two.ben.set_up()
    sign_in(keys, f"{two.site}/accounts/login/?next=/o/harbour/keys/new%3Fnext=/o/harbour/")
    phrase = set_up_key(keys)
    page.wait_for_url("**/o/harbour/")
    keys.reach(page.locator("[data-relationship] a").first)
    keys.tap("Enter")
    page.wait_for_url(two.home)
    page.wait_for_load_state("networkidle")
    lock(keys)
    open_page(keys, two, "/values/")
    unlock(keys, phrase)
    sort_cards(keys)
    open_page(keys, two, "/pulse/")
    answer_pulse(keys)
    open_page(keys, two, "/agreement/")
    sign_agreement(keys, "We tell each other the truth early.")
    assert two.watch.complaints == []
