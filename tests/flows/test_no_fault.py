"""The no-fault ending: two clicks, no reason, the same way on for both."""

import pytest

from tests.flows.stage import arrive, begin, stage
from tests.letters import text_of

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("journey")]


def test_a_member_ends_without_fault(tmp_path_factory: pytest.TempPathFactory) -> None:
    with stage(tmp_path_factory.mktemp("ending")) as scene:
        begin(scene)
        relationship = arrive(scene)
        ada, ben, cora = scene.ada, scene.ben, scene.cora
        ben.go(relationship)
        ben.press("This is not working for me")
        ben.press("End this relationship now")
        ben.sees("This relationship has ended")
        letter = text_of(scene.mailbox.mail_to("ada@example.org", "Thank you for the time"))
        assert "the same for all of you" in letter
        assert "Ben" not in letter
        ada.go(ada.home)
        ada.go(f"{relationship}ending/")
        ada.sees("The way on, the same for all of you")
        for actor in (ada, ben):
            actor.go(f"{relationship}ending/")
            actor.press("I would like a new match")
            actor.wait_for("[data-rematch=yes]")
            response = actor.page.goto(f"{relationship}meetings/new")
            assert response is not None
            assert response.status == 404
        cora.go(f"{ben.home}desk/")
        cora.sees("Ada Lindqvist")
        cora.sees_not("reason")
        assert cora.watch.complaints == []
