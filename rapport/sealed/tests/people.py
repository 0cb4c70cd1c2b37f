"""The cast with keys: what their browsers would do, done in Python."""

import hashlib
from collections.abc import Iterable
from functools import cache
from typing import Any
from unittest.mock import patch

from rapport.organisations.scope import PERSON, setting
from rapport.people.models import Person
from rapport.sealed.actions import approve_space, found_space, set_up_keys, take_grant
from rapport.sealed.models import Space
from rapport.sealed.protocol.member import Member
from rapport.sealed.protocol.slots import FEWEST_ITERATIONS

DAY = "2026-01-05T09:00:00Z"


def member_of(person: Person) -> Member:
    """Keys for a person, not stored yet; the same on every run for the same name."""
    return Member.make(str(person.pk), made_at=DAY, seed=person.name, iterations=FEWEST_ITERATIONS)


# The same name gives the same phrase and salt, so the costly derivation is made once a name.
remembered = cache(hashlib.pbkdf2_hmac)


def set_up_of(member: Member) -> dict[str, Any]:
    """What the set-up page would post, without paying for the derivation each time."""
    with patch("rapport.sealed.protocol.slots.hashlib.pbkdf2_hmac", remembered):
        return member.set_up()


def with_keys(person: Person) -> Member:
    """A person whose keys are stored."""
    member = member_of(person)
    with setting(PERSON, person.pk):
        set_up_keys(set_up_of(member), by=person)
    return member


def founded(space: Space, people: Iterable[Person], members: Iterable[Member]) -> None:
    """The first person's browser founds the space, the others' join and approve."""
    (first, *others), (founder, *joining) = list(people), list(members)
    statements = [founder.statement, *(member.statement for member in joining)]
    made = founder.found_space(str(space.pk), statements, made_at=DAY)
    entry = found_space(space, made.posted(), by=first)
    take_grant(space, by=first)
    for person, member in zip(others, joining, strict=True):
        approval = {"entry": entry.digest.hex(), "signature": member.join_space(made).hex()}
        approve_space(space, approval, by=person)
        take_grant(space, by=person)
