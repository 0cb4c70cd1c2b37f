"""Cora at a browser: two rounds with declines, and the board with nothing but a keyboard."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.db import connection, connections
from django.utils import timezone
from playwright.sync_api import Page, expect

from rapport.matching.actions.asking import ask_both_sides
from rapport.matching.actions.matching_round import form_pairs
from rapport.matching.actions.say import say_no, say_yes
from rapport.matching.models import Asking, Choice, MatchingRound, Mode, Proposal
from rapport.matching.tests.conftest import choice, make_intake, make_round, names, sign_up
from rapport.organisations.tenancy import tenant
from rapport.relationships.tests.test_keyboard_in_the_browser import Keys
from rapport.sealed.tests.site import live_site, session_of, signed_in
from tests.browser import Watch, assert_accessible, chromium
from tests.cast import Cast

pytestmark = pytest.mark.browser
AT = "/o/harbour/programmes/lighthouse/intakes/autumn/pairs/"


@dataclass
class Room:
    """Cora's page and Ada's, and where everything is."""

    cast: Cast
    cora: Page
    ada: Page
    site: str

    def go(self, page: Page, path: str) -> None:
        page.goto(f"{self.site}{path}")
        look(page)


def aside[Found](cast: Cast, work: Callable[[], Found]) -> Found:
    """Work in the database while a browser is driven, which keeps this thread to itself."""

    def inside() -> Found:
        try:
            with tenant(cast.organisation):
                return work()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(inside).result()


def look(page: Page) -> None:
    page.wait_for_load_state("networkidle")
    assert_accessible(page)


def press(page: Page, name: str) -> None:
    button = page.get_by_role("button", name=name, exact=True)
    button.or_(page.get_by_role("link", name=name, exact=True)).first.click()
    look(page)


@pytest.fixture
def room(committed_cast: Cast) -> Iterator[Room]:
    expect.set_options(timeout=30_000)
    sessions = [session_of(committed_cast.cora), session_of(committed_cast.ada)]
    connection.close()
    with live_site() as site, chromium() as browser:
        cora, ada = (signed_in(browser, site, each).new_page() for each in sessions)
        yield Room(committed_cast, cora, ada, site)


def test_two_rounds_with_declines_and_nobody_told_whose(room: Room) -> None:
    cast, cora, ada = room.cast, room.cora, room.ada
    found = aside(cast, lambda: make_round(cast, make_intake(cast), Mode.MENTOR_APPROVES))
    room.go(cora, f"{AT}1/")
    press(cora, "Ask both sides")
    press(cora, "Ask now")
    expect(cora.locator("main")).to_contain_text("0 of 2 people asked have answered")
    room.go(ada, "/o/harbour/say/")
    press(ada, "Lighthouse")
    expect(ada.locator("main")).to_contain_text("Ben")
    press(ada, "No, thank you")
    expect(ada.locator("main")).to_contain_text("Nobody is told that it was you.")
    aside(cast, lambda: say_yes(choice(found, "Nora", "Finn"), by=cast.cora))
    room.go(cora, f"{AT}1/history/")
    expect(cora.locator("main")).to_contain_text("Somebody who was asked has answered.")
    expect(cora.locator("main")).not_to_contain_text("Ada")
    room.go(cora, f"{AT}1/")
    press(cora, "End the asking")
    press(cora, "Announce these pairs")
    press(cora, "Announce now")
    expect(cora.locator("main")).to_contain_text("The pairs are announced")
    assert aside(cast, lambda: names(second_round(cast, found))) == set()
    assert aside(cast, Proposal.objects.exclude(announced_at=None).count) == 1


def second_round(cast: Cast, first: MatchingRound) -> MatchingRound:
    """Olaf comes, is proposed to Ben, and declines too."""
    intake = first.intake
    intake.enrolments.create(name="Olaf", email="olaf@example.org", role="mentor", topics=["Law"])
    second = form_pairs(intake, by=cast.cora)
    assert names(second) == {("Ben", "Olaf")}
    ask_both_sides(second, until=timezone.localdate() + timedelta(days=3), by=cast.cora)
    asked = Asking.objects.filter(round=second).get()
    say_no(Choice.objects.get(asking=asked), by=cast.cora)
    return second


def test_the_board_needs_no_mouse(room: Room) -> None:
    cast, page = room.cast, room.cora
    watch = Watch(page)
    found = aside(cast, lambda: make_round(cast, make_intake(cast), Mode.COORDINATOR))
    aside(cast, lambda: sign_up(found.intake, "Olaf", "mentor"))
    room.go(page, f"{AT}1/board/")
    card = page.locator("[data-card]", has_text="Ben")
    keys = Keys(page)
    keys.reach(card.locator("[data-move]"))
    keys.tap("Enter")
    expect(page.locator("#move-dialog option")).to_have_count(1)
    assert_accessible(page)
    page.keyboard.press("Enter")
    expect(page.locator("[data-seat]", has_text="Olaf").locator("[data-card]")).to_have_count(1)
    expect(page.locator("[data-board-said]")).to_contain_text("Ben: Olaf")
    expect(card.locator("[data-lock]")).to_have_attribute("aria-pressed", "true")
    expect(card.locator("[data-move]")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(card.locator("[data-lock]")).to_have_attribute("aria-pressed", "false")
    keys.reach(card.locator("[data-out]"))
    keys.tap("Enter")
    expect(page.locator(".seat.free [data-card]")).to_have_count(1)
    look(page)
    card.drag_to(page.locator("[data-seat]", has_text="Olaf"))
    expect(page.locator("[data-seat]", has_text="Olaf").locator("[data-card]")).to_have_count(1)
    for path in ("history/", "notes/", "why-not/", "../../../../matching/"):
        room.go(page, f"{AT}1/{path}")
    assert watch.complaints == []
    assert aside(cast, lambda: names(found)) == {("Ben", "Olaf"), ("Finn", "Nora")}
    assert aside(cast, found.edits.count) == 4
