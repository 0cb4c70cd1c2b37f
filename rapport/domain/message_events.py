"""What happens between the members of sealed pages, in the past tense.

Who wrote stands in no event: the message knows it, and the history need not repeat it.
"""

from dataclasses import dataclass
from uuid import UUID

from rapport.domain.event import Event


@dataclass(frozen=True, kw_only=True)
class MessageWritten(Event):
    """There is a new message between the members of a space."""

    space: UUID
    message: UUID


@dataclass(frozen=True, kw_only=True)
class ReportWritten(Event):
    """Somebody turned to whoever safeguards; the others in her pages are not told."""

    space: UUID
    message: UUID
