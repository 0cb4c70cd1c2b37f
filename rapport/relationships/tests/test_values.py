"""Value cards: nobody sees the other's before all are done, not even in the page's source."""

import pytest

from rapport.domain.refusals import AlreadyDone
from rapport.journal.models import Entry
from rapport.people.models import Person
from rapport.relationships.actions.values import sort_values
from rapport.relationships.models import Relationship, ValueSort
from tests.cast import Cast, browser_of
from tests.sealing import Hands

CARDS = {"honesty": "very", "calm": "less"}


def sort(here: Relationship, hands: Hands, by: Person, *, is_done: bool = True) -> bool:
    mine = here.value_sorts.filter(person=by).first()
    words = hands.sealed(by, "values/1", CARDS, mine.words if mine else None)
    return sort_values(here, words, is_done=is_done, by=by)


def events() -> list[str]:
    return list(Entry.objects.filter(event__startswith="Values").values_list("event", flat=True))


def page_of(who: Person, here: Relationship, cast: Cast) -> str:
    with browser_of(who, cast.organisation) as browser:
        answer = browser.get(f"/relationships/{here.code}/values/")
    assert answer.status_code == 200
    return answer.text


def envelope_of(here: Relationship, who: Person) -> str:
    return ValueSort.objects.get(relationship=here, person=who).words.newest.base64


def test_the_last_one_done_reveals_to_both(here: Relationship, cast: Cast) -> None:
    hands = Hands(here)
    assert sort(here, hands, cast.ada) is False
    assert sort(here, hands, cast.ben) is True
    assert events() == ["ValuesSorted", "ValuesSorted", "ValuesRevealed"]


def test_before_that_the_other_gets_not_even_the_sealed_cards(
    here: Relationship, cast: Cast
) -> None:
    sort(here, Hands(here), cast.ada)
    assert envelope_of(here, cast.ada) in page_of(cast.ada, here, cast)
    assert envelope_of(here, cast.ada) not in page_of(cast.ben, here, cast)


def test_after_that_each_page_holds_both(here: Relationship, cast: Cast) -> None:
    hands = Hands(here)
    for who in (cast.ada, cast.ben):
        sort(here, hands, who)
    for who in (cast.ada, cast.ben):
        page = page_of(who, here, cast)
        assert "data-values-reveal" in page
        assert all(envelope_of(here, each) in page for each in (cast.ada, cast.ben))


def test_kept_for_later_reveals_nothing_and_tells_nobody(here: Relationship, cast: Cast) -> None:
    hands = Hands(here)
    sort(here, hands, cast.ada)
    assert sort(here, hands, cast.ben, is_done=False) is False
    assert events() == ["ValuesSorted"]
    assert envelope_of(here, cast.ada) not in page_of(cast.ben, here, cast)


def test_sorted_again_until_all_are_done_and_not_after(here: Relationship, cast: Cast) -> None:
    hands = Hands(here)
    sort(here, hands, cast.ada)
    sort(here, hands, cast.ada)
    sort(here, hands, cast.ben)
    with pytest.raises(AlreadyDone):
        sort(here, hands, cast.ada)
    assert here.value_sorts.get(person=cast.ada).words.revision == 2


def test_the_page_says_who_keeps_the_secret(here: Relationship, cast: Cast) -> None:
    assert "is a rule that this server keeps, not the seal" in page_of(cast.ben, here, cast)


def test_the_form_seals_and_comes_back(here: Relationship, cast: Cast) -> None:
    words = Hands(here).seal(cast.ben, "values/1", CARDS)
    with browser_of(cast.ben, cast.organisation) as ben:
        ben.post(f"/relationships/{here.code}/values/", {"words": words, "done": "1"})
    assert here.value_sorts.get().done_at is not None


def test_without_a_seal_nothing_is_kept_and_the_page_says_so(
    here: Relationship, cast: Cast
) -> None:
    with browser_of(cast.ben, cast.organisation) as ben:
        answer = ben.post(f"/relationships/{here.code}/values/", {"words": "honesty", "done": "1"})
    assert "Nothing arrived that was sealed" in answer.text
    assert not here.value_sorts.exists()
