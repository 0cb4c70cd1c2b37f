"""What a mail server's refusal means: whose trouble it is, and whether trying again can help."""

import smtplib
from dataclasses import dataclass
from datetime import timedelta

from rapport.notifications.models import Trouble

WAITS = tuple(timedelta(minutes=each) for each in (5, 15, 60, 4 * 60, 12 * 60, 24 * 60, 24 * 60))
"""How long we wait after each try in vain; after the last we give up, on the third day."""
FULL = frozenset({452, 552})


@dataclass(frozen=True)
class Failure:
    """One try in vain; `code` is the server's number, "" when none answered."""

    trouble: Trouble
    code: str = ""

    @property
    def is_final(self) -> bool:
        return self.trouble in {Trouble.REFUSED, Trouble.BOUNCED}


def failure_of(error: OSError) -> Failure:
    """A refused sender, a refused sign-in or silence are trouble of ours, not of the address."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        number, _words = next(iter(error.recipients.values()))
        return Failure(trouble_of(number), str(number))
    if isinstance(error, smtplib.SMTPDataError):
        return Failure(trouble_of(error.smtp_code), str(error.smtp_code))
    code = str(error.smtp_code) if isinstance(error, smtplib.SMTPResponseException) else ""
    return Failure(Trouble.UNREACHABLE, code)


def trouble_of(code: int) -> Trouble:
    """By the number (RFC 5321): 4… comes and goes, 5… stays; a full mailbox may be emptied."""
    if code in FULL:
        return Trouble.FULL
    return Trouble.LATER if code < 500 else Trouble.REFUSED
