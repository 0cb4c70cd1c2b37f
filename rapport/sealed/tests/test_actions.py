"""What the server accepts from browsers, and everything it refuses, without reading a word."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.http import Http404

from rapport.domain.refusals import AlreadyDone, NotAcceptable, NotNow, StaleWords
from rapport.organisations.scope import PERSON, setting
from rapport.organisations.tenancy import tenant
from rapport.sealed.access import space_for
from rapport.sealed.actions import (
    accept_signature,
    erase_words,
    found_space,
    open_space,
    put_envelope,
    set_up_keys,
    statement_for,
)
from rapport.sealed.actions.keys import store_keyring
from rapport.sealed.actions.slot import add_slot, use_recovery_code
from rapport.sealed.forms import read_sealed
from rapport.sealed.models import Envelope, Grant, Keyring, SealedObject, Space, UnlockSlot
from rapport.sealed.protocol.member import Member
from rapport.sealed.queries import heads_of, keys_of, row_of, state_of, waiting_for
from rapport.sealed.tests.people import DAY, founded, member_of, set_up_of, with_keys
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@dataclass
class Pair:
    """Ada and Ben with keys and a founded space."""

    cast: Cast
    space: Space
    ada: Member
    ben: Member

    def sealed(self, member: Member, oid: UUID, wording: str = "Lead the team") -> Any:
        words = {"wording": wording}
        return read_sealed(
            member.seal(str(self.space.pk), str(oid), "goal/1", words, written_at=DAY)
        )

    def tomb(self, member: Member, oid: UUID) -> Any:
        return read_sealed(member.bury(str(self.space.pk), str(oid), written_at=DAY))


@pytest.fixture
def pair(cast: Cast) -> Any:
    with tenant(cast.organisation):
        ada, ben = with_keys(cast.ada), with_keys(cast.ben)
        space = open_space(Space.Kind.RELATIONSHIP, [cast.ada, cast.ben])
        founded(space, [cast.ada, cast.ben], [ada, ben])
        yield Pair(cast, space, ada, ben)


def test_what_ada_seals_ben_opens(pair: Pair) -> None:
    goal = put_envelope(pair.space, pair.sealed(pair.ada, uuid4()), by=pair.cast.ada)
    stored = bytes(goal.newest.sealed)
    assert pair.ben.open(stored, str(pair.space.pk), str(goal.pk)) == {"wording": "Lead the team"}
    assert b"Lead" not in stored


def test_revisions_follow_each_other_and_all_are_kept(pair: Pair) -> None:
    oid = uuid4()
    put_envelope(pair.space, pair.sealed(pair.ada, oid), by=pair.cast.ada)
    goal = put_envelope(pair.space, pair.sealed(pair.ada, oid, "Lead"), by=pair.cast.ada)
    assert goal.revision == 2
    assert [each.revision for each in goal.envelopes.order_by("revision")] == [1, 2]


def test_the_second_of_two_windows_is_told_and_loses_nothing(pair: Pair) -> None:
    oid = uuid4()
    first = put_envelope(pair.space, pair.sealed(pair.ada, oid), by=pair.cast.ada)
    pair.ben.open(bytes(first.newest.sealed), str(pair.space.pk), str(oid))
    slow = pair.sealed(pair.ben, oid, "From Ben")
    put_envelope(pair.space, pair.sealed(pair.ada, oid, "Quicker"), by=pair.cast.ada)
    with pytest.raises(StaleWords):
        put_envelope(pair.space, slow, by=pair.cast.ben)
    assert SealedObject.objects.get(pk=oid).revision == 2


def test_the_same_envelope_is_not_taken_twice(pair: Pair) -> None:
    once = pair.sealed(pair.ada, uuid4())
    put_envelope(pair.space, once, by=pair.cast.ada)
    with pytest.raises(StaleWords):
        put_envelope(pair.space, once, by=pair.cast.ada)


def test_an_author_may_leave_nothing_out(pair: Pair) -> None:
    pair.sealed(pair.ada, uuid4())
    second = pair.sealed(pair.ada, uuid4())
    with pytest.raises(StaleWords):
        put_envelope(pair.space, second, by=pair.cast.ada)


def test_nobody_stores_in_another_name_or_another_space(pair: Pair) -> None:
    by_ada = pair.sealed(pair.ada, uuid4())
    other = open_space(Space.Kind.RELATIONSHIP, [pair.cast.ada, pair.cast.ben])
    founded(
        other, [pair.cast.ada, pair.cast.ben], [member_of(pair.cast.ada), member_of(pair.cast.ben)]
    )
    with pytest.raises(NotAcceptable):
        put_envelope(pair.space, by_ada, by=pair.cast.ben)
    with pytest.raises(NotAcceptable):
        put_envelope(other, by_ada, by=pair.cast.ada)


def test_an_envelope_for_one_thing_is_not_taken_for_another(pair: Pair) -> None:
    goal = put_envelope(pair.space, pair.sealed(pair.ada, uuid4()), by=pair.cast.ada)
    with pytest.raises(NotAcceptable):
        put_envelope(pair.space, pair.sealed(pair.ada, uuid4()), by=pair.cast.ada, onto=goal)


def test_a_closed_space_takes_nothing_more(pair: Pair) -> None:
    Space.objects.filter(pk=pair.space.pk).update(closed_at=DAY)
    with pytest.raises(NotNow):
        put_envelope(pair.space, pair.sealed(pair.ada, uuid4()), by=pair.cast.ada)


def test_a_space_without_keys_takes_nothing_yet(pair: Pair) -> None:
    empty = open_space(Space.Kind.RELATIONSHIP, [pair.cast.ada, pair.cast.ben])
    with pytest.raises(NotNow):
        put_envelope(empty, pair.sealed(pair.ada, uuid4()), by=pair.cast.ada)


def test_the_database_itself_refuses_plain_text(pair: Pair) -> None:
    goal = put_envelope(pair.space, pair.sealed(pair.ada, uuid4()), by=pair.cast.ada)
    with pytest.raises(DatabaseError, match="only_envelopes_are_stored"), transaction.atomic():
        goal.envelopes.update(sealed=b"My secret goal")


def test_a_stranger_does_not_find_the_space(pair: Pair) -> None:
    for stranger in (pair.cast.cora, pair.cast.eve, pair.cast.otto):
        with pytest.raises(Http404):
            space_for(stranger, pair.space.pk)
    assert space_for(pair.cast.ben, pair.space.pk) == pair.space


def test_grants_are_gone_once_the_keys_are_in_the_keyrings(pair: Pair) -> None:
    assert not Grant.objects.exists()
    assert waiting_for(pair.cast.ada) == waiting_for(pair.cast.ben) == []


def test_a_space_waits_for_whoever_has_no_keys(pair: Pair) -> None:
    space = open_space(Space.Kind.RELATIONSHIP, [pair.cast.ada, pair.cast.sam])
    assert waiting_for(pair.cast.ada) == []
    with_keys(pair.cast.sam)
    assert waiting_for(pair.cast.ada) == [str(space.pk)]


def test_a_space_is_founded_once_and_only_for_those_who_are_meant(pair: Pair) -> None:
    made = pair.ada.found_space(
        str(pair.space.pk), [pair.ada.statement, pair.ben.statement], made_at=DAY
    )
    offered = made.posted()
    with pytest.raises(StaleWords):
        found_space(pair.space, offered, by=pair.cast.ada)
    alone = open_space(Space.Kind.RELATIONSHIP, [pair.cast.ada, pair.cast.ben])
    only_ada = pair.ada.found_space(str(alone.pk), [pair.ada.statement], made_at=DAY).posted()
    with pytest.raises(NotAcceptable):
        found_space(alone, only_ada, by=pair.cast.ada)


def test_the_chain_of_an_author_is_told_to_her_alone(pair: Pair) -> None:
    goal = put_envelope(pair.space, pair.sealed(pair.ada, uuid4()), by=pair.cast.ada)
    assert heads_of(pair.space, pair.cast.ada)["aph"] == goal.newest.digest.hex()
    assert heads_of(pair.space, pair.cast.ben) == {"seq": 0, "aph": "", "recent": []}


def test_keys_are_set_up_once(pair: Pair) -> None:
    with setting(PERSON, pair.cast.ada.pk), pytest.raises(AlreadyDone):
        set_up_keys(set_up_of(pair.ada), by=pair.cast.ada)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda offered: offered.update(slots=offered["slots"][:1]),
        lambda offered: offered.update(signature="00" * 64),
        lambda offered: offered.update(identity="00" * 100),
        lambda offered: offered.update(statement="{}"),
        lambda offered: offered.pop("keyring"),
        lambda offered: offered["slots"][0].update(type="escrow"),
        lambda offered: offered["slots"][0]["kdf"].update(iter=1000),
        lambda offered: offered["slots"][1].update(user=str(uuid4())),
    ],
)
def test_half_or_wrong_keys_are_not_stored(cast: Cast, spoil: Callable[[Any], Any]) -> None:
    offered = set_up_of(member_of(cast.ada))
    spoil(offered)
    with setting(PERSON, cast.ada.pk):
        with pytest.raises(NotAcceptable), transaction.atomic():
            set_up_keys(offered, by=cast.ada)
        assert not UnlockSlot.objects.exists()


def test_keys_come_back_exactly_as_the_browser_made_them(pair: Pair) -> None:
    with setting(PERSON, pair.cast.ada.pk):
        told = keys_of(pair.cast.ada)
        assert told is not None
        again = {row["slot"]: row for row in told["slots"]}
        for slot in set_up_of(pair.ada)["slots"]:
            made = next(row for row in again.values() if row["type"] == slot["type"])
            assert made.keys() == slot.keys()
            assert made["created"] == slot["created"]


def test_slots_and_keyring_are_shown_by_the_database_to_nobody_else(pair: Pair) -> None:
    with setting(PERSON, pair.cast.ben.pk):
        assert {slot.person_id for slot in UnlockSlot.objects.all()} == {pair.cast.ben.pk}
        assert {ring.pk for ring in Keyring.objects.all()} == {pair.cast.ben.pk}
        assert len(state_of(pair.space, pair.cast.ben)["statements"]) == 2
    with setting(PERSON, ""), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM sealed_unlockslot")
        assert cursor.fetchone() == (0,)


def test_a_used_code_is_replaced_by_a_new_one(pair: Pair) -> None:
    with setting(PERSON, pair.cast.ada.pk):
        old = UnlockSlot.objects.get(kind="code")
        use_recovery_code(old.pk, by=pair.cast.ada)
        new = {**row_of(old), "slot": str(uuid4())}
        add_slot(new, by=pair.cast.ada)
        left = UnlockSlot.objects.get(kind="code")
        assert (str(left.pk), left.used_at) == (new["slot"], None)


def test_the_slower_of_two_keyrings_is_told(pair: Pair) -> None:
    with setting(PERSON, pair.cast.ada.pk):
        store_keyring(1, b"SSPW\x01one", by=pair.cast.ada)
        with pytest.raises(StaleWords):
            store_keyring(1, b"SSPW\x01two", by=pair.cast.ada)
        assert bytes(Keyring.objects.get().wrapped) == b"SSPW\x01one"


def test_a_signature_counts_for_its_statement_and_its_signer(pair: Pair) -> None:
    words = put_envelope(pair.space, pair.sealed(pair.ada, uuid4()), by=pair.cast.ada)
    statement = statement_for(words, agreement=uuid4(), version=1, public={"rhythm": 14})
    signature = pair.ada.sign_agreement(statement)
    assert accept_signature(statement, signature, by=pair.cast.ada) == signature
    for who, signed in [(pair.cast.ben, signature), (pair.cast.ada, bytes(64))]:
        with pytest.raises(NotAcceptable):
            accept_signature(statement, signed, by=who)


def test_every_envelope_of_another_organisation_is_hidden(pair: Pair) -> None:
    put_envelope(pair.space, pair.sealed(pair.ada, uuid4()), by=pair.cast.ada)
    with tenant(pair.cast.elsewhere):
        assert not Envelope.objects.exists()


def test_erasing_leaves_digests_and_a_tomb_and_no_ciphertext(pair: Pair) -> None:
    oid = uuid4()
    for wording in ("One", "Two"):
        goal = put_envelope(pair.space, pair.sealed(pair.ada, oid, wording), by=pair.cast.ada)
    tomb = pair.tomb(pair.ada, oid)
    assert erase_words(goal, tomb, by=pair.cast.ada).erased_on
    kept = list(goal.envelopes.order_by("revision"))
    assert [bytes(each.sealed) for each in kept[:2]] == [b"SSP1"] * 2
    assert bytes(kept[2].sealed) == tomb.envelope
    assert all(len(each.digest) == 32 for each in kept)
    with pytest.raises(NotAcceptable):
        put_envelope(pair.space, pair.sealed(pair.ada, oid, "Back"), by=pair.cast.ada)


def test_nobody_erases_what_another_wrote_and_no_tomb_comes_as_words(pair: Pair) -> None:
    oid = uuid4()
    goal = put_envelope(pair.space, pair.sealed(pair.ada, oid), by=pair.cast.ada)
    pair.ben.open(bytes(goal.newest.sealed), str(pair.space.pk), str(oid))
    tomb = pair.tomb(pair.ben, oid)
    with pytest.raises(NotAcceptable):
        erase_words(goal, tomb, by=pair.cast.ben)
    with pytest.raises(NotAcceptable):
        put_envelope(pair.space, tomb, by=pair.cast.ben)
