"""The agreement: one draft, versions with a statement each, signatures by each member's own key."""

import json
from base64 import b64encode
from datetime import date

import pytest

from rapport.domain.formats import Format
from rapport.domain.permissions import Role
from rapport.domain.refusals import AlreadyDone, Incomplete, NotAcceptable, StaleWords
from rapport.journal.models import Entry
from rapport.people.models import Person
from rapport.relationships.actions.agreements import (
    Terms,
    draft_agreement,
    offer_agreement,
    sign_agreement,
)
from rapport.relationships.models import Agreement, AgreementDraft, Relationship, Signature
from rapport.relationships.queries import signed_agreement
from tests.cast import Cast, browser_of
from tests.sealing import Hands

TERMS = Terms(rhythm_days=14, minutes=45, until=date(2027, 6, 30))


def draft(here: Relationship, hands: Hands, by: Person, text: str = "We listen.") -> AgreementDraft:
    known = AgreementDraft.objects.filter(relationship=here).first()
    words = hands.sealed(by, "agreement/1", {"purpose": text}, known.words if known else None)
    draft_agreement(here, words, by=by)
    return AgreementDraft.objects.get(relationship=here)


def offer(here: Relationship, hands: Hands, by: Person) -> Agreement:
    revision = draft(here, hands, by).words.revision
    return offer_agreement(here, TERMS, revision=revision, by=by)


def sign(agreement: Agreement, hands: Hands, by: Person, as_if: Person | None = None) -> bool:
    key = hands.members[(as_if or by).pk]
    return sign_agreement(agreement, key.sign_agreement(bytes(agreement.statement)), by=by)


def events() -> list[str]:
    return list(Entry.objects.filter(event__startswith="Agree").values_list("event", flat=True))


def test_in_force_once_every_member_signed(here: Relationship, cast: Cast) -> None:
    hands = Hands(here)
    agreement = offer(here, hands, cast.ada)
    assert sign(agreement, hands, cast.ada) is False
    assert signed_agreement(here) is None
    assert sign(agreement, hands, cast.ben) is True
    assert signed_agreement(here) == agreement
    assert events() == [
        "AgreementDrafted", "AgreementOffered", "AgreementSigned", "AgreementSigned"
    ]  # fmt: skip


def test_the_agreed_rhythm_becomes_the_rhythm_of_the_pair(here: Relationship, cast: Cast) -> None:
    hands = Hands(here)
    agreement = offer(here, hands, cast.ada)
    for who in (cast.ada, cast.ben):
        sign(agreement, hands, who)
    here.refresh_from_db()
    assert here.rhythm_days == 14


def test_the_statement_names_text_parties_and_their_numbers(here: Relationship, cast: Cast) -> None:
    hands = Hands(here)
    agreement = offer(here, hands, cast.ada)
    statement = json.loads(bytes(agreement.statement))
    people = {str(cast.ada.pk), str(cast.ben.pk)}
    assert set(statement["parties"]) == set(statement["public"]["fingerprints"]) == people
    assert statement["sealed"]["hash"] == agreement.words.newest.digest.hex()
    assert statement["public"]["until"] == "2027-06-30"
    assert "listen" not in bytes(agreement.statement).decode()


def test_a_change_makes_a_new_version_that_all_sign_again(here: Relationship, cast: Cast) -> None:
    hands = Hands(here)
    first = offer(here, hands, cast.ada)
    for who in (cast.ada, cast.ben):
        sign(first, hands, who)
    second = offer(here, hands, cast.ben)
    assert second.version == 2
    assert json.loads(bytes(second.statement))["prev"] == first.digest
    assert sign(second, hands, cast.ben) is False
    assert signed_agreement(here) == first


def test_somebody_who_joined_since_makes_it_open_and_the_page_says_why(
    here: Relationship, cast: Cast
) -> None:
    hands = Hands(here)
    agreement = offer(here, hands, cast.ada)
    for who in (cast.ada, cast.ben):
        sign(agreement, hands, who)
    Relationship.objects.filter(pk=here.pk).update(format=Format.TEAM)
    here.participants.create(person=cast.sam, role=Role.CO_MENTOR)
    assert signed_agreement(here) is None
    for who in (cast.ada, cast.sam):
        with browser_of(who, cast.organisation) as browser:
            page = browser.get(f"/relationships/{here.code}/agreement/").text
        assert "Sam joined you after this version was offered" in page
        assert "data-sign" not in page


def test_nobody_signs_for_the_other(here: Relationship, cast: Cast) -> None:
    hands = Hands(here)
    agreement = offer(here, hands, cast.ada)
    with pytest.raises(NotAcceptable):
        sign(agreement, hands, cast.ben, as_if=cast.ada)
    assert not Signature.objects.exists()


def test_a_signature_under_another_version_is_refused(here: Relationship, cast: Cast) -> None:
    hands = Hands(here)
    first = offer(here, hands, cast.ada)
    second = offer(here, hands, cast.ada)
    signature = hands.members[cast.ben.pk].sign_agreement(bytes(first.statement))
    with pytest.raises(NotAcceptable):
        sign_agreement(second, signature, by=cast.ben)
    with pytest.raises(AlreadyDone):
        sign(first, hands, cast.ben)


def test_signed_twice_is_signed_once(here: Relationship, cast: Cast) -> None:
    hands = Hands(here)
    agreement = offer(here, hands, cast.ada)
    sign(agreement, hands, cast.ben)
    sign(agreement, hands, cast.ben)
    assert (Signature.objects.count(), events().count("AgreementSigned")) == (1, 1)


def test_a_text_that_changed_meanwhile_is_not_offered(here: Relationship, cast: Cast) -> None:
    hands = Hands(here)
    read = draft(here, hands, cast.ada).words.revision
    draft(here, hands, cast.ben, "We listen more.")
    with pytest.raises(StaleWords):
        offer_agreement(here, TERMS, revision=read, by=cast.ada)


def test_without_a_text_there_is_nothing_to_offer(here: Relationship, cast: Cast) -> None:
    Hands(here)
    with pytest.raises(Incomplete):
        offer_agreement(here, TERMS, revision=1, by=cast.ada)


# The pages.


def test_from_draft_to_signatures_through_the_pages(here: Relationship, cast: Cast) -> None:
    hands, address = Hands(here), f"/relationships/{here.code}/agreement/"
    with browser_of(cast.ada, cast.organisation) as ada:
        words = hands.seal(cast.ada, "agreement/1", {"purpose": "We listen."})
        assert ada.post(f"{address}draft", {"words": words}).status_code == 302
        typed = {"rhythm_days": 21, "minutes": 60, "until": "2099-01-01", "revision": 1}
        assert ada.post(f"{address}offer", typed).status_code == 302
    statement = bytes(Agreement.objects.get().statement)
    for who in (cast.ada, cast.ben):
        signature = b64encode(hands.members[who.pk].sign_agreement(statement)).decode()
        with browser_of(who, cast.organisation) as browser:
            assert "data-sign" in browser.get(address).text
            browser.post(f"{address}1/signature", {"signature": signature})
            assert "data-sign" not in browser.get(address).text
    assert signed_agreement(here) is not None


def test_a_refused_offer_keeps_the_page_and_says_why(here: Relationship, cast: Cast) -> None:
    draft(here, Hands(here), cast.ada)
    typed = {"rhythm_days": 21, "minutes": 60, "until": "2001-01-01", "revision": 1}
    with browser_of(cast.ada, cast.organisation) as ada:
        answer = ada.post(f"/relationships/{here.code}/agreement/offer", typed)
    assert "Choose a day that lies ahead" in answer.text
    assert not Agreement.objects.exists()


def test_who_comes_second_sees_both_texts(here: Relationship, cast: Cast) -> None:
    hands = Hands(here)
    first = draft(here, hands, cast.ada)
    late = hands.seal(cast.ben, "agreement/1", {"purpose": "Mine."}, first.words)
    draft(here, hands, cast.ada, "Hers, meanwhile.")
    with browser_of(cast.ben, cast.organisation) as ben:
        answer = ben.post(f"/relationships/{here.code}/agreement/draft", {"words": late})
    first.words.refresh_from_db()
    assert late in answer.text
    assert first.words.envelopes.get(revision=2).base64 in answer.text


def test_older_versions_stay_readable(here: Relationship, cast: Cast) -> None:
    hands = Hands(here)
    offer(here, hands, cast.ada)
    offer(here, hands, cast.ada)
    with browser_of(cast.ben, cast.organisation) as ben:
        page = ben.get(f"/relationships/{here.code}/agreement/1").text
        assert ben.get(f"/relationships/{here.code}/agreement/9").status_code == 404
    assert "data-sign" not in page
    assert 'data-agreement-version="1"' in page
