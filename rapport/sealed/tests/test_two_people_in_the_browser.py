"""Two people in two browsers: their space is founded, joined, checked, and read by both."""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterator
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from playwright.sync_api import Page, Route

from rapport.organisations.tenancy import tenant
from rapport.sealed.actions import accept_signature, open_space, put_envelope, statement_for
from rapport.sealed.forms import read_sealed
from rapport.sealed.models import Space
from rapport.sealed.protocol.canonical import digest
from rapport.sealed.tests.site import live_site, session_of, signed_in
from rapport.sealed.tests.test_in_the_browser import Desk
from tests.browser import chromium
from tests.cast import Cast

pytestmark = pytest.mark.browser

SEAL = """async ([sid, oid]) => {
  const { sealWords } = await import("/static/sealed/1/records.js");
  const { base64 } = await import("/static/sealed/1/encoding.js");
  const words = { wording: "Lead" };
  const given = { sid, oid, revision: 0, current: "", schema: "goal/1", words };
  return base64((await sealWords(given, new Map())).envelope);
}"""
OPEN = """async ([sid, oid, envelope]) => {
  const { openWords } = await import("/static/sealed/1/records.js");
  try {
    return (await openWords(sid, oid, envelope)).words;
  } catch (error) {
    return error.refusal ?? `${error.name}: ${error.message}`;
  }
}"""
RENEW = """async (sid) => {
  const { forgetSpaces, openSpace } = await import("/static/sealed/1/spaces.js");
  forgetSpaces();
  await openSpace(sid);
}"""
TRY_TO_SEAL = f"(given) => ({SEAL})(given).catch((error) => error.refusal)"
FINGERPRINT = """async ([sid, user]) => {
  const { openSpace } = await import("/static/sealed/1/spaces.js");
  const { fingerprint } = await import("/static/sealed/1/fingerprint.js");
  return fingerprint((await openSpace(sid)).state.members[user]);
}"""
GOAL = "60a10000-0000-4000-8000-000000000001"
OTHER = "60a10000-0000-4000-8000-000000000002"


class Two:
    """Ada's and Ben's browsers, and the number of the space they share."""

    def __init__(self, ada: Desk, ben: Desk, sid: str) -> None:
        self.ada, self.ben, self.sid = ada, ben, sid

    def ready(self) -> tuple[Page, Page]:
        """Ada has keys first and waits; Ben's browser founds the space; Ada's joins."""
        ada, ben = self.ada.set_up(), self.ben.set_up()
        settle(ben)
        ada.reload()
        settle(ada)
        return ada, ben


def settle(page: Page) -> None:
    page.wait_for_load_state("networkidle", timeout=45_000)


@pytest.fixture
def two(committed_cast: Cast) -> Iterator[Two]:
    with tenant(committed_cast.organisation):
        space = open_space(Space.Kind.RELATIONSHIP, [committed_cast.ada, committed_cast.ben])
    sessions = [session_of(committed_cast.ada), session_of(committed_cast.ben)]
    connection.close()
    with live_site() as site, chromium() as browser:
        desks = [Desk(signed_in(browser, site, each), f"{site}/o/harbour") for each in sessions]
        yield Two(desks[0], desks[1], str(space.pk))


def told(page: Page, two: Two) -> Any:
    """The space as the server tells it to this person."""
    return page.evaluate(f"fetch('/o/harbour/spaces/{two.sid}/state').then((a) => a.json())")


def test_two_browsers_found_a_space_and_read_each_other(two: Two, committed_cast: Cast) -> None:
    people = [str(committed_cast.ada.pk), str(committed_cast.ben.pk)]
    ada, ben = two.ready()
    for page in (ada, ben):
        state = told(page, two)
        assert len(state["log"]) == len(state["log"][0]["approvals"]) == 1
        assert state["grants"] == []
    numbers = [[tab.evaluate(FINGERPRINT, [two.sid, who]) for who in people] for tab in (ada, ben)]
    assert numbers[0] == numbers[1]
    assert numbers[0][0] != numbers[0][1]
    envelope = ada.evaluate(SEAL, [two.sid, GOAL])
    assert ben.evaluate(OPEN, [two.sid, GOAL, envelope]) == {"wording": "Lead"}
    assert ben.evaluate(OPEN, [two.sid, two.sid, envelope]) == "wrong-object"
    broken = envelope[:-8] + ("AAAA" if envelope[-8:-4] != "AAAA" else "BBBB") + envelope[-4:]
    assert ben.evaluate(OPEN, [two.sid, GOAL, broken]) == "damaged"
    eve = ada.evaluate(f"fetch('/o/harbour/spaces/{GOAL}/state').then((a) => a.status)")
    assert eve == 404


def test_after_very_many_words_there_is_a_new_key_once(two: Two) -> None:
    """The server says how many there are; one that lies has her make one key at a time, no more."""
    ada, ben = two.ready()
    envelope = ada.evaluate(SEAL, [two.sid, GOAL])
    ada.route("**/spaces/*/state", lambda route: route.fulfill(json=with_many(route)))
    ada.evaluate(RENEW, two.sid)
    ada.unroute("**/spaces/*/state")
    entries = [json.loads(each["entry"]) for each in told(ben, two)["log"]]
    assert [(each["op"], each["ep"]) for each in entries] == [("create", 1), ("rotate", 2)]
    ben.reload()
    settle(ben)
    assert ben.evaluate(OPEN, [two.sid, GOAL, envelope]) == {"wording": "Lead"}
    later = ben.evaluate(SEAL, [two.sid, OTHER])
    assert ada.evaluate(OPEN, [two.sid, OTHER, later]) == {"wording": "Lead"}


def with_many(route: Route) -> Any:
    return {**route.fetch().json(), "written": 10_000}


def test_a_server_that_hides_her_own_words_is_noticed_before_she_writes_more(two: Two) -> None:
    ada, _ = two.ready()
    before = told(ada, two)
    envelope = ada.evaluate(SEAL, [two.sid, GOAL])
    assert ada.evaluate(OPEN, [two.sid, GOAL, envelope]) == {"wording": "Lead"}
    ada.route("**/spaces/*/state", partial(answer, before))
    assert ada.evaluate(TRY_TO_SEAL, [two.sid, GOAL]) == "history-withheld"


def answer(state: Any, route: Route) -> None:
    route.fulfill(json=state)


SIGN = """async ([sid, oid, envelope, statement]) => {
  const form = document.createElement("form");
  form.method = "post";
  const element = document.createElement("agreement-signature");
  const given = { name: "signature", space: sid, object: oid, envelope, statement };
  for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
  form.append(element);
  document.body.append(form);
  const sent = new Promise((resolve) => {
    document.addEventListener("submit", (event) => {
      if (event.defaultPrevented) return;
      event.preventDefault();
      resolve(new FormData(form).get("signature"));
    });
  });
  form.requestSubmit();
  while (element.getAttribute("state") === "locked") await new Promise((go) => setTimeout(go, 50));
  const refusal = element.querySelector("[data-refusal]")?.dataset.refusal;
  if (!refusal) form.requestSubmit();
  return refusal ?? sent;
}"""


@pytest.fixture
def beside_the_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Playwright's event loop runs in the test's own thread, and Django would refuse to work."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


@pytest.mark.usefixtures("beside_the_loop")
def test_each_party_signs_what_she_has_read_and_nothing_else(
    two: Two, committed_cast: Cast
) -> None:
    ada, ben = two.ready()
    envelope = ada.evaluate(SEAL, [two.sid, GOAL])
    with tenant(committed_cast.organisation):
        space = Space.objects.get(pk=two.sid)
        words = put_envelope(space, read_sealed(b64decode(envelope)), by=committed_cast.ada)
        statement = statement_for(words, agreement=UUID(GOAL), version=1, public={"days": 14})
    asked = [two.sid, GOAL, envelope]
    for page, person in ((ada, committed_cast.ada), (ben, committed_cast.ben)):
        signature = b64decode(page.evaluate(SIGN, [*asked, b64encode(statement).decode()]))
        with tenant(committed_cast.organisation):
            assert accept_signature(statement, signature, by=person) == signature
    ben.reload()
    settle(ben)
    wrong = statement.replace(digest(b64decode(envelope)).encode(), b"ab" * 32)
    refusal = ben.evaluate(SIGN, [*asked, b64encode(wrong).decode()])
    assert refusal == "agreement-mismatch"
