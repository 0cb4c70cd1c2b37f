"""The shelf is filled by both and read by both; bookmarks are nobody else's business."""

from base64 import b64decode
from uuid import uuid4

import pytest

from rapport.domain.refusals import NotAcceptable, NotNow
from rapport.domain.shelf import ShelfKind
from rapport.relationships.actions.ending import end_without_fault
from rapport.relationships.actions.shelf import add_to_shelf, mark_question, take_from_shelf
from rapport.relationships.models import QuestionBookmark, Relationship, ShelfItem
from rapport.sealed.forms import SealedInput, read_sealed
from rapport.sealed.models import Blob
from tests.cast import Cast, browser_of
from tests.sealing import Hands


@pytest.fixture
def hands(here: Relationship) -> Hands:
    return Hands(here)


@pytest.fixture
def item(here: Relationship, cast: Cast, hands: Hands) -> ShelfItem:
    words = hands.sealed(cast.ada, "shelf/1", {"title": "A book"})
    return add_to_shelf(here, ShelfKind.LINK, words, by=cast.ada)


def tomb(item: ShelfItem, hands: Hands) -> SealedInput:
    return read_sealed(b64decode(hands.tomb(item.by, item.words)))


def shelf(here: Relationship, cast: Cast, name: str) -> str:
    with browser_of(getattr(cast, name), cast.organisation) as browser:
        return browser.get(f"/relationships/{here.code}/shelf/").text


def test_what_one_gives_the_other_finds(item: ShelfItem, here: Relationship, cast: Cast) -> None:
    for name, may_take in (("ada", True), ("ben", False)):
        page = shelf(here, cast, name)
        assert item.words.newest.base64 in page
        assert ("Take it away" in page) is may_take


def test_only_whoever_gave_it_takes_it_away(
    item: ShelfItem, here: Relationship, cast: Cast, hands: Hands
) -> None:
    away = tomb(item, hands)
    with pytest.raises(NotAcceptable):
        take_from_shelf(item, away, by=cast.ben)
    take_from_shelf(item, away, by=cast.ada)
    take_from_shelf(item, away, by=cast.ada)
    assert "The shelf is empty" in shelf(here, cast, "ben")


def test_what_was_taken_away_leaves_no_sealed_byte(
    item: ShelfItem, here: Relationship, cast: Cast, hands: Hands
) -> None:
    """Neither of its words nor of its file; a file of other words stays."""
    for words, file in ((item.words_id, b"SSPB the book"), (uuid4(), b"SSPB another")):
        Blob.objects.create(space=here.space, author=cast.ada, words=words, sealed=file)
    address = f"/relationships/{here.code}/shelf/{item.pk}/end"
    with browser_of(cast.ada, cast.organisation) as ada:
        ada.post(address)
        assert "so nothing was saved" in ada.get(f"/relationships/{here.code}/shelf/").text
        ada.post(address, {"words": hands.tomb(cast.ada, item.words)})
        assert "The shelf is empty" in ada.get(f"/relationships/{here.code}/shelf/").text
    first, _tomb = item.words.envelopes.order_by("revision")
    assert bytes(first.sealed) == b"SSP1"
    assert [bytes(each.sealed) for each in Blob.objects.all()] == [b"SSPB another"]


def test_taking_away_is_whole_or_it_did_not_happen(
    item: ShelfItem, cast: Cast, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The power fails between the two: it still stands there, and can still be opened."""
    monkeypatch.setattr("rapport.relationships.actions.shelf.erase_words", power_fails)
    with pytest.raises(OSError, match="power"):
        take_from_shelf(item, tomb(item, hands), by=cast.ada)
    item.refresh_from_db()
    assert item.removed_at is None
    assert len(item.words.newest.sealed) > len(b"SSP1")


def power_fails(*_words: object, **_more: object) -> None:
    raise OSError("power")


def test_after_the_end_it_is_read_and_not_filled(
    item: ShelfItem, here: Relationship, cast: Cast, hands: Hands
) -> None:
    away = tomb(item, hands)
    end_without_fault(here, by=cast.ben)
    assert item.words.newest.base64 in shelf(here, cast, "ben")
    with pytest.raises(NotNow):
        take_from_shelf(item, away, by=cast.ada)


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
