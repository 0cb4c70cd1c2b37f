"""Every format from the sign-ups to what it became, all sides on phones, in one installation.

The same four people take part in all of them, so that accounts and keys are made once; one to one
has a journey of its own. Each format walks its phases; what it does not have is not there. All but
the shortest take minutes on two cores: `make walk` walks them.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import FilePayload

from rapport.domain.formats import SHAPES, Format
from tests.flows.actor import Actor
from tests.flows.acts import (
    choose_value,
    decide_all,
    meet_now,
    move_on,
    review_all,
    share_a_goal,
    sign_all,
    sort_values,
    thank_all,
    what_it_became,
)
from tests.flows.stage import Stage, set_up, stage

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("journey")]

HEADER = ("Name", "E-mail", "Role", "How many mentees would you like?")
SIGNED_UP: dict[Format, tuple[tuple[str, str, str], ...]] = {
    Format.TEAM: (("Ada", "mentor", "1"), ("Gus", "mentor", "1"), ("Ben", "mentee", "")),
    Format.GROUP: (("Ada", "mentor", "2"), ("Ben", "mentee", ""), ("Hana", "mentee", "")),
    Format.PEER: (("Ben", "mentee", ""), ("Hana", "mentee", "")),
    Format.REVERSE: (("Hana", "mentor", "1"), ("Ada", "mentee", "")),
    Format.FLASH: (("Gus", "mentor", "1"), ("Hana", "mentee", "")),
}


@dataclass
class Town:
    """One installation, Cora at her desk, and people with phones who come when first invited."""

    stage: Stage
    people: dict[str, Actor] = field(default_factory=dict)

    def begin(self, shaped: Format) -> None:
        """An intake of this format, its sign-ups, its pairs, and the announcement."""
        cora, label = self.stage.cora, SHAPES[shaped].label
        cora.go(f"{self.stage.installation.address}/o/harbour/programmes/lighthouse/")
        cora.press("New intake")
        cora.page.fill("[name=name]", label)
        choose_value(cora, "own_format", shaped)
        cora.press("Open the intake")
        cora.press("Import sign-ups")
        file = FilePayload(name="people.csv", mimeType="text/csv", buffer=sheet(shaped))
        cora.page.set_input_files("[type=file]", files=file)
        cora.press("Read the file")
        cora.press("Look at the rows")
        cora.press(f"Import these {len(SIGNED_UP[shaped])} people")
        cora.press("Form pairs")
        cora.sees(f"The format of this intake: {label}.")
        cora.press("Form pairs")
        cora.press("Announce these pairs")
        cora.sees(f"The format is {label}")
        cora.press("Announce now")

    def circle(self, *names: str) -> list[Actor]:
        return [self.person(name) for name in names]

    def person(self, name: str) -> Actor:
        """Whoever is here for the first time comes by her letter and makes a key."""
        if name not in self.people:
            actor = Actor(self.stage.browser, name, on_phone=True)
            actor.join(self.stage.mailbox.link_to(f"{name.lower()}@example.org", "/invitations/"))
            actor.set_up_key()
            self.people[name] = actor
        return self.people[name]

    def relationship(self, actor: Actor, others: str) -> str:
        """Its address, as she finds it on her home by the names of the others."""
        actor.go(actor.home)
        card = actor.page.locator("[data-relationship]", has_text=others).first
        return f"{actor.home}relationships/{card.get_attribute('data-relationship')}/"


def sheet(shaped: Format) -> bytes:
    text = io.StringIO()
    rows = [(name, f"{name.lower()}@example.org", *rest) for name, *rest in SIGNED_UP[shaped]]
    csv.writer(text).writerows([HEADER, *rows])
    return text.getvalue().encode()


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    with stage(tmp_path_factory.mktemp("formats")) as scene:
        set_up(scene)
        yield Town(scene)


def nobody_complained(town: Town) -> None:
    assert {name: each.watch.complaints for name, each in town.people.items()} == {
        name: [] for name in town.people
    }


@pytest.mark.long
def test_a_team_with_a_co_mentor(town: Town) -> None:
    town.begin(Format.TEAM)
    ben, ada, gus = circle = town.circle("Ben", "Ada", "Gus")
    here = town.relationship(ben, "Gus")
    meet_now(ben, here)
    for actor in circle:
        actor.go(f"{here}values/")
        sort_values(actor, here, f"Card of {actor.name}")
    for actor in circle:
        actor.go(f"{here}values/")
        actor.sees("Card of Gus")
    sign_all(circle, here, "We are three")
    move_on(circle, here, "Direction")
    share_a_goal(circle, here, "Lead a team")
    move_on(circle, here, "Progression")
    meet_now(gus, here)
    move_on(circle, here, "Winding up")
    close(circle, here)
    ada.sees_not("You two")
    nobody_complained(town)


def close(circle: list[Actor], here: str, *, has_goals: bool = True) -> None:
    """Winding up, from looking back to what it became."""
    if has_goals:
        review_all(circle, here)
    thank_all(circle, here)
    meet_now(circle[0], here, closing=True)
    decide_all(circle, here)
    move_on(circle, here, "Afterwards", page="winding-up/")
    what_it_became(circle, here)


@pytest.mark.long
def test_a_group_in_which_what_is_private_stays_so(town: Town) -> None:
    town.begin(Format.GROUP)
    ben, hana, ada = circle = town.circle("Ben", "Hana", "Ada")
    here = town.relationship(ben, "Hana")
    thread = private_thread(town, ben, ada, hana, here)
    meeting = meet_now(ada, here)
    reflect_alone(ben, hana, meeting)
    for actor in circle:
        sort_values(actor, here, f"Card of {actor.name}")
    sign_all(circle, here, "We are a group")
    move_on(circle, here, "Direction")
    share_a_goal(circle, here, "Speak up")
    move_on(circle, here, "Progression")
    move_on(circle, here, "Winding up")
    close(circle, here)
    ben.go(thread)
    ben.sees("My own goal")
    nobody_complained(town)


def private_thread(town: Town, ben: Actor, ada: Actor, hana: Actor, here: str) -> str:
    """What is Ben's alone stands between him and the mentor; Hana does not find it."""
    ben.go(here)
    ben.press("Only you and Ada")
    thread = ben.page.url
    share_a_goal([ben, ada], thread, "My own goal")
    hana.go(here)
    hana.sees("Only you and Ada")
    for page in ("", "goals/"):
        answer = hana.page.goto(f"{thread}{page}")
        assert answer is not None
        assert answer.status == 404
    hana.watch.complaints.clear()  # the browser complains of the 404 we asked for
    return thread


def reflect_alone(ben: Actor, hana: Actor, meeting: str) -> None:
    ben.go(f"{meeting}reflection")
    ben.write("learned", "Ben was afraid")
    ben.submit("Save for myself")
    hana.go(meeting)
    hana.sees_not("Ben was afraid")
    assert "Ben was afraid" not in hana.page.content()


@pytest.mark.long
def test_peers_who_are_both_mentor_and_mentee(town: Town) -> None:
    town.begin(Format.PEER)
    ben, hana = circle = town.circle("Ben", "Hana")
    here = town.relationship(hana, "Ben")
    meeting = meet_now(ben, here)
    hana.go(f"{meeting}reflection")
    hana.sees_not("Who led the conversation?")
    for actor in circle:
        sort_values(actor, here, f"Card of {actor.name}")
    sign_all(circle, here, "We take turns")
    move_on(circle, here, "Direction")
    for each in (circle, circle[::-1]):
        share_a_goal(each, here, f"Goal of {each[0].name}")
    move_on(circle, here, "Progression")
    move_on(circle, here, "Winding up")
    close(circle, here, has_goals=False)
    nobody_complained(town)


@pytest.mark.long
def test_reverse_the_younger_is_the_mentor(town: Town) -> None:
    town.begin(Format.REVERSE)
    ada, hana = circle = town.circle("Ada", "Hana")
    here = town.relationship(hana, "Ada")
    hana.go(here)
    hana.sees("Whoever has been here for a shorter time is the mentor.")
    meet_now(ada, here)
    sign_all(circle, here, "Show me what is new")
    move_on(circle, here, "Direction")
    share_a_goal(circle, here, "Use the new tools")
    move_on(circle, here, "Progression")
    move_on(circle, here, "Winding up")
    close(circle, here)
    nobody_complained(town)


def test_flash_is_one_question_one_meeting_one_thank_you(town: Town) -> None:
    town.begin(Format.FLASH)
    hana, gus = circle = town.circle("Hana", "Gus")
    here = town.relationship(hana, "Gus")
    hana.go(here)
    hana.sees("You meet once, with one question in mind.")
    assert hana.page.locator("main .path li").count() == 3
    meet_now(hana, here)
    move_on(circle, here, "Winding up")
    thank_all(circle, here)
    move_on(circle, here, "Afterwards", page="winding-up/")
    gus.go(f"{here}winding-up/")
    gus.sees("Thanks from Hana")
    nobody_complained(town)
