"""Two people at two browsers: a goal, a step, the way on, the winding up, and the end together."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from playwright.sync_api import Page, expect

from rapport.domain.phases import Phase
from rapport.organisations.tenancy import tenant
from rapport.relationships.models import Relationship
from rapport.relationships.tests.test_pair_in_the_browser import (
    Pair,
    assert_nothing_leaked,
    look,
    press,
)
from rapport.sealed.tests.site import live_site, session_of, signed_in
from rapport.sealed.tests.test_in_the_browser import Desk
from tests.browser import chromium
from tests.cast import Cast, pair

pytestmark = pytest.mark.browser

GOAL = {
    "wording": "Quittengelb: lead the spring project",
    "why": "Quittengelb: I want to be asked",
    "seen": "Quittengelb: the team says so",
    "as_hoped": "Quittengelb: it is done in May",
}
STEP = "Quittengelb: ask Kim on Tuesday"
THANKS = "Quittengelb: you listened"


@pytest.fixture
def two(committed_cast: Cast) -> Iterator[Pair]:
    relationship = pair(committed_cast)
    sessions = [session_of(committed_cast.ada), session_of(committed_cast.ben)]
    connection.close()
    with live_site() as site, chromium() as browser:
        house = f"{site}/o/harbour"
        ada, ben = (Desk(signed_in(browser, site, each), house) for each in sessions)
        yield Pair(ada, ben, home=f"{house}/relationships/{relationship.code}/")


def write(page: Page, words: dict[str, str]) -> None:
    for word, text in words.items():
        page.locator(f"[data-word={word}]").fill(text)


def propose(page: Page, home: str) -> None:
    page.goto(f"{home}goals/new")
    write(page, GOAL)
    page.get_by_label("How much do you want it").select_option("5")
    look(page, "goal_new")
    press(page, "Propose this goal")
    expect(page.get_by_text(GOAL["why"])).to_be_visible()


def skip_to(cast: Cast, phase: Phase) -> None:
    """The way there is walked in another test. In a thread, for this one belongs to the browser."""

    def skip() -> None:
        with tenant(cast.organisation):
            Relationship.objects.update(phase=phase)
        connection.close()

    with ThreadPoolExecutor(1) as pool:
        pool.submit(skip).result()


def test_a_goal_is_proposed_accepted_and_worked_on(two: Pair) -> None:
    ada, ben = two.begin()
    ada.goto(f"{two.home}goals/")
    look(ada, "goals_empty")
    propose(ben, two.home)
    look(ben, "goal")
    ada.goto(ben.url)
    look(ada, "goal_to_accept")
    press(ada, "I accept it")
    press(ada, "We have talked about it")
    ada.get_by_text("Plan a step").click()
    ada.locator("[data-step-form] [data-word=wording]").fill(STEP)
    press(ada, "Plan this step")
    expect(ada.get_by_text(STEP)).to_be_visible()
    press(ada, "Done")
    expect(ada.locator("[data-step][data-done=yes]")).to_have_count(1)
    ada.locator("[data-level-form] [value='0']").check()
    press(ada, "Note where it is today")
    look(ada, "goal_worked_on")
    ben.goto(f"{two.home}goals/")
    expect(ben.locator("[data-goal][data-accepted=yes]")).to_have_count(1)
    expect(ben.get_by_text(GOAL["wording"])).to_be_visible()
    look(ben, "goals")
    assert_nothing_leaked(two)


def test_both_wish_to_move_and_then_they_have(two: Pair) -> None:
    ada, ben = two.begin()
    for page in (ada, ben):
        page.goto(f"{two.home}moves/")
        look(page, "moves")
        press(page, "Go on to Direction")
        page.wait_for_load_state("networkidle")
    ada.goto(f"{two.home}moves/")
    expect(ada.get_by_text("From Rapport to Direction")).to_be_visible()
    look(ada, "moves_history")


def test_winding_up_ends_with_a_choice_of_both(two: Pair, committed_cast: Cast) -> None:
    ada, ben = two.begin()
    propose(ben, two.home)
    ada.goto(ben.url)
    press(ada, "I accept it")
    ada.wait_for_load_state("networkidle")
    skip_to(committed_cast, Phase.WINDING_UP)
    for page in (ada, ben):
        wind_up(page, two.home)
    ada.goto(f"{two.home}winding-up/")
    expect(ada.locator("[data-decided=yes]")).to_be_visible()
    expect(ada.get_by_text(THANKS)).to_have_count(2)
    look(ada, "winding_up")
    for page in (ada, ben):
        page.goto(f"{two.home}winding-up/")
        press(page, "Close the relationship together")
        page.wait_for_load_state("networkidle")
    ada.goto(f"{two.home}ending/")
    expect(ada.get_by_role("link", name="Open the next cycle")).to_be_visible()
    look(ada, "closed")
    assert_nothing_leaked(two)


def wind_up(page: Page, home: str) -> None:
    """Look back, say thank you, choose."""
    page.goto(f"{home}winding-up/")
    look(page, "winding_up_open")
    page.get_by_role("link", name="Look back at this goal").click()
    page.get_by_label("More than we hoped", exact=True).check()
    write(page, {"achieved": "Quittengelb: it is done", "learned": "Quittengelb: patience"})
    look(page, "review")
    press(page, "Lay it beside the goal")
    page.get_by_role("link", name="Write your thanks").click()
    write(page, {"thanks": THANKS})
    look(page, "thanks")
    page.locator("[data-thanks-form] button.main").click()
    page.get_by_role("link", name="Choose what comes next").click()
    page.get_by_label("We go on formally").check()
    page.get_by_label("A sounding board").check()
    write(page, {"channel": "Quittengelb: call me on Fridays"})
    look(page, "decision")
    press(page, "This is my choice")
    page.wait_for_url("**/winding-up/")
    page.wait_for_load_state("networkidle")


def test_one_ends_it_in_two_clicks_and_both_find_the_same_way_on(two: Pair) -> None:
    ada, ben = two.begin()
    ben.goto(two.home)
    ben.get_by_role("link", name="This is not working for me").click()
    look(ben, "ending_ask")
    press(ben, "End this relationship now")
    look(ben, "ending_ended")
    ada.goto(f"{two.home}ending/")
    for page in (ada, ben):
        press(page, "I would like a new match")
        expect(page.locator("[data-rematch=yes]")).to_be_visible()


def test_the_quiet_ways_are_open(two: Pair) -> None:
    ada, _ben = two.begin()
    for part, name in (("pause/", "pause"), ("rhythm/", "drift_nothing"), ("talk/", "talk")):
        ada.goto(f"{two.home}{part}")
        look(ada, name)
    press(ada, "I would like to talk to someone")
    expect(ada.locator("[data-talk=asked]")).to_be_visible()
