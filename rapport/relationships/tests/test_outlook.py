"""How ready they are: the mentor looks first, then all; and a question whose answer nobody sees."""

import pytest

from rapport.domain.formats import Format
from rapport.domain.phases import Phase
from rapport.domain.refusals import NotNow
from rapport.journal.models import Entry
from rapport.relationships.actions.outlook import say_confidence, show_outlook
from rapport.relationships.models import Participant, Relationship
from rapport.relationships.queries import facts_of
from rapport.sealed.models import JournalNote
from tests.cast import Cast, browser_of
from tests.sealing import Hands

SIGNS = "data-signs"


def page(here: Relationship, cast: Cast, name: str) -> str:
    with browser_of(getattr(cast, name), cast.organisation) as browser:
        return browser.get(f"/relationships/{here.code}/outlook/").text


def test_the_mentor_looks_first_and_opens_it_for_all(here: Relationship, cast: Cast) -> None:
    assert SIGNS in page(here, cast, "ada")
    assert SIGNS not in page(here, cast, "ben")
    for _twice in range(2):
        show_outlook(here, by=cast.ada)
    assert SIGNS in page(here, cast, "ben")
    assert Entry.objects.filter(event="ReadinessShown").count() == 1


def test_the_mentee_cannot_open_it_and_misses_nothing_when_they_wind_up(
    here: Relationship, cast: Cast
) -> None:
    with pytest.raises(NotNow):
        show_outlook(here, by=cast.ben)
    Relationship.objects.update(phase=Phase.WINDING_UP)
    assert SIGNS in page(here, cast, "ben")


def test_peers_look_at_the_same_time(here: Relationship, cast: Cast) -> None:
    Relationship.objects.update(format=Format.PEER)
    Participant.objects.update(role="peer")
    for name in ("ada", "ben"):
        assert SIGNS in page(here, cast, name)


def test_only_the_mentees_own_word_makes_them_sure(here: Relationship, cast: Cast) -> None:
    say_confidence(here, 10, by=cast.ada)
    assert not facts_of(Relationship.objects.get(pk=here.pk)).is_confident
    say_confidence(here, 9, by=cast.ben)
    assert facts_of(Relationship.objects.get(pk=here.pk)).is_confident
    say_confidence(here, 4, by=cast.ben)
    assert not facts_of(Relationship.objects.get(pk=here.pk)).is_confident


def test_the_private_question_leaves_no_trace_in_the_relationship(
    here: Relationship, cast: Cast
) -> None:
    words = Hands.at_journal(cast.ben).seal(cast.ben, "note/1", {"note": "I ask too often"})
    before = Entry.objects.count()
    with browser_of(cast.ben, cast.organisation) as browser:
        browser.post(f"/relationships/{here.code}/outlook/thought", {"words": words})
    note = JournalNote.objects.get()
    assert (note.person, Entry.objects.count()) == (cast.ben, before)
    assert note.words.newest.base64 not in page(here, cast, "ada")


def test_each_side_has_a_question_of_its_own_and_no_label(here: Relationship, cast: Cast) -> None:
    ada, ben = (page(here, cast, name) for name in ("ada", "ben"))
    assert "miss for yourself" in ada
    assert "without asking first" in ben
    assert "dependen" not in (ada + ben).split("<main")[1].lower()
