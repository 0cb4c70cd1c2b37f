"""Words in two tabs, offline, erased, and held back: no text is lost, and no gap goes unnoticed."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from rapport.sealed.tests.test_in_the_browser import NOTE, Desk, desk, write_note
from rapport.sealed.tests.test_two_people_in_the_browser import GOAL, OPEN, SEAL, Two, two

pytestmark = pytest.mark.browser

__all__ = ["desk", "two"]

MERGE = """async ([base, mine, saved]) => {
  const { merge } = await import("/static/sealed/1/merge.js");
  return merge(base, mine, saved);
}"""
REFUSED = """async () => {
  const { refusalsOf } = await import("/static/sealed/1/events.js");
  const { person } = await import("/static/sealed/1/page.js");
  return (await refusalsOf(person)).map(({ refusal }) => refusal);
}"""


def test_what_was_typed_offline_is_sent_when_the_connection_is_back(desk: Desk) -> None:
    page = desk.set_up()
    page.get_by_role("link", name="Write something").click()
    page.get_by_label("Your note").fill(NOTE)
    desk.context.set_offline(True)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("You are offline. What you wrote is kept sealed")).to_be_visible()
    expect(page.get_by_label("Your note")).to_have_value(NOTE)
    desk.context.set_offline(False)
    desk.arrive(page)
    expect(page.locator("sealed-text")).to_have_text(NOTE)


def test_a_note_is_erased_for_good(desk: Desk) -> None:
    page = desk.set_up()
    write_note(desk, page, NOTE)
    page.get_by_role("link", name="Change").click()
    expect(page.get_by_label("Your note")).to_have_value(NOTE)
    page.get_by_role("button", name="Erase it").click()
    desk.arrive(page)
    expect(page.locator("sealed-text")).to_have_count(0)
    assert desk.complaints() == []


MERGES: list[tuple[Any, Any]] = [
    ([{"a": "1", "b": "1"}, {"a": "2", "b": "1"}, {"a": "1", "b": "3"}], ("23", [])),
    ([{"a": "1", "b": "1"}, {"a": "2", "b": "1"}, {"a": "3", "b": "1"}], ("21", ["a"])),
    ([{"a": "1", "b": "1"}, {"a": "2", "b": "2"}, {"a": "2", "b": "2"}], ("22", [])),
    ([None, {"a": "2", "b": "1"}, {"a": "3", "b": "1"}], ("21", ["a"])),
]


def test_what_only_one_changed_is_brought_together(desk: Desk) -> None:
    page = desk.open("keys/new")
    for given, ((a, b), clashes) in MERGES:
        assert page.evaluate(MERGE, given) == {"merged": {"a": a, "b": b}, "clashes": clashes}


def test_what_the_other_has_seen_cannot_be_held_back(two: Two) -> None:
    ada, ben = two.ready()
    for page in (ada, ben):
        page.route("**/envelope?hash=*", lambda route: route.fulfill(json={"envelope": False}))
    by_ada = ada.evaluate(SEAL, [two.sid, GOAL])
    assert ben.evaluate(OPEN, [two.sid, GOAL, by_ada]) == {"wording": "Lead"}
    by_ben = ben.evaluate(SEAL, [two.sid, two.sid])
    assert ada.evaluate(OPEN, [two.sid, two.sid, by_ben]) == {"wording": "Lead"}
    wait_for_alarm(ada)
    assert ada.evaluate(REFUSED) == ["history-withheld"]


def wait_for_alarm(page: Page) -> None:
    held_back = "[data-refusal=history-withheld]"
    expect(page.locator(f".sealed-alarm{held_back}")).to_be_visible()
