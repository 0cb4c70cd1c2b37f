"""Two people at two browsers: times offered and chosen, a clock on the table, and what is left."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from playwright.sync_api import Page, expect

from rapport.domain.phases import Phase
from rapport.organisations.tenancy import tenant
from rapport.relationships.models import Meeting, Relationship
from rapport.relationships.tests.test_pair_in_the_browser import (
    PLACE,
    Pair,
    arrange,
    assert_nothing_leaked,
    look,
    press,
)
from rapport.sealed.tests.site import live_site, session_of, signed_in
from rapport.sealed.tests.test_in_the_browser import Desk
from tests.browser import chromium
from tests.cast import Cast, pair

pytestmark = pytest.mark.browser

BOOK = "Quittengelb: a book on hard talks"
LEARNED = "Quittengelb: ask sooner"
WHOM = "Quittengelb: Kim at the yard"
FAREWELL = "Quittengelb: all the best to you"


@pytest.fixture
def two(committed_cast: Cast) -> Iterator[Pair]:
    relationship = pair(committed_cast)
    sessions = [session_of(committed_cast.ada), session_of(committed_cast.ben)]
    connection.close()
    with live_site() as site, chromium() as browser:
        house = f"{site}/o/harbour"
        ada, ben = (Desk(signed_in(browser, site, each), house) for each in sessions)
        yield Pair(ada, ben, home=f"{house}/relationships/{relationship.code}/")


def behind_the_scenes(cast: Cast, **changes: object) -> None:
    """What another test walks, or only time brings. In a thread, for this one is the browser's."""

    def change() -> None:
        with tenant(cast.organisation):
            if phase := changes.get("phase"):
                Relationship.objects.update(phase=phase)
            if begun := changes.get("begun"):
                Meeting.objects.update(starts_at=begun)
        connection.close()

    with ThreadPoolExecutor(1) as pool:
        pool.submit(change).result()


def offer_times(page: Page, home: str) -> None:
    page.goto(f"{home}meetings/times/new")
    for number in (1, 2):
        moment = timezone.now() + timedelta(days=number + 2)
        page.get_by_label(f"Time {number}").fill(f"{moment:%Y-%m-%dT%H:%M}")
    page.get_by_label("Where, or how").fill(PLACE)
    look(page, "times_new")
    press(page, "Offer these times")
    expect(page.locator("[data-times] li")).to_have_count(2)


def meet(page: Page) -> None:
    """The phone on the table: the suggestion is there before anybody wrote an agenda."""
    page.get_by_role("link", name="While you meet").click()
    press(page, "Begin")
    expect(page.locator("[data-session-point]")).to_have_text("Arrive")
    expect(page.locator("[data-session-left]")).to_contain_text("left")
    press(page, "Next point")
    expect(page.locator("[data-session-point]")).to_have_text("Compare your safety numbers")
    press(page, "Stop the clock")
    expect(page.locator("[data-session-do=pause]")).to_have_attribute("aria-pressed", "true")
    page.reload()
    expect(page.locator("[data-session-point]")).to_have_text("Compare your safety numbers")
    look(page, "session")


def reflect(page: Page, meeting: str, led: str) -> None:
    page.goto(f"{meeting}reflection")
    page.wait_for_load_state("networkidle")
    page.locator("#mine [data-word=learned]").fill(LEARNED)
    page.get_by_role("radio", name=led).check()
    page.get_by_role("radio", name="Just right").check()
    look(page, "reflection")
    press(page, "Save for myself")
    expect(page.locator("#mine sealed-field[revision='1']")).to_be_attached()


def test_from_times_to_a_meeting_to_what_it_left_behind(two: Pair, committed_cast: Cast) -> None:
    ada, ben = two.begin()
    offer_times(ben, two.home)
    ada.goto(ben.url)
    expect(ada.get_by_text(PLACE)).to_be_visible()
    look(ada, "times")
    ada.get_by_role("button", name="Choose this time").first.click()
    expect(ada.locator("[data-meeting-state=planned]")).to_be_visible()
    meeting = ada.url
    meet(ada)
    behind_the_scenes(committed_cast, begun=timezone.now() - timedelta(hours=2))
    ben.goto(meeting)
    press(ben, "We have met")
    for page, led in ((ada, "Rather the mentor"), (ben, "All alike")):
        reflect(page, meeting, led)
    press(ben, "Take over my thoughts")
    press(ben, "Share")
    expect(ben).to_have_url(meeting)
    ada.goto(meeting)
    expect(ada.locator("[data-reflection-shared]").get_by_text(LEARNED)).to_be_visible()
    look(ada, "meeting_after")
    ada.goto(f"{two.home}lead/")
    expect(ada.locator(".lead-chart .said")).to_have_count(1)
    look(ada, "lead")
    assert_nothing_leaked(two)


def test_the_share_of_talking_is_counted_on_the_phone_and_kept_for_oneself(two: Pair) -> None:
    ada, ben = two.begin()
    arrange(ben, two.home)
    meeting = ben.url
    ada.goto(f"{meeting}session")
    press(ada, "I am")
    ada.wait_for_timeout(1200)
    press(ada, "Somebody else is")
    ada.wait_for_timeout(2400)
    press(ada, "Nobody")
    expect(ada.locator("[data-talk-said]")).to_contain_text("% of the time")
    look(ada, "session_talk")
    ada.goto(f"{meeting}reflection")
    expect(ada.locator("[data-word=talk_share]")).to_have_value(re.compile(r"^[2-4]\d$"))
    ada.locator("[data-word=talk_aim]").fill("20")
    expect(ada.locator("[data-talk-verdict]")).to_contain_text("More than you meant to")
    press(ada, "Save for myself")
    expect(ada.locator("#mine sealed-field[revision='1']")).to_be_attached()
    expect(ada.locator("[data-word=talk_aim]")).to_have_value("20")
    ben.goto(f"{meeting}reflection")
    expect(ben.locator("#mine sealed-field[state=open]")).to_be_attached()
    expect(ben.locator("[data-word=talk_aim]")).to_have_value("")
    assert b"talk_share" not in two.ada.sent()
    assert_nothing_leaked(two)


def test_a_shelf_and_questions_for_both(two: Pair) -> None:
    ada, ben = two.begin()
    ada.goto(f"{two.home}shelf/")
    ada.locator("[data-word=title]").fill(BOOK)
    ada.locator("[data-word=address]").fill("https://quittengelb.example/book")
    press(ada, "Put it on the shelf")
    expect(ada.locator("[data-shelf-item]")).to_have_count(1)
    ben.goto(f"{two.home}shelf/")
    expect(ben.get_by_text(BOOK)).to_be_visible()
    expect(ben.get_by_role("link", name="https://quittengelb.example/book")).to_be_visible()
    look(ben, "shelf")
    ben.goto(f"{two.home}questions/")
    ben.get_by_role("button", name="Keep at hand").first.click()
    expect(ben.locator("[data-at-hand] li")).to_have_count(1)
    look(ben, "questions")
    assert_nothing_leaked(two)


def test_how_far_they_came_whom_to_meet_and_a_certificate(two: Pair, committed_cast: Cast) -> None:
    ada, ben = two.begin()
    ada.goto(f"{two.home}outlook/")
    look(ada, "outlook_first")
    press(ada, "Open it for all of us")
    ben.goto(f"{two.home}outlook/")
    expect(ben.locator("[data-sign]")).to_have_count(4)
    ben.get_by_label("How sure do you feel").select_option("9")
    press(ben, "Say so")
    expect(ben.locator("[data-sign=confidence][data-speaks=yes]")).to_be_visible()
    ben.locator("#thought [data-word=note]").fill(LEARNED)
    press(ben, "Into my journal")
    expect(ben.get_by_text("It stands in your journal")).to_be_visible()
    behind_the_scenes(committed_cast, phase=Phase.WINDING_UP)
    ada.goto(f"{two.home}introductions/")
    ada.locator("[data-word=whom]").fill(WHOM)
    press(ada, "I promise it")
    expect(ada.get_by_role("button", name="I have made it")).to_be_visible()
    ben.goto(f"{two.home}winding-up/")
    expect(ben.get_by_text(WHOM)).to_be_visible()
    look(ben, "winding_up_whole")
    press(ada, "I have made it")
    expect(ada.locator("[data-introduction=made]")).to_be_visible()
    look(ada, "introductions")
    assert_nothing_leaked(two)


def test_an_early_end_leaves_room_for_a_last_word(two: Pair) -> None:
    ada, ben = two.begin()
    ben.goto(f"{two.home}ending/")
    look(ben, "ending_ask")
    press(ben, "End this relationship now")
    expect(ben.get_by_text("The way on, the same for all of you")).to_be_visible()
    ada.goto(f"{two.home}ending/")
    ada.locator("[data-word=farewell]").fill(FAREWELL)
    press(ada, "Leave it for Ben")
    expect(ada.get_by_role("button", name="Word it anew")).to_be_visible()
    ben.goto(f"{two.home}ending/")
    expect(ben.locator("#farewell").get_by_text(FAREWELL)).to_be_visible()
    look(ben, "ended")
    ben.goto(f"{two.home}afterwards/")
    look(ben, "after_care")
    assert_nothing_leaked(two)
