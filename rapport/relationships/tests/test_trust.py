"""Trust cards: chosen alone, held back until all are done, then seen by all at once."""

import pytest

from rapport.domain.permissions import Act
from rapport.domain.refusals import AlreadyDone
from rapport.journal.models import Entry
from rapport.people.models import Person
from rapport.relationships.access import standing_for
from rapport.relationships.actions.ending import end_without_fault
from rapport.relationships.actions.trust import choose_trust_cards
from rapport.relationships.models import Relationship, TrustSort
from rapport.relationships.queries.sorting import sorts_for
from tests.cast import Cast, browser_of
from tests.sealing import Hands

CARDS = {"builds": ["keeps_word", "says_no"], "damages": ["judges"], "own_builds": "Tea"}


@pytest.fixture
def hands(here: Relationship) -> Hands:
    return Hands(here)


def choose(here: Relationship, hands: Hands, by: Person, *, is_done: bool = True) -> bool:
    mine = here.trust_sorts.filter(person=by).first()
    words = hands.sealed(by, "trust/1", CARDS, mine.words if mine else None)
    return choose_trust_cards(here, words, is_done=is_done, by=by)


def page_of(who: Person, here: Relationship, cast: Cast) -> str:
    with browser_of(who, cast.organisation) as browser:
        answer = browser.get(f"/relationships/{here.code}/trust/")
    assert answer.status_code == 200
    return answer.text


def envelope_of(who: Person) -> str:
    return TrustSort.objects.get(person=who).words.newest.base64


def test_the_last_one_done_reveals_to_both(here: Relationship, cast: Cast, hands: Hands) -> None:
    assert choose(here, hands, cast.ada) is False
    assert envelope_of(cast.ada) not in page_of(cast.ben, here, cast)
    assert choose(here, hands, cast.ben) is True
    events = Entry.objects.filter(event__startswith="Trust").values_list("event", flat=True)
    assert list(events) == ["TrustSorted", "TrustSorted", "TrustRevealed"]
    for who in (cast.ada, cast.ben):
        assert all(envelope_of(each) in page_of(who, here, cast) for each in (cast.ada, cast.ben))


def test_nothing_of_the_other_is_at_hand_before_the_reveal(
    here: Relationship, cast: Cast, hands: Hands
) -> None:
    choose(here, hands, cast.ada)
    standing = standing_for(cast.ben, here.code, to=Act.SORT_VALUES)
    sorts = sorts_for(standing, here.trust_sorts.all())
    assert (sorts.theirs, [each.person for each in sorts.done]) == ((), [cast.ada])


def test_chosen_again_until_all_are_done_and_not_after(
    here: Relationship, cast: Cast, hands: Hands
) -> None:
    choose(here, hands, cast.ada, is_done=False)
    choose(here, hands, cast.ada)
    choose(here, hands, cast.ben)
    with pytest.raises(AlreadyDone):
        choose(here, hands, cast.ben)


def test_the_form_seals_and_comes_back(here: Relationship, cast: Cast, hands: Hands) -> None:
    words = hands.seal(cast.ben, "trust/1", CARDS)
    with browser_of(cast.ben, cast.organisation) as ben:
        ben.post(f"/relationships/{here.code}/trust/", {"words": words, "done": "1"})
    assert here.trust_sorts.get().done_at is not None


def test_what_was_not_revealed_before_the_end_stays_private(
    here: Relationship, cast: Cast, hands: Hands
) -> None:
    choose(here, hands, cast.ada)
    end_without_fault(here, by=cast.ben)
    assert envelope_of(cast.ada) not in page_of(cast.ben, here, cast)
    assert "each side stays private" in page_of(cast.ben, here, cast)
