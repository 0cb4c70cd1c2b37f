"""Everybody's browser in one process: keys, spaces and envelopes by the Python implementation.

The server only gets what it always gets. In the product keys are made in the browser; here the
phrases are no secret, they are printed with the sign-ins.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from rapport.demo.clock import Clock
from rapport.demo.organisation import number
from rapport.organisations.scope import PERSON, setting
from rapport.people.models import Person
from rapport.sealed.actions import approve_space, found_space, set_up_keys, take_grant
from rapport.sealed.forms import SealedInput, read_sealed
from rapport.sealed.models import Keyring, Space
from rapport.sealed.protocol.canonical import digest
from rapport.sealed.protocol.member import Member

ITERATIONS = 600_000
"""The least that browsers accept: a demonstration should not take minutes to make."""


@dataclass
class Hands:
    """All members with their keys, by the number of the person."""

    clock: Clock
    members: dict[UUID, Member] = field(default_factory=dict)
    sealed: int = 0

    def member(self, person: Person) -> Member:
        """Her keys; made and handed to the server on the first call."""
        if person.pk not in self.members:
            seed = f"demonstration/{person.email}"
            stamp = self.clock.stamp(300)
            member = Member.make(str(person.pk), made_at=stamp, seed=seed, iterations=ITERATIONS)
            with setting(PERSON, person.pk):
                set_up_keys(member.set_up(), by=person)
            self.members[person.pk] = member
        return self.members[person.pk]

    def found(self, space: Space, people: list[Person], days: float) -> None:
        """The first founds the space, the others join; grants are opened at once."""
        members = [self.member(person) for person in people]
        statements = [member.statement for member in members]
        stamp = self.clock.stamp(days)
        founded = members[0].found_space(str(space.pk), statements, made_at=stamp)
        offered = {
            "entry": founded.entry.data.decode(),
            "signature": founded.entry.signature.hex(),
            "grants": {user: grant.hex() for user, grant in founded.grants.items()},
        }
        found_space(space, offered, by=people[0])
        head = digest(founded.entry.data)
        for person, member in zip(people[1:], members[1:], strict=True):
            signed = {"entry": head, "signature": member.join_space(founded).hex()}
            approve_space(space, signed, by=person)
        for person in people:
            take_grant(space, by=person)

    def seal(
        self, by: Person, space: Space, schema: str, words: Mapping[str, Any], *, days: float
    ) -> SealedInput:
        """What a `<sealed-field>` would have sent on that day, for a new object."""
        self.sealed += 1
        oid, stamp = str(number(f"words {self.sealed}")), self.clock.stamp(days)
        member = self.member(by)
        return read_sealed(member.seal(str(space.pk), oid, schema, words, written_at=stamp))

    def keep_keyrings(self) -> None:
        """Hand in everybody's keyring as it is now, with all spaces in it."""
        for number_of_person, member in self.members.items():
            revision, wrapped = member.wrapped_keyring()
            with setting(PERSON, number_of_person):
                Keyring.objects.filter(person=number_of_person).update(
                    revision=revision, wrapped=wrapped
                )
