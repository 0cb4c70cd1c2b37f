"""Two people at two browsers: from the first meeting to thoughts that are shared on purpose."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from playwright.sync_api import Page, expect

from rapport.sealed.tests.site import live_site, session_of, signed_in
from rapport.sealed.tests.test_in_the_browser import Desk
from tests.browser import assert_accessible, chromium
from tests.cast import Cast, pair

pytestmark = pytest.mark.browser

PLACE = "Quittengelb: the café on the third floor"
CLAUSE = "Quittengelb: we tell each other the truth early."
SECRET = "Quittengelb: I am afraid of the talk with my boss."
SHARED = "Quittengelb: how do I begin a hard talk?"


@dataclass
class Pair:
    """Ada's and Ben's desks, and the address of what they share."""

    ada: Desk
    ben: Desk
    home: str

    def begin(self) -> tuple[Page, Page]:
        """Both have keys, and their space is open."""
        ada, ben = self.ada.set_up(), self.ben.set_up()
        for page in (ben, ada):
            page.goto(self.home)
            page.wait_for_load_state("networkidle")
        return ada, ben


@pytest.fixture
def two(committed_cast: Cast) -> Iterator[Pair]:
    expect.set_options(timeout=15_000)
    relationship = pair(committed_cast)
    sessions = [session_of(committed_cast.ada), session_of(committed_cast.ben)]
    connection.close()
    with live_site() as site, chromium() as browser:
        house = f"{site}/o/harbour"
        ada, ben = (Desk(signed_in(browser, site, each), house) for each in sessions)
        yield Pair(ada, ben, home=f"{house}/relationships/{relationship.code}/")


def look(page: Page, name: str) -> None:
    """Every page that is visited is looked at."""
    page.wait_for_load_state("networkidle")
    assert_accessible(page)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def arrange(page: Page, home: str, days: int = 3) -> None:
    page.goto(f"{home}meetings/new")
    moment = timezone.now() + timedelta(days=days)
    page.get_by_label("Day and time").fill(f"{moment:%Y-%m-%dT%H:%M}")
    page.get_by_label("Where, or how").fill(PLACE)
    look(page, "meeting_new")
    press(page, "Arrange it")
    expect(page.locator("[data-meeting-state=planned]")).to_be_visible()


def test_a_meeting_with_a_sealed_place_and_a_timed_agenda(two: Pair) -> None:
    ada, ben = two.begin()
    look(ada, "relationship")
    arrange(ben, two.home)
    ben.get_by_role("link", name="Write the agenda").click()
    expect(ben.locator("[data-word=title]").nth(1)).to_have_value("Compare your safety numbers")
    look(ben, "agenda")
    press(ben, "Save the agenda")
    expect(ben.locator("ol.agenda li")).to_have_count(7)
    ada.goto(ben.url)
    expect(ada.locator("ol.agenda li .title").first).to_have_text("Arrive")
    expect(ada.get_by_text(PLACE)).to_be_visible()
    expect(ada.locator("safety-number output").first).not_to_have_text("")
    look(ada, "meeting")
    assert_nothing_leaked(two)


def sort(page: Page, card: str, importance: str) -> None:
    answer = page.locator("fieldset.card", has_text=card).locator("label", has_text=importance)
    expect(answer.locator("input")).to_be_enabled()
    answer.click()


def test_values_are_sorted_alone_and_revealed_together(two: Pair) -> None:
    ada, ben = two.begin()
    for page, calm, shown in (
        (ada, "Very important", ".notice.done"),
        (ben, "Less important", "[data-values-reveal]"),
    ):
        page.goto(f"{two.home}values/")
        sort(page, "Honesty", "Very important")
        sort(page, "Calm", calm)
        expect(page.locator("[data-sort-count]")).to_have_text("2 of 60 cards sorted")
        look(page, "values_sort")
        press(page, "I am done")
        expect(page.locator(shown)).to_be_attached()
    ada.reload()
    for page in (ada, ben):
        expect(page.locator("[data-values-common] h3")).to_have_text("Honesty")
        expect(page.locator("[data-values-different] h3")).to_have_text("Calm")
        look(page, "values_revealed")
    assert_nothing_leaked(two)


def test_an_agreement_drafted_by_one_and_signed_by_both(two: Pair) -> None:
    ada, ben = two.begin()
    ada.goto(f"{two.home}agreement/draft")
    first = ada.locator("[data-word=purpose]")
    expect(first).to_have_value(
        "We work together so that the mentee can grow in what matters to them now."
    )
    first.fill(CLAUSE)
    look(ada, "agreement_draft")
    press(ada, "Save the draft")
    expect(ada.get_by_text(CLAUSE)).to_be_visible()
    look(ada, "agreement_offer")
    press(ada, "Offer for signature")
    for page in (ada, ben):
        page.goto(f"{two.home}agreement/")
        expect(page.get_by_text(CLAUSE)).to_be_visible()
        look(page, "agreement_sign")
        press(page, "Sign")
        expect(page.locator("form[data-sign]")).to_have_count(0)
    expect(ben.locator("[data-agreement-state=in-force]")).to_be_visible()
    look(ben, "agreement_paper")
    assert_nothing_leaked(two)


def test_thoughts_are_private_until_they_are_shared(two: Pair) -> None:
    ada, ben = two.begin()
    arrange(ben, two.home)
    meeting = ben.url
    ben.goto(f"{meeting}preparation")
    ben.wait_for_load_state("networkidle")
    ben.locator("#mine [data-word=issue]").fill(SECRET)
    press(ben, "Save for myself")
    expect(ben.locator("#mine sealed-field[revision='1']")).to_be_attached()
    expect(ben.locator("#mine [data-word=issue]")).to_have_value(SECRET)
    press(ben, "Take over my thoughts")
    expect(ben.locator("#shared [data-word=issue]")).to_have_value(SECRET)
    ben.locator("#shared [data-word=issue]").fill(SHARED)
    look(ben, "preparation")
    press(ben, "Share")
    expect(ben).to_have_url(meeting)
    ada.goto(meeting)
    expect(ada.get_by_text(SHARED)).to_be_visible()
    assert SECRET not in ada.content()
    assert_nothing_leaked(two)


def assert_nothing_leaked(two: Pair) -> None:
    for desk in (two.ada, two.ben):
        assert desk.complaints() == []
        assert b"Quittengelb" not in desk.sent()
