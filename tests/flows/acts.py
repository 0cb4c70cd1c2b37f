"""What members do in any format, at a browser; a journey says who does it, and in which order."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from playwright.sync_api import expect

from tests.flows.actor import PATIENCE, Actor

type Circle = Sequence[Actor]


def hold(actor: Actor, meeting: str) -> None:
    """It took place an hour ago after all."""
    actor.go(f"{meeting}time")
    actor.type_moment(datetime.now() - timedelta(hours=2))  # noqa: DTZ005  # the wall clock of the page
    actor.submit("Save and tell everybody")
    actor.go(meeting)
    actor.press("We have met")
    actor.wait_for("[data-meeting-state=held]")


def sort_values(actor: Actor, relationship: str, own_card: str) -> None:
    actor.go(f"{relationship}values/")
    cards = actor.page.locator(".deck fieldset")
    expect(cards.first).to_be_visible(timeout=PATIENCE)
    for place in range(12):
        cards.nth(place).locator("input").nth(place % 3).check()
    actor.page.locator("details summary", has_text="Cards of your own").first.click()
    actor.write("name", own_card, within="[data-words-list=own]")
    actor.page.locator("[data-words-list=own] select").first.select_option(index=1)
    actor.submit("I am done")


def choose_value(actor: Actor, name: str, value: str) -> None:
    """A select or a row of radio buttons: whatever the form uses."""
    field = actor.page.locator(f"select[name={name}]")
    if field.count():
        field.select_option(value)
    else:
        actor.page.locator(f"[name={name}][value='{value}']").check()


def meet_now(actor: Actor, relationship: str, *, closing: bool = False) -> str:
    """A meeting of an hour ago, noted as held; its address."""
    actor.go(f"{relationship}meetings/new")
    actor.type_moment(datetime.now() - timedelta(minutes=70))  # noqa: DTZ005  # the wall clock of the page
    if closing:
        actor.page.locator("[name=is_closing]").check()
    actor.submit("Arrange it")
    actor.press("We have met")
    actor.wait_for("[data-meeting-state=held]")
    return actor.page.url


def sign_all(circle: Circle, relationship: str, words: str) -> None:
    """The first drafts and offers, everybody signs with the own key."""
    first = circle[0]
    first.go(f"{relationship}agreement/draft")
    first.write("purpose", words)
    first.submit("Save the draft")
    first.press("Offer for signature")
    for actor in circle:
        actor.go(f"{relationship}agreement/")
        actor.sees(words)
        actor.submit("Sign")
    first.go(f"{relationship}agreement/")
    first.wait_for("[data-agreement-state=in-force]")


def share_a_goal(circle: Circle, relationship: str, words: str) -> None:
    """The first proposes, the others accept, and it is tied to a step."""
    first, *others = circle
    first.go(f"{relationship}goals/new")
    first.page.locator("[name=owner]").first.check()
    first.write("wording", words)
    first.write("why", f"{words} matters")
    first.write("as_hoped", f"{words} is there")
    first.page.fill("[name=due_on]", (datetime.now() + timedelta(days=90)).strftime("%Y-%m-%d"))  # noqa: DTZ005  # a day
    choose_value(first, "commitment", "8")
    choose_value(first, "starting_level", "-2")
    first.submit("Propose this goal")
    for actor in others:
        actor.go(f"{relationship}goals/")
        actor.sees(words)
        actor.page.locator("[data-goal]", has_text=words).locator("a").first.click()
        actor.press("I accept it")
    others[-1].sees("Accepted by all of you")
    first.go(f"{relationship}steps/")
    first.write("wording", f"{words}: begin", within="[data-step-form]")
    first.submit("Plan this step")
    first.sees(f"{words}: begin")


def move_on(circle: Circle, relationship: str, to: str, *, page: str = "moves/") -> None:
    """Nothing moves before the last of them wishes it."""
    for place, actor in enumerate(circle):
        actor.go(f"{relationship}{page}")
        if place:
            actor.sees("wishes:")
        actor.page.locator("[data-move=go_on] button.main").click()
        actor.page.wait_for_load_state()
    for actor in circle:
        actor.go(relationship)
        expect(actor.page.locator("[aria-current=step]")).to_contain_text(to, timeout=PATIENCE)


def review_all(circle: Circle, relationship: str) -> None:
    for actor in circle:
        actor.go(f"{relationship}winding-up/")
        actor.page.locator("main a[href*='/winding-up/goals/']").first.click()
        choose_value(actor, "level", "0")
        actor.write("achieved", f"{actor.name} saw it")
        actor.submit("Lay it beside the goal")


def thank_all(circle: Circle, relationship: str) -> None:
    """Each thanks the others by name; the last reads what the first has written."""
    for actor in circle:
        actor.go(f"{relationship}winding-up/thanks/")
        actor.write("thanks", f"Thanks from {actor.name}")
        give = actor.page.locator("[data-thanks-form] button.main")
        for other in circle:
            if other is not actor:
                expect(give).to_contain_text(other.name)
        actor.submit(give.inner_text().strip())
    circle[-1].sees(f"Thanks from {circle[0].name}")


def decide_all(circle: Circle, relationship: str) -> None:
    """Each alone; nobody sees a choice before all have chosen."""
    for actor in circle:
        actor.go(f"{relationship}winding-up/decision/")
        choose_value(actor, "next", "informal")
        choose_value(actor, "redefinition", "sounding_board")
        actor.write("channel", f"Ask {actor.name} on Fridays")
        actor.submit("This is my choice")
    for actor in circle:
        actor.go(f"{relationship}winding-up/")
        actor.wait_for("[data-decided=yes]")


def what_it_became(circle: Circle, relationship: str) -> None:
    """Closed together: a sounding board, and how to knock, for everybody to read."""
    for actor in circle:
        actor.go(f"{relationship}ending/")
        actor.sees("A sounding board, now and then")
        actor.sees(f"Ask {circle[0].name} on Fridays")
