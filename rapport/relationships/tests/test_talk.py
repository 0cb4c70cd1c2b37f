"""“I would like to talk to someone”: once, quietly, also after the end."""

import pytest

from rapport.relationships.actions.ending import end_without_fault
from rapport.relationships.actions.talk import answer_talk, ask_for_a_talk
from rapport.relationships.models import Relationship, TalkRequest
from tests.cast import Cast, browser_of


def test_asked_twice_before_an_answer_it_is_one_request(here: Relationship, cast: Cast) -> None:
    first = ask_for_a_talk(here, by=cast.ben)
    assert ask_for_a_talk(here, by=cast.ben) == first
    answer_talk(first, by=cast.cora)
    assert ask_for_a_talk(here, by=cast.ben) != first


def test_the_other_sees_nothing_of_it(here: Relationship, cast: Cast) -> None:
    ask_for_a_talk(here, by=cast.ben)
    with browser_of(cast.ada, cast.organisation) as browser:
        pages = [browser.get(f"/relationships/{here.code}/{part}") for part in ("", "talk/")]
    assert all('data-talk="asked"' not in page.content.decode() for page in pages)
    assert all("to talk to" not in history(page.content.decode()) for page in pages)


def history(page: str) -> str:
    return page.partition('<ol class="timeline">')[2].partition("</ol>")[0]


@pytest.mark.parametrize("ended", [False, True])
def test_it_can_be_asked_for_at_any_time(ended: bool, here: Relationship, cast: Cast) -> None:
    if ended:
        end_without_fault(here, by=cast.ada)
    with browser_of(cast.ben, cast.organisation) as browser:
        browser.post(f"/relationships/{here.code}/talk/")
        page = browser.get(f"/relationships/{here.code}/talk/").content.decode()
    assert 'data-talk="asked"' in page
    assert "Cora" in page
    assert TalkRequest.objects.get().person == cast.ben
