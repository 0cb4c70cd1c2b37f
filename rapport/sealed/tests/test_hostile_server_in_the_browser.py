"""The server is the attacker: one changed answer a run. The person sees the named refusal, nothing

is sent, and her browser notes it for her.
"""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Error, Page, Route, expect

from rapport.sealed import urls
from rapport.sealed.tests.hostile import MUTATIONS, PAGES, TELLS_NOTHING, spoiled
from rapport.sealed.tests.hostile_acts import Facts, Mutation
from rapport.sealed.tests.test_in_the_browser import Desk, write_note
from rapport.sealed.tests.test_messages_in_the_browser import send
from rapport.sealed.tests.test_two_people_in_the_browser import Two, settle, two
from rapport.sealed.tests.test_words_in_the_browser import REFUSED
from tests.cast import Cast

__all__ = ["two"]

GLOBS = {
    "space_state": "**/spaces/*/state",
    "keys_mine": "**/keys/mine",
    "space_blob": "**/spaces/*/blob?*",
    "space_envelope": "**/spaces/*/envelope?*",
    "space_everything": "**/spaces/*/everything",
}


def test_there_are_enough_mutations_and_each_has_a_name_of_its_own() -> None:
    assert len(MUTATIONS) >= 30
    assert len({(each.where, each.name) for each in MUTATIONS}) == len(MUTATIONS)


def test_every_route_that_tells_the_browser_something_is_attacked() -> None:
    names = {pattern.name for pattern in urls.urlpatterns}
    attacked = {each.where for each in MUTATIONS} - {"page"}
    assert names == attacked | TELLS_NOTHING | PAGES


class Attack:
    """Ada at her browser, with a server that changes one answer at a time."""

    def __init__(self, two: Two, page: Page, facts: Facts) -> None:
        self.two, self.page, self.facts = two, page, facts
        self.sent: list[str] = []
        page.on("request", lambda request: self.note(request.method, request.url))

    def note(self, method: str, url: str) -> None:
        if method != "GET" and "/alive/" not in url:
            self.sent.append(f"{method} {url}")

    def run(self, mutation: Mutation) -> None:
        address = f"{self.two.ada.home}/{self.path_of(mutation)}"
        glob = GLOBS.get(mutation.where, address)
        if mutation.act != "look":
            self.page.goto(address)
            settle(self.page)
        self.page.route(glob, lambda route: self.answer(mutation, route))
        self.sent.clear()
        getattr(self, mutation.act)(address)
        refusal = self.page.locator(f"[data-refusal={mutation.refusal}]").first
        expect(refusal, mutation.name).to_be_visible(timeout=15_000)
        assert self.sent == [], mutation.name
        assert self.page.evaluate(REFUSED)[-1] == mutation.refusal, mutation.name

    def end(self, mutation: Mutation) -> None:
        """An honest server again; what was locked is opened."""
        self.page.unroute_all()
        if mutation.act == "unlock":
            self.page.reload()
            settle(self.page)
            if self.page.get_by_role("button", name="Open them").is_visible():
                self.two.ada.unlock(self.page, "My key phrase", self.two.ada.phrase)
            expect(self.page.locator("sealed-text").first).to_have_text("First")

    def path_of(self, mutation: Mutation) -> str:
        is_of_space = mutation.page in {"messages", "copy"}
        return f"spaces/{self.two.sid}/{mutation.page}" if is_of_space else mutation.page

    def answer(self, mutation: Mutation, route: Route) -> None:
        answer = route.fetch()
        body = spoiled(mutation, answer.body(), self.facts)
        route.fulfill(response=answer, body=body)

    def look(self, address: str) -> None:
        self.page.goto(address)

    def write(self, _: str) -> None:
        self.page.get_by_label("Your message").fill("Not to be sent")
        self.page.get_by_role("button", name="Send").click()

    def unlock(self, _: str) -> None:
        self.page.evaluate("import('/static/sealed/1/session.js').then((m) => m.lock())")
        self.two.ada.unlock(self.page, "My key phrase", self.two.ada.phrase)

    def file(self, _: str) -> None:
        self.page.get_by_role("button", name="Open", exact=True).first.click()

    def copy(self, _: str) -> None:
        self.page.get_by_role("button", name="Make my copy").click()

    def fresh(self, address: str) -> None:
        """In a browser that was never here before."""
        self.page.evaluate(FORGET_PINS)
        self.page.route(address, without_the_first)
        self.page.goto(address)


def without_the_first(route: Route) -> None:
    """What was seen by the other is not on this page."""
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace("<sealed-record", "<div", 1))


FORGET_PINS = """() => new Promise((done) => {
  const opening = indexedDB.open("sealed", 2);
  opening.onsuccess = () => {
    const clearing = opening.result.transaction("pins", "readwrite").objectStore("pins").clear();
    clearing.onsuccess = () => { opening.result.close(); done(); };
  };
})"""


@pytest.fixture
def attack(two: Two, committed_cast: Cast, tmp_path: Path) -> Attack:
    first = two.ada.set_up()
    ring = first.evaluate("fetch('/o/harbour/keys/mine').then((answer) => answer.json())")
    ben = two.ben.set_up()
    settle(ben)
    first.reload()
    settle(first)
    older = {"keyring": ring["keyring"], "note": note_with_past(two.ada, first)}
    converse(two, first, ben, tmp_path)
    people = (str(committed_cast.ada.pk), str(committed_cast.ben.pk))
    return Attack(two, first, Facts(people[0], people[1], two.sid, older))


def converse(two: Two, ada: Page, ben: Page, folder: Path) -> None:
    file = folder / "<img src=x onerror=alert(1)>.txt"
    file.write_text("vermilion")
    path = f"{two.ada.home}/spaces/{two.sid}/messages"
    for page in (ada, ben):
        page.goto(path)
    send(ada, "First", file)
    ben.reload()
    send(ben, "Second")


def note_with_past(desk: Desk, page: Page) -> Any:
    """A note with two revisions; returns what puts the first one back into the page."""
    page.goto(f"{desk.home}/journal/")
    write_note(desk, page, "As it was")
    old = page.locator("sealed-record").get_attribute("envelope")
    page.get_by_role("link", name="Change").click()
    expect(page.get_by_label("Your note")).to_have_value("As it was")
    page.get_by_label("Your note").fill("As it is")
    page.get_by_role("button", name="Save", exact=True).click()
    desk.arrive(page)
    expect(page.locator("sealed-text")).to_have_text("As it is")
    new = page.locator("sealed-record").get_attribute("envelope")
    return lambda html: html.replace(str(new), str(old))


@pytest.mark.browser
def test_each_lie_of_the_server_is_refused_by_its_name(attack: Attack) -> None:
    failed = []
    for mutation in MUTATIONS:
        try:
            attack.run(mutation)
        except (AssertionError, Error) as trouble:
            failed.append(f"{mutation.where}, {mutation.name}: {str(trouble)[:300]}")
        attack.end(mutation)
    assert not failed, "\n".join(failed)
    attack.page.goto(f"{attack.two.ada.home}/spaces/{attack.two.sid}/messages")
    expect(attack.page.locator("sealed-text").first).to_have_text("First")
    assert attack.page.locator("sealed-files img").count() == 0


@pytest.mark.browser
def test_half_of_our_code_sends_nothing(attack: Attack) -> None:
    attack.page.route("**/sealed/1/envelope.js", lambda route: route.abort())
    attack.page.goto(f"{attack.two.ada.home}/spaces/{attack.two.sid}/messages")
    settle(attack.page)
    attack.sent.clear()
    attack.page.get_by_label("Your message").fill("In the clear?")
    attack.page.get_by_role("button", name="Send").click()
    settle(attack.page)
    posted = b"".join(body for watch in attack.two.ada.watches for body in watch.bodies)
    assert b"In the clear?" not in posted
    assert b"In+the+clear" not in posted
