"""Notifications as a mail: sentences and links, in the reader's language and time zone."""

from email.message import MIMEPart
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext, ngettext

from rapport.domain.events import KINDS
from rapport.domain.sentences import _
from rapport.notifications import unsubscribing
from rapport.notifications.models import Mail
from rapport.notifications.sentences import TELLINGS
from rapport.notifications.telling import Telling
from rapport.notifications.wording import News, news_of
from rapport.people.letters import absolute, letter_of
from rapport.people.middleware import zone_of
from rapport.people.models import Person
from rapport.relationships.calendar import FILE_NAME, invitation, method_of
from rapport.relationships.models import Meeting, Relationship

HELLO = _("Hello %(reader)s,")
WHY = _("You get this mail because you take part in the mentoring of %(organisation)s.")
CHOOSE = _("Choose here what you hear of, and when:")


def mail_of(mail: Mail) -> EmailMultiAlternatives | None:
    """The mail, ready to go; None when all it was about is gone."""
    reader = mail.person
    with translation.override(reader.language), timezone.override(zone_of(reader)):
        told = list(mail.notifications.order_by("made_at", "pk"))
        news = news_of(told, reader)
        if not news:
            return None
        letter = written(news, mail)
        letter.extra_headers.update(headers(mail, news))
    return letter


def written(news: list[News], mail: Mail) -> EmailMultiAlternatives:
    """One piece of news speaks for itself; several are a list."""
    words = {"reader": mail.person.first_name, "organisation": mail.organisation.name}
    subject = news[0].subject if len(news) == 1 else subject_of(len(news), words)
    body = [part for each in news for part in paragraphs_of(each, is_alone=len(news) == 1)]
    foot = [gettext(WHY) % words, gettext(CHOOSE), absolute(reverse("news_choices"))]
    letter = letter_of(subject, [gettext(HELLO) % words, *body, *foot], mail.address)
    first = news[0]
    is_meant = len(news) == 1 and telling_of(first).is_for_calendars
    if is_meant and first.meeting and first.relationship:
        letter.attach(calendar_part(first.meeting, first.relationship, mail.person))
    return letter


def subject_of(count: int, words: dict[str, str]) -> str:
    sentence = ngettext(
        "%(n)s piece of news from %(organisation)s",
        "%(n)s pieces of news from %(organisation)s",
        count,
    )
    return sentence % (words | {"n": count})


def paragraphs_of(news: News, *, is_alone: bool) -> list[str]:
    """Alone, the subject stands above the mail already."""
    said = news.sentence or f"{news.subject}."
    text = said if is_alone or not news.sentence else f"{news.subject}.\n{news.sentence}"
    return [text, absolute(news.path)]


def telling_of(news: News) -> Telling:
    return TELLINGS[KINDS[news.notification.event]]


def calendar_part(meeting: Meeting, relationship: Relationship, reader: Person) -> MIMEPart:
    """The iCalendar file; calendars act on it only with the method in the content type."""
    members = [each.person for each in relationship.participants.all()]
    part = MIMEPart()
    part.set_content(
        invitation(meeting, members, reader=reader).decode(),
        subtype="calendar",
        charset="utf-8",
        disposition="attachment",
        filename=FILE_NAME,
        params={"method": method_of(meeting)},
    )
    return part


def headers(mail: Mail, news: list[News]) -> dict[str, str]:
    """The same number on every try, so that mail programs show it once; no holiday answers."""
    kinds = {telling_of(each).kind for each in news}
    return {
        "Message-ID": message_id(mail),
        "Auto-Submitted": "auto-generated",
        **unsubscribing.headers(mail.person, kinds),
    }


def message_id(mail: Mail) -> str:
    """Names the mail and its organisation, so that a mail that comes back finds its row."""
    host = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    return f"<{mail.pk}.{mail.organisation_id}@{host}>"
