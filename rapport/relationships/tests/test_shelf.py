"""The shelf is filled by both and read by both; bookmarks are nobody else's business."""

import pytest

from rapport.domain.refusals import NotAcceptable, NotNow
from rapport.domain.shelf import ShelfKind
from rapport.relationships.actions.ending import end_without_fault
from rapport.relationships.actions.shelf import add_to_shelf, mark_question, take_from_shelf
from rapport.relationships.models import QuestionBookmark, Relationship, ShelfItem
from tests.cast import Cast, browser_of
from tests.sealing import Hands


@pytest.fixture
def item(here: Relationship, cast: Cast) -> ShelfItem:
    words = Hands(here).sealed(cast.ada, "shelf/1", {"title": "A book"})
    return add_to_shelf(here, ShelfKind.LINK, words, by=cast.ada)


def shelf(here: Relationship, cast: Cast, name: str) -> str:
    with browser_of(getattr(cast, name), cast.organisation) as browser:
        return browser.get(f"/relationships/{here.code}/shelf/").text


def test_what_one_gives_the_other_finds(item: ShelfItem, here: Relationship, cast: Cast) -> None:
    for name, may_take in (("ada", True), ("ben", False)):
        page = shelf(here, cast, name)
        assert item.words.newest.base64 in page
        assert ("Take it away" in page) is may_take


def test_only_whoever_gave_it_takes_it_away(
    item: ShelfItem, here: Relationship, cast: Cast
) -> None:
    with pytest.raises(NotAcceptable):
        take_from_shelf(item, by=cast.ben)
    take_from_shelf(item, by=cast.ada)
    take_from_shelf(item, by=cast.ada)
    assert "The shelf is empty" in shelf(here, cast, "ben")


def test_after_the_end_it_is_read_and_not_filled(
    item: ShelfItem, here: Relationship, cast: Cast
) -> None:
    end_without_fault(here, by=cast.ben)
    assert item.words.newest.base64 in shelf(here, cast, "ben")
    with pytest.raises(NotNow):
        take_from_shelf(item, by=cast.ada)


def test_a_question_is_kept_at_hand_for_oneself(here: Relationship, cast: Cast) -> None:
    address = f"/relationships/{here.code}/questions/"
    with browser_of(cast.ben, cast.organisation) as ben:
        for _twice in range(2):
            ben.post(f"{address}braver/bookmark")
        assert "data-at-hand" in ben.get(address).text
    with browser_of(cast.ada, cast.organisation) as ada:
        assert "data-at-hand" not in ada.get(address).text
    assert QuestionBookmark.objects.get().person == cast.ben
    with browser_of(cast.ben, cast.organisation) as ben:
        ben.post(f"{address}braver/bookmark/end")
    assert not QuestionBookmark.objects.exists()


def test_only_questions_of_the_library_are_kept(cast: Cast, here: Relationship) -> None:
    with pytest.raises(NotAcceptable):
        mark_question("no-such-question", by=cast.ben)
