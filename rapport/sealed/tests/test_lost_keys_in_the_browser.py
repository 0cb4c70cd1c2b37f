"""Everything is lost: new keys, compared and shared again; and keys changed by choice."""

import pytest
from playwright.sync_api import Page, expect

from rapport.sealed.tests.test_circle_in_the_browser import press
from rapport.sealed.tests.test_in_the_browser import Desk
from rapport.sealed.tests.test_messages_in_the_browser import send
from rapport.sealed.tests.test_two_people_in_the_browser import (
    GOAL,
    OPEN,
    SEAL,
    TRY_TO_SEAL,
    Two,
    settle,
    two,
)

pytestmark = pytest.mark.browser

__all__ = ["two"]

OTHER = "60a10000-0000-4000-8000-000000000002"


def make_keys_again(desk: Desk, page: Page) -> None:
    page.goto(f"{desk.home}/keys/again")
    settle(page)
    page.get_by_role("button", name="Begin").click()
    page.get_by_role("button", name="I have it", exact=True).click()
    desk.check_code(page)
    page.get_by_role("button", name="Finish").click()
    expect(page).to_have_url(f"{desk.home}/keys/", timeout=15_000)


def circle(two: Two, page: Page) -> None:
    page.goto(f"{two.ada.home}/spaces/{two.sid}/")
    settle(page)


def test_the_partner_compares_and_shares_the_pages_again(two: Two) -> None:
    ada, ben = two.ready()
    messages = f"{two.ben.home}/spaces/{two.sid}/messages"
    ben.goto(messages)
    send(ben, "Before the loss")
    ben.close()
    anew = two.ben.open("keys/lost")
    expect(anew.get_by_role("heading", name="Everything, and I can still reach")).to_be_visible()
    make_keys_again(two.ben, anew)
    circle(two, anew)
    expect(anew.get_by_text("Your keys are new, so these pages do not open yet.")).to_be_visible()
    circle(two, ada)
    press(ada, "I have compared with Ben: share our pages again")
    expect(ada.locator("[data-standing=checked]")).to_be_visible()
    circle(two, anew)
    anew.goto(messages)
    expect(anew.locator("sealed-text")).to_have_text("Before the loss")
    after = anew.evaluate(SEAL, [two.sid, OTHER])
    assert ada.evaluate(OPEN, [two.sid, OTHER, after]) == {"wording": "Lead"}


def test_a_key_that_changed_after_it_was_compared_blocks_writing(two: Two) -> None:
    ada, ben = two.ready()
    circle(two, ada)
    ada.get_by_role("button", name="We compared: the digits are the same").click()
    expect(ada.locator("[data-standing=checked]")).to_be_visible()
    make_keys_again(two.ben, ben)
    circle(two, ben)
    expect(ben.get_by_role("heading", name="Ada")).to_be_visible()
    circle(two, ada)
    # The old key vouches for the new one: what was compared still counts.
    expect(ada.locator("[data-standing=checked]")).to_be_visible()
    ada.route(
        "**/spaces/*/state", lambda route: route.fulfill(json=unvouched(route.fetch().json()))
    )
    ada.reload()
    settle(ada)
    assert ada.evaluate(TRY_TO_SEAL, [two.sid, GOAL]) == "succession-unproven"


def unvouched(state: dict[str, list[dict[str, str]]]) -> object:
    for statement in state["statements"]:
        statement["succession"] = ""
    return state
