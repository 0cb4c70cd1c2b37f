"""Three people in three browsers: who is let in, gets the past, leaves, and is compared with."""

from collections.abc import Iterator

import pytest
from django.db import connection
from playwright.sync_api import Page, expect

from rapport.organisations.tenancy import tenant
from rapport.sealed.actions import open_space, propose_member
from rapport.sealed.models import Space
from rapport.sealed.tests.site import live_site, session_of, signed_in
from rapport.sealed.tests.test_in_the_browser import Desk
from rapport.sealed.tests.test_two_people_in_the_browser import GOAL, OPEN, SEAL, settle
from tests.browser import assert_accessible, chromium
from tests.cast import Cast

pytestmark = pytest.mark.browser

STATUS = "(sid) => fetch(`/o/harbour/spaces/${sid}/state`).then((answer) => answer.status)"
OTHER = "60a10000-0000-4000-8000-000000000002"


class Three:
    """Ada's, Ben's and Sam's browsers, all with keys; Sam is proposed."""

    def __init__(self, desks: list[Desk], sid: str) -> None:
        self.desks, self.sid = desks, sid

    def ready(self) -> list[Page]:
        pages = [desk.set_up() for desk in self.desks]
        for page in pages[:2]:
            self.visit(page)
        return pages

    def visit(self, page: Page) -> None:
        page.goto(f"{self.desks[0].home}/spaces/{self.sid}/")
        settle(page)


@pytest.fixture
def three(committed_cast: Cast) -> Iterator[Three]:
    people = [committed_cast.ada, committed_cast.ben, committed_cast.sam]
    with tenant(committed_cast.organisation):
        space = open_space(Space.Kind.RELATIONSHIP, people[:2])
        propose_member(space, committed_cast.sam, by=committed_cast.cora)
    sessions = [session_of(each) for each in people]
    connection.close()
    with live_site() as site, chromium() as browser:
        desks = [Desk(signed_in(browser, site, each), f"{site}/o/harbour") for each in sessions]
        yield Three(desks, str(space.pk))


def press(page: Page, name: str) -> None:
    """Each act asks once more."""
    page.get_by_role("button", name=name).click()
    sure = page.get_by_role("button", name=f"Sure? {name}")
    sure.click()
    expect(sure).to_have_count(0)


def test_a_co_mentor_is_let_in_by_both_and_gets_the_past_by_a_second_choice(three: Three) -> None:
    ada, ben, sam = three.ready()
    three.visit(ada)
    before = ada.evaluate(SEAL, [three.sid, GOAL])
    assert sam.evaluate(STATUS, three.sid) == 404
    press(ada, "Let Sam in, from now on")
    expect(ada.get_by_text("Waiting for the others.")).to_be_visible()
    three.visit(ben)
    press(ben, "I agree")
    three.visit(sam)
    expect(sam.get_by_role("heading", name="Ada")).to_be_visible()
    assert sam.evaluate(OPEN, [three.sid, GOAL, before]) == "epoch-unknown"
    after = sam.evaluate(SEAL, [three.sid, OTHER])
    three.visit(ada)
    assert ada.evaluate(OPEN, [three.sid, OTHER, after]) == {"wording": "Lead"}
    press(ada, "Show Sam what was written before, too")
    three.visit(ben)
    press(ben, "I agree")
    three.visit(sam)
    assert sam.evaluate(OPEN, [three.sid, GOAL, before]) == {"wording": "Lead"}
    assert_accessible(ada)
    assert [each for desk in three.desks for each in desk.complaints() if "404" not in each] == []


def test_who_leaves_cannot_read_what_comes_and_nobody_writes_with_the_old_key(three: Three) -> None:
    ada, ben, sam = three.ready()
    three.visit(ada)
    press(ada, "Let Sam in, from now on")
    three.visit(ben)
    press(ben, "I agree")
    three.visit(sam)
    press(sam, "Leave these pages")
    three.visit(ada)
    epoch = "sid => import('/static/sealed/1/spaces.js').then((m) => m.openSpace(sid))"
    state = ada.evaluate(f"async (sid) => (await ({epoch})(sid)).state.epoch", three.sid)
    assert state == 3
    assert sam.evaluate(STATUS, three.sid) == 404
    three.visit(ben)
    words = ada.evaluate(SEAL, [three.sid, GOAL])
    assert ben.evaluate(OPEN, [three.sid, GOAL, words]) == {"wording": "Lead"}


def test_checked_is_what_a_person_did_and_the_server_cannot_say_it(three: Three) -> None:
    ada, ben, _ = three.ready()
    three.visit(ada)
    hers = ada.locator("safety-number").nth(1)
    expect(hers.locator("[data-standing]")).to_have_attribute("data-standing", "unchecked")
    expect(hers.locator("svg")).to_be_visible()
    ada.get_by_role("button", name="We compared: the digits are the same").first.click()
    expect(ada.locator("[data-standing=checked]")).to_contain_text("Checked on")
    ada.reload()
    expect(ada.locator("[data-standing=checked]")).to_contain_text("Checked on")
    three.visit(ben)
    expect(ben.locator("[data-standing=checked]")).to_have_count(0)
