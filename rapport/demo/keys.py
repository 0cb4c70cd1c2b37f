"""Everybody's keys, made with the Python implementation; the server only gets what it always gets.

In the product keys are made in the browser. Here the phrases are no secret: they are printed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from rapport.demo.clock import Clock
from rapport.organisations.tenancy import PERSON, setting
from rapport.people.models import Person
from rapport.sealed.actions.envelope import put_envelope
from rapport.sealed.actions.keys import set_up_keys
from rapport.sealed.actions.space import approve_space, found_space, open_space, take_grant
from rapport.sealed.forms import SealedInput
from rapport.sealed.models import SealedObject, Space
from rapport.sealed.protocol.member import Member

ITERATIONS = 600_000
"""The least that browsers accept: a demonstration should not take minutes to make."""


@dataclass
class Circle:
    """All members with their keys, by the number of the person."""

    clock: Clock
    members: dict[UUID, Member] = field(default_factory=dict)
    seals: int = 0
