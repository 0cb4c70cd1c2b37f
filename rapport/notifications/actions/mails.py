"""Waiting notifications become mails; mails are sent, tried again, given up, come back."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from rapport.domain.events import MailGivenUp
from rapport.journal.recording import record
from rapport.notifications.failures import WAITS, Failure, failure_of
from rapport.notifications.mails import mail_of
from rapport.notifications.models import Mail, Notification, Trouble
from rapport.people.models import Person


@transaction.atomic
def gather_mails(person: Person, now: datetime) -> list[Mail]:
    """All that is due for her: each at-once piece on its own, the rest in one daily letter.

    What she has read in the bell meanwhile is not mailed again.
    """
    waiting = Notification.objects.select_for_update().filter(
        person=person, mail__isnull=True, mail_due_at__lte=now
    )
    due = list(waiting.order_by("made_at", "pk"))
    alone = [[each] for each in due if each.is_mailed_alone]
    together = [each for each in due if not each.is_mailed_alone and each.read_at is None]
    waiting.update(mail_due_at=None)
    return [put_into_mail(part, person, now) for part in [*alone, together] if part]


def put_into_mail(part: list[Notification], person: Person, now: datetime) -> Mail:
    mail = Mail.objects.create(person=person, address=person.email or "", try_at=now)
    Notification.objects.filter(pk__in=[each.pk for each in part]).update(mail=mail)
    return mail


@transaction.atomic
def send_mail(number: UUID, now: datetime | None = None) -> None:
    """One try. Nothing happens when it has arrived, was given up, or waits for a later try."""
    now = now or timezone.now()
    waiting = Mail.objects.select_for_update(of=("self",)).select_related("person", "organisation")
    mail = waiting.filter(pk=number, try_at__lte=now).first()
    if mail is None:
        return
    mail.address = mail.person.email or ""
    letter = mail_of(mail) if mail.address and mail.person.is_active else None
    if letter is None:
        mail.delete()
        return
    try:
        letter.send()
    except OSError as error:
        note_failure(mail, failure_of(error), now)
    else:
        note_success(mail, now)


def note_success(mail: Mail, now: datetime) -> None:
    mail.sent_at, mail.try_at, mail.tries = now, None, mail.tries + 1
    mail.trouble = mail.code = ""
    mail.save()


def note_failure(mail: Mail, failure: Failure, now: datetime) -> None:
    """Tried again after a while; given up when it cannot help, or was tried for days."""
    mail.trouble, mail.code = failure.trouble, failure.code
    mail.tries += 1
    if failure.is_final or mail.tries > len(WAITS):
        give_up(mail, now)
    else:
        mail.try_at = now + WAITS[mail.tries - 1]
        mail.save()


def give_up(mail: Mail, now: datetime) -> None:
    """Whoever runs her programme learns that she is out of reach, and no more."""
    mail.given_up_at, mail.try_at = now, None
    mail.save()
    record(MailGivenUp(person=mail.person_id))


@transaction.atomic
def note_bounce(number: UUID, code: str) -> bool:
    """A mail that seemed to arrive came back. False when we know no such mail, or knew already."""
    mail = Mail.objects.select_for_update().filter(pk=number, given_up_at__isnull=True).first()
    if mail is None:
        return False
    mail.trouble, mail.code = Trouble.BOUNCED, code[:12]
    mail.sent_at = None
    give_up(mail, timezone.now())
    return True


@transaction.atomic
def try_again(person: Person) -> int:
    """Her given-up mails go out once more, to the address she has now. How many there are."""
    given_up = Mail.objects.select_for_update().filter(person=person, given_up_at__isnull=False)
    return given_up.update(
        try_at=timezone.now(), given_up_at=None, tries=F("tries") * 0, trouble="", code=""
    )
