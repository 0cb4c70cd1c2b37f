"""Reading a mail that came back (a delivery status notification, RFC 3464).

Believed only when it carries the number we gave our mail: whoever does not know it cannot claim
that somebody is out of reach. Nothing else of what came back is kept.
"""

import email.policy
import re
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage, Message
from uuid import UUID

NUMBER = re.compile(r"<([0-9a-f-]{36})\.([0-9a-f-]{36})@", re.IGNORECASE)
LARGEST = 1024 * 1024


@dataclass(frozen=True)
class Bounce:
    """Our mail, its organisation, and the status, such as `5.1.1`."""

    mail: UUID
    organisation: UUID
    status: str


def read_bounce(raw: bytes) -> Bounce | None:
    """None when it is no report of a final failure of a mail of ours."""
    message = message_from_bytes(raw[:LARGEST], policy=email.policy.default)
    parts = [part for part in message.walk() if isinstance(part, EmailMessage)]
    status = next(filter(None, map(failed_status, parts)), "")
    ours = next(filter(None, (our_number(part, message) for part in parts)), None)
    if not status or ours is None:
        return None
    return Bounce(UUID(ours[1]), UUID(ours[2]), status)


def failed_status(part: EmailMessage) -> str:
    """The status of the first recipient it finally failed for; delays are no failure."""
    if part.get_content_type() != "message/delivery-status":
        return ""
    for block in part.iter_parts():
        if str(block["Action"] or "").strip().lower() == "failed":
            return str(block["Status"] or "5.0.0").strip()
    return ""


def our_number(part: Message, whole: Message) -> re.Match[str] | None:
    """The number of the mail that is enclosed, whole or its head alone."""
    if part is whole:
        return None
    text = str(part["Message-ID"] or "")
    if part.get_content_type() == "text/rfc822-headers":
        text = str(part.get_payload())
    return NUMBER.search(text)
