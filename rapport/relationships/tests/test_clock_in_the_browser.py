"""A phone on the table and a clock that runs on it: nobody hears it, and it waits for nobody.

The browser's clock is moved, not waited for.
"""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from playwright.sync_api import Locator, Page, ViewportSize, expect

from rapport.organisations.tenancy import tenant
from rapport.relationships.actions.meetings import Slot, arrange_meeting
from rapport.sealed.tests.site import live_site, session_of, signed_in
from tests.browser import Watch, assert_accessible, chromium
from tests.cast import Cast, pair

pytestmark = pytest.mark.browser

PHONE: ViewportSize = {"width": 390, "height": 844}
# Whatever could be heard or felt is written down instead.
EARS = """
window.heard = [];
const hear = (what) => function () { window.heard.push(what); return Promise.resolve(); };
for (const name of ["AudioContext", "webkitAudioContext", "Audio", "Notification"]) {
  window[name] = hear(name);
}
HTMLMediaElement.prototype.play = hear("play");
Navigator.prototype.vibrate = hear("vibrate");
window.speechSynthesis && (speechSynthesis.speak = hear("speak"));
"""
# What a screen reader says by itself: nothing of it may change each second.
SAID = "[aria-live]:not([aria-live=off]), [role=alert], [role=status], [role=log]"


@pytest.fixture
def table(committed_cast: Cast) -> Iterator[Page]:
    """Ada's phone, on the page of a first meeting for which nobody wrote an agenda."""
    with tenant(committed_cast.organisation):
        relationship = pair(committed_cast)
        slot = Slot(timezone.now() + timedelta(hours=1), 60)
        meeting = arrange_meeting(relationship, slot, by=committed_cast.ada)
        here = f"/o/harbour/relationships/{relationship.code}/meetings/{meeting.pk}/session"
    session = session_of(committed_cast.ada)
    connection.close()
    with live_site() as site, chromium() as browser:
        context = signed_in(browser, site, session)
        context.add_init_script(EARS)
        page = context.new_page()
        page.set_viewport_size(PHONE)
        page.clock.install()
        watch = Watch(page)
        page.goto(site + here)
        yield page
        assert watch.complaints == []
        assert nothing_was_heard(page)


def nothing_was_heard(page: Page) -> bool:
    """Since the page was last loaded."""
    return bool(page.evaluate("window.heard.length === 0"))


def face(page: Page) -> Locator:
    return page.locator("[data-session-left]")


def do(page: Page, act: str) -> None:
    page.locator(f"[data-session-do={act}]").click()


def shows(page: Page, minutes: int, seconds: int, rest: str) -> None:
    """To the second, give or take the two that pressing takes."""
    near = "|".join(f"{at // 60}:{at % 60:02}" for at in around(60 * minutes + seconds))
    expect(face(page)).to_have_text(re.compile(rf"^({near}) {rest}"))


def around(seconds: int) -> range:
    return range(max(0, seconds - 2), seconds + 3)


def test_a_clock_runs_that_nobody_hears(table: Page) -> None:
    it_runs(table)
    it_stops_for_a_talk(table)
    it_ends_with_a_question(table)


def it_runs(page: Page) -> None:
    point = page.locator("[data-session-point]")
    expect(face(page)).to_be_empty()
    do(page, "next")
    expect(point).to_have_text("Arrive")
    shows(page, 5, 0, "left")
    page.clock.fast_forward("01:30")
    shows(page, 3, 30, "left")
    assert 0.28 < float(page.locator("progress").get_attribute("value") or 0) < 0.32
    page.clock.fast_forward("05:30")
    shows(page, 2, 0, "over; no harm done")
    # It is over, and still nobody is pushed on.
    expect(point).to_have_text("Arrive")
    assert face(page).evaluate("(here, said) => here.closest(said) === null", SAID)
    assert nothing_was_heard(page)
    assert_accessible(page)


def it_stops_for_a_talk(page: Page) -> None:
    """And it outlives a reload."""
    do(page, "next")
    shows(page, 3, 0, "left")
    do(page, "pause")
    page.clock.fast_forward("20:00")
    shows(page, 3, 0, "left")
    do(page, "pause")
    page.clock.fast_forward("01:00")
    shows(page, 2, 0, "left")
    assert nothing_was_heard(page)
    page.reload()
    shows(page, 2, 0, "left")
    do(page, "back")
    expect(page.locator("[data-session-point]")).to_have_text("Arrive")
    shows(page, 5, 0, "left")


def it_ends_with_a_question(page: Page) -> None:
    for _each in range(page.locator("[data-session-plan] li").count() - 1):
        do(page, "next")
    expect(page.locator("[data-session-then]")).to_have_text("This is the last point.")
    do(page, "next")
    expect(page.locator("[data-session-point]")).to_contain_text("What does each of you take")
    page.clock.fast_forward("30:00")
    expect(face(page)).to_be_empty()
