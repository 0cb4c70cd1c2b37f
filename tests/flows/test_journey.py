"""One whole relationship: from an empty installation to a closed, redefined relationship.

Two people in two browsers and a coordinator in a third. What they write to each other is looked
for afterwards everywhere outside their browsers.
"""

from datetime import datetime, timedelta

import pytest
from playwright.sync_api import FilePayload, expect

from tests.canary import Canaries
from tests.flows.actor import PATIENCE, Actor
from tests.flows.acts import choose_value, hold, sort_values
from tests.flows.stage import Stage, arrive, bring_in, form_pairs, set_up, stage
from tests.stolen import TOLD, make_talkative, note_secrets, nothing_is_stolen

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("journey")]
OTHER = {"Ada": "Ben", "Ben": "Ada"}


def test_a_relationship_from_the_first_day_to_what_it_becomes(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    canaries, control = Canaries(), Canaries()
    folder, records = tmp_path_factory.mktemp("journey"), tmp_path_factory.mktemp("records")
    with stage(folder, records) as scene:
        set_up(scene)
        make_talkative(scene.installation, control)
        bring_in(scene.cora)
        form_pairs(scene.cora)
        relationship = arrive(scene)
        build_rapport(scene, relationship, canaries)
        write_to_each_other(scene, relationship, canaries)
        set_direction(scene, relationship, canaries)
        make_progress(scene, relationship, canaries)
        wind_up(scene, relationship, canaries)
        coordinator_sees_the_course_and_not_a_word(scene, relationship, canaries)
        for actor in (scene.ada, scene.ben):
            note_secrets(actor, canaries)
        nothing_is_stolen(scene, canaries, control)
        assert [actor.watch.complaints for actor in scene.actors] == [[], [], []]


def build_rapport(scene: Stage, relationship: str, canaries: Canaries) -> None:
    ada, ben = scene.ada, scene.ben
    ada.go(ada.home)
    meet(scene, relationship, canaries)
    sort_values(ada, relationship, canaries.plant("value"))
    ben.go(f"{relationship}values/")
    ben.sees_not(canaries.planted["value"])
    sort_values(ben, relationship, canaries.plant("other value"))
    for actor in (ada, ben):
        actor.go(f"{relationship}values/")
        actor.sees(canaries.planted["value"])
        actor.sees(canaries.planted["other value"])
    agree(scene, relationship, canaries)
    go_on(scene, relationship, "Direction")


def meet(scene: Stage, relationship: str, canaries: Canaries) -> None:
    """Arranged for tomorrow, with an invitation for the calendar; moved to today, and held."""
    ada, ben = scene.ada, scene.ben
    ben.go(f"{relationship}meetings/new")
    ben.type_moment(datetime.now() + timedelta(days=1))  # noqa: DTZ005  # the wall clock of the page
    ben.write("place", canaries.plant("place"))
    ben.submit("Arrange it")
    meeting = ben.page.url
    for address in ("ada@example.org", "ben@example.org"):
        mail = scene.mailbox.mail_to(address, "meeting")
        kinds = [part.get_content_type() for part in mail.walk()]
        assert "text/calendar" in kinds, kinds
    ben.go(f"{meeting}agenda")
    ben.write("title", canaries.plant("agenda"))
    ben.submit("Save the agenda")
    ada.go(meeting)
    ada.sees(canaries.planted["agenda"])
    ada.sees(canaries.planted["place"])
    prepare(ben, ada, meeting, canaries)
    hold(ben, meeting)
    ben.go(f"{meeting}reflection")
    ben.write("learned", canaries.plant("reflection"))
    ben.submit("Save for myself")
    ben.go(meeting)
    ben.sees(canaries.planted["reflection"])


def prepare(ben: Actor, ada: Actor, meeting: str, canaries: Canaries) -> None:
    """First for himself alone, then shared on purpose."""
    ben.go(f"{meeting}preparation")
    ben.write("facts", canaries.plant("preparation"), within="#mine")
    ben.submit("Save for myself")
    ada.go(meeting)
    ada.sees_not(canaries.planted["preparation"])
    ben.go(f"{meeting}preparation")
    ben.write("issue", canaries.plant("shared preparation"), within="#shared")
    ben.submit("Share")
    ada.go(meeting)
    ada.sees(canaries.planted["shared preparation"])


def agree(scene: Stage, relationship: str, canaries: Canaries) -> None:
    """Drafted by one, changed by the other, offered, and signed by both with their own keys."""
    ada, ben = scene.ada, scene.ben
    ben.go(f"{relationship}agreement/draft")
    ben.write("purpose", canaries.plant("agreement"))
    ben.submit("Save the draft")
    ada.go(f"{relationship}agreement/draft")
    expect(ada.page.locator("[data-word=purpose]")).to_have_value(
        canaries.planted["agreement"], timeout=PATIENCE
    )
    ada.write("boundaries", canaries.plant("clause"))
    ada.submit("Save the draft")
    ada.press("Offer for signature")
    for actor in (ada, ben):
        actor.go(f"{relationship}agreement/")
        actor.sees(canaries.planted["clause"])
        actor.submit("Sign")
    ben.wait_for("[data-agreement-state=in-force]")


def write_to_each_other(scene: Stage, relationship: str, canaries: Canaries) -> None:
    """A message with a file, and another one that is typed and never sent."""
    ada, ben = scene.ada, scene.ben
    ben.go(f"{relationship}agreement/")
    space = ben.page.locator("[space]").first.get_attribute("space")
    messages = f"{ben.home}spaces/{space}/messages"
    ben.go(messages)
    ben.write("text", canaries.plant("message"))
    words = canaries.plant("file body") * 3000
    name = f"{canaries.plant('file name')}.txt"
    file = FilePayload(name=name, mimeType="text/plain", buffer=words.encode())
    ben.page.set_input_files("[type=file]", files=file)
    ben.submit("Send")
    ada.go(messages)
    ada.sees(canaries.planted["message"])
    ada.sees(name)
    ada.write("text", canaries.plant("draft"))
    ada.page.wait_for_timeout(1500)
    ada.page.reload()
    expect(ada.page.locator("textarea[data-word=text]")).to_have_value(
        canaries.planted["draft"], timeout=PATIENCE
    )


def go_on(scene: Stage, relationship: str, to: str) -> None:
    """Nothing moves before both wish it."""
    for actor in (scene.ada, scene.ben):
        actor.go(f"{relationship}moves/")
        actor.page.locator("[data-move=go_on] button.main").click()
        actor.page.wait_for_load_state()
    for actor in (scene.ada, scene.ben):
        actor.go(relationship)
        expect(actor.page.locator("[aria-current=step]")).to_contain_text(to, timeout=PATIENCE)


def set_direction(scene: Stage, relationship: str, canaries: Canaries) -> None:
    ada, ben = scene.ada, scene.ben
    ben.go(f"{relationship}goals/new")
    ben.page.locator("[name=owner]").first.check()
    ben.write("wording", canaries.plant("goal"))
    ben.write("why", canaries.plant("meaning"))
    ben.write("as_hoped", canaries.plant("level"))
    ben.page.fill("[name=due_on]", (datetime.now() + timedelta(days=90)).strftime("%Y-%m-%d"))  # noqa: DTZ005  # a day
    choose_value(ben, "commitment", "8")
    choose_value(ben, "starting_level", "-2")
    ben.submit("Propose this goal")
    ada.go(f"{relationship}goals/")
    ada.sees(canaries.planted["goal"])
    ada.page.locator("[data-goal] a, a.words").first.click()
    ada.sees(canaries.planted["level"])
    ada.press("I accept it")
    ada.sees("Accepted by all of you")
    ben.go(f"{relationship}steps/")
    ben.write("wording", canaries.plant("step"), within="[data-step-form]")
    ben.submit("Plan this step")
    ben.sees(canaries.planted["step"])
    go_on(scene, relationship, "Progression")


def make_progress(scene: Stage, relationship: str, canaries: Canaries) -> None:
    ben = scene.ben
    ben.go(f"{ben.home}journal/new")
    ben.write("note", canaries.plant("journal"))
    ben.submit("Save")
    ben.go(f"{ben.home}journal/")
    ben.sees(canaries.planted["journal"])
    go_on(scene, relationship, "Winding up")


def wind_up(scene: Stage, relationship: str, canaries: Canaries) -> None:
    ada, ben = scene.ada, scene.ben
    for actor in (ada, ben):
        actor.go(f"{relationship}winding-up/")
        actor.page.locator("main a[href*='/winding-up/goals/']").first.click()
        choose_value(actor, "level", "0")
        actor.write("achieved", canaries.plant(f"review by {actor.name}"))
        actor.submit("Lay it beside the goal")
        actor.go(f"{relationship}winding-up/thanks/")
        actor.write("thanks", canaries.plant(f"thanks by {actor.name}"))
        actor.submit(f"Give it to {OTHER[actor.name]}")
    ben.go(f"{relationship}meetings/new")
    ben.type_moment(datetime.now() - timedelta(minutes=70))  # noqa: DTZ005  # the wall clock of the page
    ben.page.locator("[name=is_closing]").check()
    ben.submit("Arrange it")
    ben.press("We have met")
    decide(scene, relationship, canaries)
    for actor in (ada, ben):
        actor.go(f"{relationship}winding-up/")
        actor.page.locator("[data-move=go_on] button.main").click()
        actor.page.wait_for_load_state()
    for actor in (ada, ben):
        actor.go(relationship)
        expect(actor.page.locator("[aria-current=step]")).to_contain_text(
            "Afterwards", timeout=PATIENCE
        )


def decide(scene: Stage, relationship: str, canaries: Canaries) -> None:
    """Each alone; the other's choice is there once both have chosen."""
    for actor in (scene.ada, scene.ben):
        actor.go(f"{relationship}winding-up/decision/")
        choose_value(actor, "next", "informal")
        choose_value(actor, "redefinition", "sounding_board")
        actor.write("channel", canaries.plant(f"channel of {actor.name}"))
        actor.submit("This is my choice")
    scene.ada.go(f"{relationship}winding-up/")
    scene.ada.wait_for("[data-decided=yes]")
    scene.ada.sees(canaries.planted["channel of Ben"])


def coordinator_sees_the_course_and_not_a_word(
    scene: Stage, relationship: str, canaries: Canaries
) -> None:
    cora, code = scene.cora, relationship.rstrip("/").rsplit("/", 1)[1]
    cora.go(f"{scene.ben.home}members/")
    cora.page.fill("[name=search]", canaries.plant(TOLD))
    cora.press("Search")
    written = {place: word for place, word in canaries.planted.items() if place != TOLD}
    for page in ("desk/", f"desk/relationships/{code}/"):
        cora.go(f"{scene.ben.home}{page}")
        cora.sees("Ada Lindqvist")
        text = cora.page.content()
        assert [place for place, word in written.items() if word in text] == []
    response = cora.page.goto(relationship)
    assert response is not None
    assert response.status == 404
    cora.watch.complaints.clear()  # the browser complains of the 404 we asked for
