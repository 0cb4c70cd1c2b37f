"""A letter by mail in plain words: written once, sent as text and as HTML.

A paragraph that is nothing but an address becomes a link of its own. Letters carry no styles
and no pictures: nothing in them tells anybody that they were read.
"""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.translation import gettext


@dataclass(frozen=True)
class Letter:
    """A subject and paragraphs with %(places)s for values."""

    subject: str
    paragraphs: tuple[str, ...]


def compose(letter: Letter, to: str, **values: Any) -> EmailMultiAlternatives:
    """The letter in the language that is spoken now. Values are words or addresses."""
    subject = " ".join((gettext(letter.subject) % values).split())
    paragraphs = [gettext(each) % values for each in letter.paragraphs]
    return letter_of(subject, paragraphs, to)


def letter_of(subject: str, paragraphs: list[str], to: str) -> EmailMultiAlternatives:
    """The same of finished sentences."""
    mail = EmailMultiAlternatives(subject, "\n\n".join(paragraphs) + "\n", to=[to])
    mail.attach_alternative(as_html(subject, paragraphs), "text/html")
    return mail


def as_html(subject: str, paragraphs: list[str]) -> str:
    parts = [{"text": text, "is_link": is_link(text)} for text in paragraphs]
    return render_to_string("people/mail/letter.html", {"subject": subject, "parts": parts})


def is_link(text: str) -> bool:
    return text.startswith(("https://", "http://")) and " " not in text


def absolute(path: str) -> str:
    """A path of ours (with its mount) as a whole address, at the name the operator gave us.

    Never made from the request: whoever asks for a mail must not choose where its links lead.
    """
    return settings.ADDRESS + path
