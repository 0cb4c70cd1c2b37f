"""Ben at a real browser: it subscribes, gets what was sealed for it, opens it, and shows it."""

import json
from base64 import b64encode
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections
from playwright.sync_api import Page, expect

from rapport.notifications.models import PushDevice
from rapport.notifications.tests.test_push import Service, moved, push, service
from rapport.organisations.tenancy import tenant
from rapport.relationships.models import Relationship
from rapport.sealed.tests.site import live_site, session_of, signed_in
from tests.browser import Watch, chromium
from tests.cast import Cast, pair

__all__ = ["service"]

pytestmark = pytest.mark.browser
HERE = Path(__file__).parent
SHOWN = """async () => {
  const worker = await navigator.serviceWorker.ready;
  return (await worker.getNotifications()).map((each) => [each.title, each.data.url]);
}"""


@dataclass
class Desk:
    """Ben's page with the choices of his news, and the keys his browser made."""

    cast: Cast
    relationship: Relationship
    page: Page
    site: str
    keys: dict[str, Any] = field(default_factory=dict)

    def keep(self, keys: dict[str, Any]) -> None:
        self.keys |= keys


@pytest.fixture
def desk(committed_cast: Cast, service: Service) -> Iterator[Desk]:
    relationship = pair(committed_cast)
    session = session_of(committed_cast.ben)
    connection.close()
    with live_site() as site, chromium() as browser:
        context = signed_in(browser, site, session)
        context.grant_permissions(["notifications"])
        desk = Desk(committed_cast, relationship, context.new_page(), site)
        desk.page.expose_function("keepKeys", desk.keep)
        script = (HERE / "subscribing.js").read_text()
        desk.page.add_init_script(script.replace("ENDPOINT", f"{service.address}/ben"))
        yield desk


def send(desk: Desk) -> None:
    """What a worker does, in a thread of its own: this one belongs to the browser."""

    def work() -> None:
        with tenant(desk.cast.organisation):
            push(PushDevice.objects.get(), moved(desk.relationship, desk.cast))
        connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        pool.submit(work).result()


def deliver(desk: Desk, text: str) -> None:
    """To the worker of this site, as the browser does after it opened a message."""
    session = desk.page.context.new_cdp_session(desk.page)
    known: list[dict[str, Any]] = []
    session.on(
        "ServiceWorker.workerRegistrationUpdated", lambda told: known.extend(told["registrations"])
    )
    session.send("ServiceWorker.enable")
    for _each in range(100):
        if known:
            break
        desk.page.wait_for_timeout(100)
    where = {"origin": desk.site, "registrationId": known[-1]["registrationId"]}
    session.send("ServiceWorker.deliverPushMessage", {**where, "data": text})


def test_a_browser_subscribes_opens_what_was_sealed_for_it_and_shows_it(
    desk: Desk, service: Service
) -> None:
    page, watch = desk.page, Watch(desk.page)
    page.goto(f"{desk.site}/o/harbour/news/choices/")
    page.get_by_role("button", name="Push to this device").click()
    expect(page.get_by_text("News comes to this device as well")).to_be_visible()
    send(desk)
    ((_headers, body),) = service.posted
    opening = (HERE / "opening.js").read_text()
    sealed = b64encode(body).decode()
    text = page.evaluate(opening, [sealed, desk.keys["jwk"], desk.keys["auth"]])
    read = json.loads(text)
    assert read["title"] == "Ada would like to move to another phase"
    deliver(desk, text)
    page.wait_for_function(f"async () => (await ({SHOWN})()).length")
    assert page.evaluate(SHOWN) == [[read["title"], read["url"]]]
    assert watch.complaints == []
