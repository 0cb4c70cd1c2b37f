"""A supervised programme: who reads along is named before anybody joins, and then does read."""

from collections.abc import Iterator

import pytest
from django.db import connection
from playwright.sync_api import Page, expect

from rapport.organisations.tenancy import tenant
from rapport.sealed.actions import add_safeguarding, open_space
from rapport.sealed.models import Space
from rapport.sealed.tests.site import live_site, session_of, signed_in
from rapport.sealed.tests.test_circle_in_the_browser import Three
from rapport.sealed.tests.test_in_the_browser import Desk
from rapport.sealed.tests.test_messages_in_the_browser import send
from rapport.sealed.tests.test_two_people_in_the_browser import settle
from tests.browser import chromium
from tests.canary import Canaries, finds
from tests.cast import Cast
from tests.theft import LOG, PLACES, Database, loot_of, talkative_database

pytestmark = pytest.mark.browser

TOLD = "This programme is supervised: Sam is a member of these pages"


@pytest.fixture
def three(committed_cast: Cast) -> Iterator[Three]:
    people = [committed_cast.ada, committed_cast.ben, committed_cast.sam]
    with tenant(committed_cast.organisation):
        space = open_space(Space.Kind.RELATIONSHIP, people[:2])
        add_safeguarding(space, committed_cast.sam)
    sessions = [session_of(each) for each in people]
    connection.close()
    with live_site() as site, chromium() as browser:
        desks = [Desk(signed_in(browser, site, each), f"{site}/o/harbour") for each in sessions]
        yield Three(desks, str(space.pk))


def entries(page: Page, three: Three) -> int:
    told = f"fetch('/o/harbour/spaces/{three.sid}/state').then((answer) => answer.json())"
    return len(page.evaluate(told)["log"])


def test_nobody_joins_before_she_was_told_who_reads_along(three: Three) -> None:
    ada, ben, sam = (desk.set_up() for desk in three.desks)
    messages = f"{three.desks[0].home}/spaces/{three.sid}/messages"
    for page in (ada, ben):
        three.visit(page)
        expect(page.get_by_text(TOLD)).to_be_visible()
    assert entries(ada, three) == 0
    ada.get_by_role("button", name="I know: open our pages").click()
    expect(ada.get_by_role("heading", name="Sam")).to_be_visible()
    assert entries(ada, three) == 1
    three.visit(ben)
    expect(ben.get_by_text(TOLD)).to_be_visible()
    ben.get_by_role("button", name="I know: open our pages").click()
    expect(ben.get_by_role("heading", name="Sam")).to_be_visible()
    ada.goto(messages)
    send(ada, "For the three of us")
    sam.goto(messages)
    settle(sam)
    expect(sam.locator("sealed-text")).to_have_text("For the three of us")


@pytest.fixture
def stolen(three: Three) -> Iterator[Database]:
    with talkative_database() as connection:
        yield connection


def test_a_member_shows_whoever_safeguards_what_was_written_and_nobody_else_is_told(
    three: Three, stolen: Database
) -> None:
    """Neither the other member, nor a thief of the database, its log, or what browsers send."""
    canaries, control, log_from = Canaries(), Canaries(), LOG.stat().st_size
    threat, fear = canaries.plant("message"), canaries.plant("report")
    stolen.execute("UPDATE organisations_organisation SET name = %s", [control.plant("name")])
    ada, ben, sam = (desk.set_up() for desk in three.desks)
    home = three.desks[0].home
    for page in (ada, ben):
        three.visit(page)
        page.get_by_role("button", name="I know: open our pages").click()
        expect(page.get_by_role("heading", name="Sam")).to_be_visible()
        page.goto(f"{home}/spaces/{three.sid}/messages")
    send(ada, threat)
    three.visit(ben)
    ben.get_by_role("button", name="Write to whoever safeguards").click()
    ben.get_by_label(threat).check()
    send(ben, fear)
    report = ben.url
    sam.goto(f"{home}/spaces/")
    sam.locator("article", has_text="To whoever safeguards").get_by_role("link").first.click()
    expect(sam.locator("sealed-text")).to_have_text(fear, timeout=20_000)
    expect(sam.get_by_text("Written by Ada on")).to_be_visible()
    assert ada.evaluate("(url) => fetch(url).then((answer) => answer.status)", report) == 404
    loot = loot_of(stolen, log_from)
    assert finds(loot, control) == [f"name in {place}" for place in PLACES]
    sent = {"bodies": b"".join(desk.sent() for desk in three.desks)}
    assert finds(loot | sent, canaries) == []
