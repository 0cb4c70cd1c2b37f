"""Two people at two browsers: the foundations of their relationship, sealed until both are done."""

import pytest
from playwright.sync_api import Page, expect

from rapport.relationships.tests.test_pair_in_the_browser import (
    Pair,
    assert_nothing_leaked,
    look,
    press,
    two,
)

__all__ = ["two"]
pytestmark = pytest.mark.browser


def say(page: Page, theme: str, own: int, other: int) -> None:
    """Answer one theme of the pulse, for oneself and for the other."""
    for side, value in (("self", own), ("other", other)):
        choice = page.locator(f'[data-word="{theme}_{side}"][value="{value}"]')
        expect(choice).to_be_enabled()
        choice.check()


def test_a_pulse_is_answered_alone_revealed_together_and_talked_about(two: Pair) -> None:
    ada, ben = two.begin()
    for page in (ada, ben):
        page.goto(f"{two.home}pulse/")
        page.get_by_text("Take the pulse now").click()
    say(ada, "listening", 5, 4)
    say(ben, "listening", 4, 2)
    say(ben, "respect", 5, 4)
    care = ben.locator("[data-pulse-care]")
    expect(care).to_be_hidden()
    say(ben, "respect", 5, 1)
    expect(care).to_be_visible()
    look(ben, "pulse_care")
    say(ben, "respect", 5, 4)
    expect(care).to_be_hidden()
    say(ada, "respect", 5, 5)
    look(ada, "pulse_form")
    press(ada, "I am done")
    expect(ada.locator(".notice.done")).to_be_visible()
    expect(ada.locator("[data-pulse-result]")).to_have_count(0)
    look(ada, "pulse_waiting")
    press(ben, "I am done")
    expect(ben.locator("[data-pulse-result][data-state=shown]")).to_be_attached()
    ada.reload()
    for page in (ada, ben):
        expect(page.locator("[data-pulse-worth] h3")).to_have_text("Listening")
        look(page, "pulse_result")
    ben.get_by_label("What would you like to talk about?").select_option("listening")
    press(ben, "Let us talk about this")
    expect(ben.locator("#topic sealed-text")).to_contain_text("say nothing for a minute")
    ada.reload()
    expect(ada.locator("#topic sealed-text")).to_contain_text("say nothing for a minute")
    look(ada, "pulse_topic")
    assert_nothing_leaked(two)
