"""What happens between the members of sealed pages, in the past tense.

Who wrote stands in no event: the message knows it, and the history need not repeat it. Nor does it
keep the hour: when two people write to each other is theirs.
"""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from rapport.domain.event import Event


@dataclass(frozen=True, kw_only=True)
class MessageWritten(Event):
    """There is a new message between the members of a space."""

    is_kept_by_day: ClassVar[bool] = True

    space: UUID
    message: UUID


@dataclass(frozen=True, kw_only=True)
class ReportWritten(Event):
    """Somebody turned to whoever safeguards; the others in her pages are not told."""

    is_kept_by_day: ClassVar[bool] = True

    space: UUID
    message: UUID
