"""Everything is lost: new keys, compared and shared again; and keys changed by choice."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, Route, expect

from rapport.sealed.tests.test_circle_in_the_browser import press
from rapport.sealed.tests.test_in_the_browser import Desk, write_note
from rapport.sealed.tests.test_messages_in_the_browser import send
from rapport.sealed.tests.test_two_people_in_the_browser import (
    GOAL,
    OPEN,
    SEAL,
    TRY_TO_SEAL,
    Two,
    settle,
    told,
    two,
)
from tests.browser import assert_accessible

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


def test_after_a_theft_everything_is_replaced_in_one_run(two: Two) -> None:
    ada, ben = two.ready()
    messages = f"{two.ben.home}/spaces/{two.sid}/messages"
    ben.goto(messages)
    send(ben, "Before the theft")
    ben.goto(f"{two.ben.home}/journal/")
    write_note(two.ben, ben, "For myself")
    stolen = two.ben.phrase
    ben.goto(f"{two.ben.home}/keys/lost")
    ben.get_by_role("link", name="Replace everything").click()
    expect(ben.get_by_text("What this cannot undo")).to_be_visible()
    ben.get_by_role("button", name="Begin").click()
    two.ben.phrase = ben.locator("[data-phrase]").inner_text()
    ben.get_by_role("button", name="I have it", exact=True).click()
    two.ben.check_code(ben)
    ben.get_by_role("button", name="Finish").click()
    expect(
        ben.get_by_text("All your shared pages and your journal have a new key.")
    ).to_be_visible()
    entries = [json.loads(each["entry"]) for each in told(ben, two)["log"]]
    assert [(each["op"], each["ep"]) for each in entries] == [("create", 1), ("succeed", 2)]
    assert_accessible(ben)
    for address, words in ((messages, "Before the theft"), ("journal/", "For myself")):
        ben.goto(address if address == messages else f"{two.ben.home}/{address}")
        expect(ben.locator("sealed-text").first).to_have_text(words)
    ben.goto(messages)
    send(ben, "After the theft")
    ada.goto(messages)
    settle(ada)
    expect(ada.locator("sealed-text").last).to_have_text("After the theft")
    thief = two.ben.open(f"spaces/{two.sid}/messages")
    two.ben.unlock(thief, "My key phrase", stolen)
    expect(thief.get_by_text("This phrase does not open your sealed pages.")).to_be_visible()


def test_closed_pages_can_be_read_and_opened_again_with_newer_keys(two: Two) -> None:
    ada, ben = two.ready()
    messages = f"{two.ben.home}/spaces/{two.sid}/messages"
    ben.goto(messages)
    send(ben, "Before the end")
    circle(two, ben)
    press(ben, "Close these pages")
    expect(ben.get_by_role("button", name="Open these pages again")).to_be_visible()
    make_keys_again(two.ben, ben)
    ben.goto(messages)
    expect(ben.locator("sealed-text")).to_have_text("Before the end")
    circle(two, ben)
    press(ben, "Open these pages again")
    circle(two, ada)
    press(ada, "I agree")
    ben.goto(messages)
    send(ben, "After the end")
    ops = [json.loads(each["entry"])["op"] for each in told(ben, two)["log"]]
    assert ops == ["create", "close", "succeed", "reopen"]


def cut_off_after_the_new_key(page: Page, name: str) -> None:
    """Two entries make one act; the lid falls shut between them."""
    entries = []

    def only_the_first(route: Route) -> None:
        entries.append(route.request.url)
        route.abort() if len(entries) > 1 else route.fallback()

    page.route("**/spaces/*/log", only_the_first)
    page.get_by_role("button", name=name).click()
    with page.expect_event("requestfailed"):
        page.get_by_role("button", name=f"Sure? {name}").click()
    page.unroute_all()


def test_who_lost_everything_gets_closed_pages_back_from_the_other(two: Two) -> None:
    """A year later nobody writes there any more, and still both want to read."""
    ada, ben = two.ready()
    messages = f"{two.ben.home}/spaces/{two.sid}/messages"
    ben.goto(messages)
    send(ben, "Before the end")
    circle(two, ben)
    press(ben, "Close these pages")
    expect(ben.get_by_role("button", name="Open these pages again")).to_be_visible()
    ben.close()
    anew = two.ben.open("keys/lost")
    make_keys_again(two.ben, anew)
    circle(two, anew)
    expect(anew.get_by_text("Your keys are new, so these pages do not open yet.")).to_be_visible()
    circle(two, ada)
    cut_off_after_the_new_key(ada, "I have compared with Ben: share our pages again")
    circle(two, ada)
    expect(ada.locator("[data-standing=checked]")).to_be_visible()
    press(ada, "Show Ben what was written before, too")
    anew.goto(messages)
    expect(anew.locator("sealed-text")).to_have_text("Before the end")
    circle(two, anew)
    press(anew, "Open these pages again")
    circle(two, ada)
    press(ada, "I agree")
    anew.goto(messages)
    send(anew, "After the end")
    ada.goto(messages)
    expect(ada.locator("sealed-text").last).to_have_text("After the end")
    ops = [json.loads(each["entry"])["op"] for each in told(ada, two)["log"]]
    assert ops == ["create", "close", "succeed", "share", "reopen"]


def test_after_half_a_year_she_is_asked_to_try_her_card(two: Two) -> None:
    """The browser counts the days; the server is never told that she tried."""
    page = two.ada.set_up()
    write_note(two.ada, page, "A note")
    expect(page.locator(".sealed-card-reminder")).to_have_count(0)
    two.ada.context.clock.set_fixed_time(datetime.now(UTC) + timedelta(days=190))
    later = two.ada.open("journal/")
    two.ada.unlock(later, "My key phrase", two.ada.phrase)
    expect(later.get_by_text("Does your recovery card still open your pages?")).to_be_visible()
    later.get_by_role("link", name="Try your code").click()
    later.get_by_role("textbox", name="Recovery code").fill(two.ada.code)
    later.get_by_role("button", name="Try it").click()
    expect(later.get_by_text("Your code opens your sealed pages.")).to_be_visible()
    later.goto(f"{two.ada.home}/journal/")
    expect(later.locator("sealed-text")).to_have_text("A note")
    expect(later.locator(".sealed-card-reminder")).to_have_count(0)


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
