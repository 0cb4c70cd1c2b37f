"""Who is in a space changes: what the server takes from browsers, and what it does then."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest
from django.http import Http404

from rapport.domain.refusals import NotAcceptable, NotNow, StaleWords
from rapport.organisations.tenancy import tenant
from rapport.people.models import Person
from rapport.sealed.access import space_for
from rapport.sealed.actions import (
    add_safeguarding,
    approve_change,
    change_space,
    open_space,
    propose_member,
    put_envelope,
    take_grant,
)
from rapport.sealed.actions.history import member_statements, state_of_log, stored_entry
from rapport.sealed.actions.log import withdraw_change
from rapport.sealed.actions.report import open_report
from rapport.sealed.forms import read_sealed
from rapport.sealed.models import Grant, LogProposal, Space, SpaceMember
from rapport.sealed.protocol.canonical import digest
from rapport.sealed.protocol.changes import Made, begin_epoch, change_without_key, share_past
from rapport.sealed.protocol.log_entry import approve_entry
from rapport.sealed.protocol.member import Member
from rapport.sealed.protocol.space_log import SpaceState
from rapport.sealed.queries import spaces_of, written_in
from rapport.sealed.tests.people import DAY, founded, with_keys
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@dataclass
class Circle:
    """Ada and Ben in a space; Sam has keys and may be let in."""

    cast: Cast
    space: Space
    ada: Member
    ben: Member
    sam: Member

    @property
    def state(self) -> SpaceState:
        return state_of_log(self.space)

    def change(self, made: Made, by: Person) -> Any:
        grants = {user: sealed.hex() for user, sealed in made.grants.items()}
        offered = {"entry": made.entry.data.decode(), "signature": made.entry.signature.hex()}
        return change_space(self.space, {**offered, "grants": grants}, by=by)

    def approve(self, made: Made, member: Member, by: Person) -> None:
        signature = approve_entry(made.entry.data, member.identity).hex()
        approve_change(
            self.space, {"entry": digest(made.entry.data), "signature": signature}, by=by
        )

    def epoch(self, op: str, *members: Member, **ends: int) -> Made:
        statements = [member.statement for member in members]
        named = {user.replace("_", "-"): last for user, last in ends.items()}
        return begin_epoch(self.state, op, statements, by=self.ada.author(DAY), ends=named)

    def let_sam_in(self) -> Made:
        made = self.epoch("add", self.ada, self.ben, self.sam)
        self.change(made, self.cast.ada)
        self.approve(made, self.ben, self.cast.ben)
        return made

    def catch_up(self, member: Member, person: Person) -> None:
        """What the member's browser does when it opens the space."""
        entries = [stored_entry(row) for row in self.space.log.order_by("number")]
        grants = {
            each.number: bytes(each.sealed)
            for each in Grant.objects.filter(space=self.space, person=person)
        }
        statements = member_statements(self.space).values()
        member.follow(str(self.space.pk), entries, statements, grants)
        take_grant(self.space, by=person)

    def sealed(self, member: Member, wording: str) -> Any:
        sid, oid = str(self.space.pk), str(uuid4())
        envelope = member.seal(sid, oid, "goal/1", {"wording": wording}, written_at=DAY)
        return read_sealed(envelope)


@pytest.fixture
def circle(cast: Cast) -> Iterator[Circle]:
    with tenant(cast.organisation):
        ada, ben, sam = (with_keys(each) for each in (cast.ada, cast.ben, cast.sam))
        space = open_space(Space.Kind.RELATIONSHIP, [cast.ada, cast.ben])
        founded(space, [cast.ada, cast.ben], [ada, ben])
        propose_member(space, cast.sam, by=cast.cora)
        yield Circle(cast, space, ada, ben, sam)


def test_somebody_joins_when_all_members_have_signed_and_not_before(circle: Circle) -> None:
    made = circle.epoch("add", circle.ada, circle.ben, circle.sam)
    assert circle.change(made, circle.cast.ada) == {str(circle.cast.ben.pk)}
    assert circle.space.log.count() == 1
    with pytest.raises(Http404):
        space_for(circle.cast.sam, circle.space.pk)
    circle.approve(made, circle.ben, circle.cast.ben)
    assert circle.space.log.count() == 2
    assert space_for(circle.cast.sam, circle.space.pk) == circle.space
    assert Grant.objects.filter(space=circle.space, number=1).count() == 3


def test_who_joins_reads_what_comes_and_not_what_was(circle: Circle) -> None:
    before = put_envelope(circle.space, circle.sealed(circle.ada, "Before"), by=circle.cast.ada)
    circle.let_sam_in()
    for member, person in ((circle.ada, circle.cast.ada), (circle.sam, circle.cast.sam)):
        circle.catch_up(member, person)
    after = put_envelope(circle.space, circle.sealed(circle.ada, "After"), by=circle.cast.ada)
    sid = str(circle.space.pk)
    assert circle.sam.open(bytes(after.newest.sealed), sid, str(after.pk)) == {"wording": "After"}
    with pytest.raises(Exception, match="epoch-unknown"):
        circle.sam.open(bytes(before.newest.sealed), sid, str(before.pk))


def test_the_past_is_a_second_choice_that_all_sign_as_well(circle: Circle) -> None:
    before = put_envelope(circle.space, circle.sealed(circle.ada, "Before"), by=circle.cast.ada)
    circle.let_sam_in()
    circle.catch_up(circle.ada, circle.cast.ada)
    keys = circle.ada.places[str(circle.space.pk)].keys
    made = share_past(circle.state, keys, circle.sam.user, by=circle.ada.author(DAY))
    assert circle.change(made, circle.cast.ada) == {str(circle.cast.ben.pk)}
    circle.approve(made, circle.ben, circle.cast.ben)
    circle.catch_up(circle.sam, circle.cast.sam)
    words = circle.sam.open(bytes(before.newest.sealed), str(circle.space.pk), str(before.pk))
    assert words == {"wording": "Before"}
    assert not Grant.objects.filter(person=circle.cast.sam).exists()


def test_nobody_joins_whom_nobody_proposed(circle: Circle) -> None:
    circle.space.candidacies.all().delete()
    with pytest.raises(NotAcceptable):
        circle.change(circle.epoch("add", circle.ada, circle.ben, circle.sam), circle.cast.ada)


def test_a_member_says_no_and_nothing_has_changed(circle: Circle) -> None:
    made = circle.epoch("add", circle.ada, circle.ben, circle.sam)
    circle.change(made, circle.cast.ada)
    withdraw_change(circle.space)
    assert not LogProposal.objects.exists()
    with pytest.raises(StaleWords):
        circle.approve(made, circle.ben, circle.cast.ben)


def test_who_leaves_gets_no_key_and_no_ciphertext_any_more(circle: Circle) -> None:
    circle.let_sam_in()
    by_sam = circle.sam.author(DAY)
    circle.change(change_without_key(circle.state, "leave", by=by_sam), circle.cast.sam)
    with pytest.raises(Http404):
        space_for(circle.cast.sam, circle.space.pk)
    circle.catch_up(circle.ada, circle.cast.ada)
    with pytest.raises(NotNow):
        put_envelope(circle.space, circle.sealed(circle.ada, "Too early"), by=circle.cast.ada)
    circle.change(circle.epoch("rotate", circle.ada, circle.ben), circle.cast.ada)
    newest = Grant.objects.filter(space=circle.space, number=3)
    assert {each.person_id for each in newest} == {circle.cast.ada.pk, circle.cast.ben.pk}


def test_the_remaining_members_put_somebody_out_together(circle: Circle) -> None:
    circle.let_sam_in()
    ends = {circle.sam.user.replace("-", "_"): 0}
    made = circle.epoch("remove", circle.ada, circle.ben, **ends)
    assert circle.change(made, circle.cast.ada) == {str(circle.cast.ben.pk)}
    circle.approve(made, circle.ben, circle.cast.ben)
    assert SpaceMember.objects.get(space=circle.space, person=circle.cast.sam).left_at


def test_closing_and_opening_again_are_signed_and_kept_by_the_server(circle: Circle) -> None:
    by_ada = circle.ada.author(DAY)
    circle.change(change_without_key(circle.state, "close", by=by_ada), circle.cast.ada)
    with pytest.raises(NotNow):
        put_envelope(circle.space, circle.sealed(circle.ada, "Late"), by=circle.cast.ada)
    made = change_without_key(circle.state, "reopen", by=by_ada)
    assert circle.change(made, circle.cast.ada) == {str(circle.cast.ben.pk)}
    circle.approve(made, circle.ben, circle.cast.ben)
    assert Space.objects.get(pk=circle.space.pk).closed_at is None


def test_what_was_written_is_counted_for_each_key(circle: Circle) -> None:
    assert written_in(circle.space) == 0
    for words in ("One", "Two"):
        put_envelope(circle.space, circle.sealed(circle.ada, words), by=circle.cast.ada)
    assert written_in(circle.space) == 2
    circle.change(circle.epoch("rotate", circle.ada, circle.ben), circle.cast.ada)
    circle.catch_up(circle.ada, circle.cast.ada)
    assert written_in(circle.space) == 0
    put_envelope(circle.space, circle.sealed(circle.ada, "Three"), by=circle.cast.ada)
    assert written_in(circle.space) == 1


def test_of_two_changes_at_once_the_first_counts(circle: Circle) -> None:
    slow = circle.epoch("rotate", circle.ada, circle.ben)
    circle.change(circle.epoch("rotate", circle.ada, circle.ben), circle.cast.ada)
    with pytest.raises(StaleWords):
        circle.change(slow, circle.cast.ada)


@pytest.mark.parametrize("spoil", ["by another", "another's grant", "a grant too many", "cut"])
def test_a_change_that_is_not_sound_is_refused(circle: Circle, spoil: str) -> None:
    made, by = circle.epoch("rotate", circle.ada, circle.ben), circle.cast.ada
    ada, ben = circle.ada.user, circle.ben.user
    grants = {
        "by another": made.grants,
        "another's grant": {**made.grants, ada: made.grants[ben]},
        "a grant too many": {**made.grants, circle.sam.user: made.grants[ben]},
        "cut": {**made.grants, ada: made.grants[ada][:-1]},
    }[spoil]
    if spoil == "by another":
        by = circle.cast.ben
    with pytest.raises(NotAcceptable):
        circle.change(Made(made.entry, grants, made.key), by)
    assert circle.space.log.count() == 1


def test_a_report_is_between_a_member_and_whoever_safeguards(circle: Circle) -> None:
    with pytest.raises(NotNow):
        open_report(circle.space, by=circle.cast.ben)
    add_safeguarding(circle.space, circle.cast.sam)
    report = open_report(circle.space, by=circle.cast.ben)
    assert report == open_report(circle.space, by=circle.cast.ben)
    assert {each.person for each in report.members.all()} == {circle.cast.ben, circle.cast.sam}
    with pytest.raises(Http404):
        space_for(circle.cast.ada, report.pk)
    assert report in spaces_of(circle.cast.sam)
