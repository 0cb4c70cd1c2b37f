"""A pair signs its agreement in two browsers, shows it to the programme, and takes it along."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from playwright.sync_api import Page, expect
from pytest_django import Settings

from config.environment import ROOT
from rapport.documents.stamp import CERTIFICATE
from rapport.sealed.tests.site import live_site, session_of, signed_in
from rapport.sealed.tests.test_in_the_browser import Desk
from rapport.sealed.tests.test_two_people_in_the_browser import settle
from tests.browser import assert_accessible, chromium
from tests.cast import Cast, pair

pytestmark = pytest.mark.browser

TEXT = "Zinnober: we listen before we advise."


class Pair:
    """Ada's and Ben's browsers, Cora's too, and the relationship of the first two."""

    def __init__(self, desks: list[Desk], code: str) -> None:
        self.ada, self.ben, self.cora = desks
        self.path = f"relationships/{code}"
        self.desk_path = f"desk/relationships/{code}/agreement/"

    def ready(self) -> tuple[Page, Page]:
        ada, ben = self.ada.set_up(), self.ben.set_up()
        settle(ben)
        ada.reload()
        settle(ada)
        return ada, ben

    def go(self, page: Page, path: str = "") -> None:
        page.goto(f"{self.ada.home}/{self.path}/{path}")
        settle(page)


@pytest.fixture
def together(committed_cast: Cast, settings: Settings, tmp_path: Path) -> Iterator[Pair]:
    settings.VAR = tmp_path
    relationship = pair(committed_cast)
    people = (committed_cast.ada, committed_cast.ben, committed_cast.cora)
    sessions = [session_of(each) for each in people]
    connection.close()
    with live_site() as site, chromium() as browser:
        desks = [Desk(signed_in(browser, site, each), f"{site}/o/harbour") for each in sessions]
        yield Pair(desks, relationship.code)


def send(page: Page, name: str) -> None:
    """Press what sends a form, once its words or its key are open."""
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).first.click()
    settle(page)


def sign(together: Pair, ada: Page, ben: Page) -> None:
    together.go(ada, "agreement/draft")
    ada.locator("[data-word=purpose]").fill(TEXT)
    send(ada, "Save the draft")
    send(ada, "Offer for signature")
    for page in (ada, ben):
        together.go(page, "agreement/")
        expect(page.get_by_text(TEXT)).to_be_visible()
        send(page, "Sign")


def saved(page: Page, name: str, folder: Path, *, role: str = "link") -> Path:
    with page.expect_download() as found:
        page.get_by_role(role, name=name).click()  # type: ignore[arg-type]  # link or button
    file = folder / found.value.suggested_filename
    found.value.save_as(file)
    return file


def verified(verdict: int, *arguments: str) -> str:
    """What `rapport verify` says, in a process of its own as everybody runs it."""
    command = [sys.executable, "-m", "config.cli", "verify", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603  # our own
    assert done.returncode == verdict, done.stdout + done.stderr
    return done.stdout


def test_what_all_want_is_shown_and_proves_itself(together: Pair, tmp_path: Path) -> None:
    ada, ben = together.ready()
    sign(together, ada, ben)
    together.go(ada)
    ada.get_by_role("link", name="Show your agreement to the programme").click()
    settle(ada)
    assert_accessible(ada)
    send(ada, "I agree to show it")
    expect(ada.get_by_text("Still open: Ben")).to_be_visible()
    together.go(ben, "agreement/sharing/")
    send(ben, "I agree to show it")
    expect(ben.locator("agreement-opening[state=open]")).to_have_count(1)
    assert_accessible(ben)
    assert TEXT.encode() not in together.ada.sent() + together.ben.sent()
    send(ben, "Make the document")
    expect(ben.get_by_text("The programme can read this version")).to_be_visible()
    document, seal = saved(ben, "as a document", tmp_path), str(tmp_path / CERTIFICATE)
    assert TEXT in verified(0, str(document), "--seal", seal)
    document.write_bytes(document.read_bytes()[:-40])
    assert "WRONG" in verified(1, str(document), "--seal", seal)
    cora = together.cora.open(together.desk_path.removesuffix("agreement/"))
    assert saved(cora, "shown to you by all of them", tmp_path).read_bytes().startswith(b"%PDF")
    takes_it_along(together, ada, tmp_path)
    assert together.ada.complaints() + together.ben.complaints() == []


def takes_it_along(together: Pair, ada: Page, folder: Path) -> None:
    """From the relationship's page to a file that shows what was signed."""
    together.go(ada)
    ada.get_by_role("link", name="Your copy").click()
    expect(ada.get_by_role("button", name="Make my copy")).to_be_enabled()
    copy = saved(ada, "Make my copy", folder, role="button")
    said = verified(0, str(copy))
    assert "Agreement, version 1: signed by Ada, Ben: all of its parties." in said
    assert "Its document is whole and says the same" in said


def test_one_word_otherwise_and_the_browser_opens_nothing(together: Pair) -> None:
    """A server that shows another statement beside the text gets no key from a browser."""
    ada, ben = together.ready()
    sign(together, ada, ben)
    for page in (ada, ben):
        together.go(page, "agreement/sharing/")
        send(page, "I agree to show it")
    ben.route("**/agreement/sharing/", lambda route: route.fulfill(
        body=route.fetch().text().replace('statement="', 'statement="e30', 1)
    ))  # fmt: skip
    together.go(ben, "agreement/sharing/")
    expect(ben.locator("[data-refusal]").first).to_be_visible()
    before = len(together.ben.sent())
    ben.get_by_role("button", name="Make the document").click()
    ben.wait_for_timeout(1500)
    assert len(together.ben.sent()) == before
