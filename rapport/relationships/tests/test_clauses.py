"""Clause by clause: what each says is sealed, templates are the programme's, versions stay."""

from datetime import date

import pytest

from rapport.domain.refusals import Incomplete
from rapport.organisations.tenancy import tenant
from rapport.relationships.actions.agreements import Terms, draft_agreement, offer_agreement
from rapport.relationships.actions.clauses import view_clauses, word_template
from rapport.relationships.models import AgreementDraft, ClauseView, Relationship
from rapport.relationships.queries.agreements import clauses_in, clauses_of
from tests.cast import Cast, browser_of
from tests.sealing import Hands

SAID = {"purpose_say": "accept", "purpose_text": "We listen.", "rhythm_say": "talk"}
OWN = [["Data", "We keep no records."], ["", ""], ["Guests", "We bring none."]]
TERMS = Terms(rhythm_days=14, minutes=45, until=date(2027, 6, 30))


@pytest.fixture
def hands(here: Relationship) -> Hands:
    return Hands(here)


@pytest.fixture
def drafted(here: Relationship, cast: Cast, hands: Hands) -> Relationship:
    draft_agreement(here, hands.sealed(cast.ada, "agreement/1", {"purpose": "We"}), by=cast.ada)
    return here


def template(here: Relationship, cast: Cast) -> None:
    word_template(here.intake.programme, {"purpose": "To stay."}, OWN, by=cast.cora)


def test_without_a_text_there_is_nothing_to_say(
    here: Relationship, cast: Cast, hands: Hands
) -> None:
    with pytest.raises(Incomplete):
        view_clauses(here, hands.sealed(cast.ben, "clauses/1", SAID), by=cast.ben)


def test_each_says_it_once_and_changes_it(drafted: Relationship, cast: Cast, hands: Hands) -> None:
    view = view_clauses(drafted, hands.sealed(cast.ben, "clauses/1", SAID), by=cast.ben)
    again = hands.sealed(cast.ben, "clauses/1", SAID, view.words)
    assert view_clauses(drafted, again, by=cast.ben).pk == view.pk
    assert ClauseView.objects.get().words.revision == 2


def test_no_column_says_which_clause_was_accepted(
    drafted: Relationship, cast: Cast, hands: Hands
) -> None:
    view_clauses(drafted, hands.sealed(cast.ben, "clauses/1", SAID), by=cast.ben)
    row = ClauseView.objects.values().get()
    assert set(row) == {"id", "organisation_id", "draft_id", "person_id", "words_id", "at"}


def test_the_page_takes_it_and_shows_it_to_the_other(
    drafted: Relationship, cast: Cast, hands: Hands
) -> None:
    url = f"/relationships/{drafted.code}/agreement/clauses"
    with browser_of(cast.ben, cast.organisation) as ben:
        ben.post(url, {"words": hands.seal(cast.ben, "clauses/1", SAID)})
    envelope = ClauseView.objects.get().words.newest.base64
    with browser_of(cast.ada, cast.organisation) as ada:
        page = ada.get(url).text
    assert envelope in page
    assert 'data-clause-view="Ben"' in page


def test_drafts_begin_from_the_words_of_the_programme(drafted: Relationship, cast: Cast) -> None:
    template(drafted, cast)
    with browser_of(cast.ben, cast.organisation) as ben:
        page = ben.get(f"/relationships/{drafted.code}/agreement/draft").text
    assert 'data-beginning="To stay."' in page
    assert 'data-word="programme_1"' in page
    assert 'data-word="programme_3"' in page
    assert 'data-word="programme_2"' not in page


def test_a_version_keeps_its_clauses_when_the_template_changes(
    drafted: Relationship, cast: Cast
) -> None:
    template(drafted, cast)
    revision = AgreementDraft.objects.get().words.revision
    agreement = offer_agreement(drafted, TERMS, revision=revision, by=cast.ben)
    word_template(drafted.intake.programme, {}, [], by=cast.cora)
    assert not [each for each in clauses_of(drafted) if each.key.startswith("programme")]
    assert [each.heading for each in clauses_in(agreement.terms)][-2:] == ["Data", "Guests"]


def test_two_versions_lie_side_by_side(drafted: Relationship, cast: Cast, hands: Hands) -> None:
    draft = AgreementDraft.objects.get()
    offer_agreement(drafted, TERMS, revision=draft.words.revision, by=cast.ben)
    before = draft.words.newest.base64
    words = hands.sealed(cast.ben, "agreement/1", {"purpose": "You"}, draft.words)
    draft_agreement(drafted, words, by=cast.ben)
    after = AgreementDraft.objects.get().words.newest.base64
    with browser_of(cast.ada, cast.organisation) as ada:
        page = ada.get(f"/relationships/{drafted.code}/agreement/1/0").text
        assert before in page
        assert after in page
        assert ada.get(f"/relationships/{drafted.code}/agreement/1/7").status_code == 404


def test_the_coordinator_words_the_template_and_nobody_else(cast: Cast, here: Relationship) -> None:
    url = "/programmes/lighthouse/agreement"
    typed = {"purpose": "To stay.", "heading_0": "Data", "text_0": "None."}
    with tenant(cast.organisation), browser_of(cast.cora, cast.organisation) as cora:
        assert cora.post(url, typed).status_code == 302
        page = cora.get(url).text
    assert "To stay." in page
    assert clauses_of(here)[-1].heading == "Data"
    with browser_of(cast.ada, cast.organisation) as ada:
        assert ada.get(url).status_code == 404
