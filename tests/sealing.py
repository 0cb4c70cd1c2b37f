"""What the browsers of the cast would do: keys, a founded space, envelopes in base64.

hands = Hands(relationship)                          everybody in it has keys, the space is founded
hands.seal(ada, "goal/1", {"wording": "Lead"})       a new object; a string for a form
hands.seal(ada, "goal/1", {…}, thing=goal.words)     its next revision
hands.sealed(ada, "goal/1", {…})                     the same as `SealedInput`, for an action
hands.tomb(ada, goal.words)                          what stands in its place, for a form
hands.open(ben, goal.words)                          the words, as Ben's browser shows them
"""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from typing import Any, Self
from uuid import uuid4

from rapport.organisations.scope import PERSON, setting
from rapport.people.models import Person
from rapport.relationships.models import Relationship
from rapport.sealed.actions import approve_space, found_space
from rapport.sealed.actions.note import journal_for
from rapport.sealed.forms import SealedInput, read_sealed
from rapport.sealed.models import IdentityKey, SealedObject, Space
from rapport.sealed.protocol.canonical import digest
from rapport.sealed.protocol.identity import wrap_identity
from rapport.sealed.protocol.member import Member

DAY = "2026-09-01T09:00:00Z"


class Hands:
    """The browsers of everybody in one relationship, in one process."""

    def __init__(self, relationship: Relationship) -> None:
        people = [each.person for each in relationship.participants.select_related("person")]
        self.enter(relationship.space, people)

    @classmethod
    def at_journal(cls, person: Person) -> Self:
        """One person's browser in her private journal."""
        hands = cls.__new__(cls)
        hands.enter(journal_for(person), [person])
        return hands

    def enter(self, space: Space, people: list[Person]) -> None:
        """The first founds the space, the others join it."""
        self.sid = str(space.pk)
        self.members = {each.pk: self.with_keys(each) for each in people}
        first, *others = people
        founder = self.members[first.pk]
        statements = [member.statement for member in self.members.values()]
        founded = founder.found_space(self.sid, statements, made_at=DAY)
        offered = {
            "entry": founded.entry.data.decode(),
            "signature": founded.entry.signature.hex(),
            "grants": {user: grant.hex() for user, grant in founded.grants.items()},
        }
        found_space(space, offered, by=first)
        for each in others:
            approval = self.members[each.pk].join_space(founded)
            signed = {"entry": digest(founded.entry.data), "signature": approval.hex()}
            approve_space(space, signed, by=each)

    def with_keys(self, person: Person) -> Member:
        """Her identity alone: the slots that unlock it are dear to make, and not needed here."""
        member = Member.make(str(person.pk), made_at=DAY, seed=str(person.pk))
        with setting(PERSON, person.pk):
            IdentityKey.objects.get_or_create(
                person=person,
                generation=1,
                defaults={
                    "statement": member.statement.data,
                    "signature": member.signature,
                    "digest": bytes.fromhex(member.statement.hash),
                    "bundle": wrap_identity(member.identity, member.amk, random=member.random),
                },
            )
        return member

    def seal(
        self,
        by: Person,
        schema: str,
        words: Mapping[str, Any],
        thing: SealedObject | None = None,
    ) -> str:
        """What a `<sealed-field>` puts into its form."""
        member = self.members[by.pk]
        oid = str(thing.pk) if thing else str(uuid4())
        if thing is not None:
            self.open(by, thing)
        return b64encode(member.seal(self.sid, oid, schema, words, written_at=DAY)).decode()

    def sealed(
        self,
        by: Person,
        schema: str,
        words: Mapping[str, Any],
        thing: SealedObject | None = None,
    ) -> SealedInput:
        """What the form hands to an action."""
        return read_sealed(b64decode(self.seal(by, schema, words, thing)))

    def tomb(self, by: Person, thing: SealedObject) -> str:
        """What a `<sealed-erasure>` puts into its form."""
        self.open(by, thing)
        sealed = self.members[by.pk].bury(self.sid, str(thing.pk), written_at=DAY)
        return b64encode(sealed).decode()

    def open(self, by: Person, thing: SealedObject) -> dict[str, Any]:
        """The newest words of a thing."""
        newest = thing.envelopes.order_by("-revision")[0]
        return self.members[by.pk].open(bytes(newest.sealed), self.sid, str(thing.pk))
