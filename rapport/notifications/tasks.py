"""Sending mails: what cannot wait at once, the rest when it is due; and forgetting old news."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from rapport.audit.queries import last_checkpoint
from rapport.domain.events import LooksListed
from rapport.journal.models import Entry
from rapport.journal.recording import record
from rapport.notifications.actions.mails import gather_mails, send_mail
from rapport.notifications.listeners import PUSH, SEND
from rapport.notifications.models import Mail, Notification, PushDevice
from rapport.notifications.pushing import push_to
from rapport.organisations.tenancy import every_organisation, tenant_by_id
from rapport.people.models import Person

POST, POST_HERE = "rapport.post_mails", "rapport.post_mails_of_organisation"
FORGET, LIST_LOOKS = "rapport.forget_news", "rapport.list_looks"
ALMOST_A_MONTH = timedelta(days=20)
"""Run twice on the first of a month, it tells once."""
RETRY = RetryStrategy(max_attempts=5, exponential_wait=5)
NEWS_KEPT, MAILS_KEPT = timedelta(days=90), timedelta(days=30)
"""How long the bell remembers, and how long we remember that a mail went out."""


@app.task(name=SEND, queue="mail", retry=RETRY)
def send_one(mail: str, organisation: str) -> None:
    """A try in vain is noted on the mail, and made again by the clock."""
    with transaction.atomic(), tenant_by_id(UUID(organisation)):
        send_mail(UUID(mail))


@app.task(name=PUSH, queue="mail", retry=RETRY)
def push_news(device: str, notification: str, organisation: str) -> None:
    """A device that is gone is forgotten; other trouble comes back later."""
    with transaction.atomic(), tenant_by_id(UUID(organisation)):
        found = PushDevice.objects.select_related("person").filter(pk=UUID(device)).first()
        news = Notification.objects.filter(pk=UUID(notification), read_at__isnull=True)
        if found is not None and not push_to(found, list(news), timezone.now()):
            found.delete()


@app.task(name=POST, queue="clock", retry=RETRY)
def post_mails(timestamp: int) -> None:
    """One job for each organisation where something is due."""
    for organisation in every_organisation():
        with transaction.atomic(), tenant_by_id(organisation):
            is_due = waiting_people().exists() or mails_to_try().exists()
        if is_due:
            post_mails_of_organisation.defer(organisation=str(organisation))


@app.task(name=POST_HERE, queue="mail", retry=RETRY)
def post_mails_of_organisation(organisation: str) -> None:
    """Each person and each mail in a transaction of its own."""
    number = UUID(organisation)
    with transaction.atomic(), tenant_by_id(number):
        for person in waiting_people():
            gather_mails(person, timezone.now())
    with transaction.atomic(), tenant_by_id(number):
        waiting = list(mails_to_try().values_list("pk", flat=True))
    for mail in waiting:
        send_one(str(mail), organisation)


def waiting_people() -> QuerySet[Person]:
    due = Notification.objects.filter(mail__isnull=True, mail_due_at__lte=timezone.now())
    return Person.objects.filter(pk__in=due.values("person"))


def mails_to_try() -> QuerySet[Mail]:
    return Mail.objects.filter(try_at__lte=timezone.now()).order_by("try_at")


@app.task(name=LIST_LOOKS, queue="clock", retry=RETRY)
def list_looks(timestamp: int) -> None:
    """Once a month and organisation; not before there is a checkpoint that could be kept."""
    if last_checkpoint() is None:
        return
    for organisation in every_organisation():
        with transaction.atomic(), tenant_by_id(organisation):
            since = timezone.now() - ALMOST_A_MONTH
            told = Entry.objects.filter(event=LooksListed.name(), happened_at__gt=since)
            if not told.exists():
                record(LooksListed())


@app.task(name=FORGET, queue="clock", retry=RETRY)
def forget_news(timestamp: int) -> None:
    """At night: what nobody needs any more is not kept."""
    for organisation in every_organisation():
        with transaction.atomic(), tenant_by_id(organisation):
            now = timezone.now()
            Notification.objects.filter(made_at__lt=now - NEWS_KEPT).delete()
            settled = Q(sent_at__lt=now - MAILS_KEPT) | Q(given_up_at__lt=now - NEWS_KEPT)
            Mail.objects.filter(settled).delete()
