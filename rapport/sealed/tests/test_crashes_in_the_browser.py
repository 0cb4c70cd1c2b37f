"""The lid falls shut between two steps: no space becomes unreadable, and no words are lost."""

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from rapport.sealed.tests.test_messages_in_the_browser import send
from rapport.sealed.tests.test_two_people_in_the_browser import Two, settle, two

pytestmark = pytest.mark.browser

__all__ = ["two"]

# Which request is the last one, and whether the server still got it.
CRASHES = [
    ("**/spaces/*/log", "POST", True),
    ("**/spaces/*/log", "POST", False),
    ("**/keys/keyring", "POST", True),
    ("**/keys/keyring", "POST", False),
    ("**/spaces/*/grant?*", "DELETE", True),
    ("**/spaces/*/grant?*", "DELETE", False),
    ("**/spaces/*/approval", "POST", True),
    ("**/spaces/*/approval", "POST", False),
]
OPENED = """async (sid) => {
  const { openSpace } = await import("/static/sealed/1/spaces.js");
  return (await openSpace(sid)).state.epoch;
}"""


def breaks(
    page: Page | BrowserContext, glob: str, method: str, arrives: bool
) -> None:  # a row of the table
    """From this request on nothing comes back any more."""

    def broken(route: Route) -> None:
        if route.request.method != method:
            route.fallback()
            return
        if arrives:
            route.fetch()
        route.abort()

    page.route(glob, broken)


def test_a_space_can_be_read_whatever_was_cut_off_while_it_was_made(two: Two) -> None:
    ada = two.ada.set_up()
    breaks(two.ben.context, *CRASHES[0])
    ben = two.ben.set_up()
    settle(ben)
    two.ben.context.unroute_all()
    for page in (ben, ada):
        for crash in CRASHES:
            breaks(page, *crash)
            page.reload()
            settle(page)
            page.unroute_all()
    for page in (ben, ada):
        page.goto(f"{two.ada.home}/spaces/{two.sid}/messages")
        settle(page)
        assert page.evaluate(OPENED, two.sid) == 1
    send(ben, "Still here")
    ada.reload()
    expect(ada.locator("sealed-text")).to_have_text("Still here")


@pytest.mark.parametrize("arrives", [True, False])
def test_words_are_sent_once_and_never_lost_when_the_answer_is(two: Two, *, arrives: bool) -> None:
    ada, _ = two.ready()
    messages = f"{two.ada.home}/spaces/{two.sid}/messages"
    ada.goto(messages)
    ada.get_by_label("Your message").fill("Only once")
    expect(ada.get_by_label("Your message")).to_be_enabled()
    breaks(ada, "**/messages", "POST", arrives)
    with ada.expect_event("requestfailed", lambda request: request.method == "POST"):
        ada.get_by_role("button", name="Send").click()
    settle(ada)
    ada.unroute_all()
    ada.goto(messages)
    settle(ada)
    expect(ada.get_by_label("Your message")).to_be_enabled()
    kept = "" if arrives else "Only once"
    expect(ada.get_by_label("Your message")).to_have_value(kept)
    if not arrives:
        ada.get_by_role("button", name="Send").click()
    expect(ada.locator("sealed-text")).to_have_text("Only once")
