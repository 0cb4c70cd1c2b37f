"""What an event is: something that happened, told by numbers of things and people."""

from dataclasses import dataclass, fields
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened; `by` is who did it, None when the clock did.

    `is_kept_by_day` is for what nobody needs to the minute: the history has its day alone.
    """

    by: UUID | None = None
    is_kept_by_day: ClassVar[bool] = False

    @classmethod
    def name(cls) -> str:
        return cls.__name__

    def values(self) -> dict[str, str]:
        """The fields as text, for a row of the journal."""
        pairs = ((each.name, getattr(self, each.name)) for each in fields(self))
        return {name: str(value) for name, value in pairs if value is not None}


@dataclass(frozen=True, kw_only=True)
class RelationshipEvent(Event):
    relationship: UUID
