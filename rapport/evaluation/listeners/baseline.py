"""Somebody is asked two questions: the letter with her link goes out.

The link is a signed number of a row and nothing else; it is nowhere but in the letter, and opens
nothing but the two questions.
"""

from uuid import UUID

from django.core import signing
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format

from rapport.domain.events import BaselineAsked
from rapport.domain.sentences import _
from rapport.evaluation.actions.baseline_survey import eligible_of
from rapport.evaluation.models import AskedPerson
from rapport.organisations.models import Organisation
from rapport.people.letters import Letter, absolute, compose

SALT = "rapport.baseline"
ASKED = Letter(
    _("Two questions before “%(programme)s” begins"),
    (
        _("Hello,"),
        _(
            "%(organisation)s runs a mentoring programme, “%(programme)s”. Whether you mean to "
            "take part or not: please answer two questions, with one press each, until %(until)s. "
            "You need no account, and you need not answer."
        ),
        "%(url)s",
        _(
            "The link is yours alone and takes one answer. No page shows anybody what you answer, "
            "or whether you did; a report shows nothing about fewer than five people."
        ),
    ),
)


def send_baseline_letter(event: BaselineAsked) -> None:
    """To whoever has not answered yet, in the language of whoever asks."""
    found = AskedPerson.objects.select_related("survey__programme").filter(pk=event.asked).first()
    if found is None or found.content is None or not found.survey.is_open(timezone.localdate()):
        return
    survey = found.survey
    with translation.override(survey.language):
        compose(
            ASKED,
            eligible_of(found).email,
            programme=survey.programme.name,
            organisation=Organisation.objects.get(pk=survey.organisation_id).name,
            until=date_format(survey.closes_on, "DATE_FORMAT"),
            url=absolute(reverse("baseline_answer", args=[token_for(found.pk)])),
        ).send()


def token_for(asked: UUID) -> str:
    return signing.Signer(salt=SALT).sign(asked.hex)


def read_token(token: str) -> UUID | None:
    """Which row; None for what we never signed."""
    try:
        return UUID(hex=signing.Signer(salt=SALT).unsign(token))
    except (signing.BadSignature, ValueError):
        return None
