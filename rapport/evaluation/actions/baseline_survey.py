"""The survey before: links go out, answers come in once, and everything is erased on its day."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from rapport.audit.actions import note
from rapport.domain.audit import Deed
from rapport.domain.events import BaselineAsked
from rapport.domain.refusals import AlreadyDone, NotAcceptable, NotNow
from rapport.domain.sentences import _
from rapport.evaluation import vault
from rapport.evaluation.models import AskedPerson, BaselineAnswer, BaselineSurvey
from rapport.journal.recording import record_all
from rapport.people.models import Person
from rapport.programmes.models import Programme

LONGEST_OPEN = timedelta(days=90)
LONGEST_KEPT = timedelta(days=5 * 366)
ONE_AT_A_TIME = _(
    "This programme has a survey already. Nothing was sent; erase that one first, if you want to "
    "begin again."
)
NOBODY = _(
    "Nobody stands in the list. Nothing was sent; paste a number and an address in each row."
)
DAYS = _(
    "The last day to answer lies between tomorrow and three months from now, and the day of "
    "erasure after it, within five years. Nothing was sent."
)
OVER = _("This survey is closed. Nothing was changed.")
REMINDED = _("They were reminded once, and more would be pressure. Nothing was sent.")
THANKS = _("You have answered already, so nothing was changed. Thank you.")


@dataclass(frozen=True)
class Eligible:
    """Somebody who could take part: the number the personnel file has, and her address."""

    number: str
    email: str


@transaction.atomic
def begin_survey(
    programme: Programme,
    people: Sequence[Eligible],
    *,
    closes_on: date,
    erase_on: date,
    by: Person,
) -> BaselineSurvey:
    """Send everybody a link of her own; numbers and addresses are kept encrypted until then."""
    programme.lock()
    require_days(closes_on, erase_on, timezone.localdate())
    if not people:
        raise NotAcceptable(NOBODY)
    if programme.baseline_surveys.filter(erased_at=None).exists():
        raise NotNow(ONE_AT_A_TIME)
    survey = BaselineSurvey.objects.create(
        programme=programme,
        language=by.language,
        begun_by=by,
        closes_on=closes_on,
        erase_on=erase_on,
        asked=len(people),
    )
    asked = [AskedPerson(survey=survey, organisation_id=survey.organisation_id) for _each in people]
    for row, each in zip(asked, people, strict=True):
        row.content = vault.sealed(json.dumps(asdict(each)).encode(), row.pk)
    AskedPerson.objects.bulk_create(asked)
    record_all(BaselineAsked(asked=row.pk, by=by.pk) for row in asked)
    note_about(survey, Deed.SURVEY_BEGUN, by)
    return survey


@transaction.atomic
def remind_survey(survey: BaselineSurvey, *, by: Person) -> None:
    """The same link once more to whoever has not answered; once, and no list of who it is."""
    survey.lock()
    require_open(survey)
    if survey.reminded_at:
        raise AlreadyDone(REMINDED)
    survey.reminded_at = timezone.now()
    survey.save(update_fields=["reminded_at"])
    waiting = survey.people.filter(has_answered=False).values_list("pk", flat=True)
    record_all(BaselineAsked(asked=pk, by=by.pk) for pk in waiting)


@transaction.atomic
def answer_survey(asked: AskedPerson, *, engagement: int, intention: int) -> None:
    """Keep an answer, encrypted with its number; of her there is only left that she answered."""
    asked.lock()
    require_open(asked.survey)
    if asked.has_answered or asked.content is None:
        raise AlreadyDone(THANKS)
    said = {
        "number": eligible_of(asked).number,
        "engagement": engagement,
        "intention": intention,
        "day": timezone.localdate().isoformat(),
    }
    answer = BaselineAnswer(survey=asked.survey, organisation_id=asked.organisation_id)
    answer.content = vault.sealed(json.dumps(said).encode(), answer.pk)
    answer.save(force_insert=True)
    asked.content, asked.has_answered = None, True
    asked.save(update_fields=["content", "has_answered"])


@transaction.atomic
def erase_survey(survey: BaselineSurvey, *, by: Person | None) -> None:
    """Links and answers go for good; reports made from them stay. Twice, it is once."""
    survey.lock()
    if survey.erased_at:
        return
    survey.people.all().delete()
    survey.answers.all().delete()
    survey.erased_at = timezone.now()
    survey.save(update_fields=["erased_at"])
    note_about(survey, Deed.SURVEY_ERASED, by)


def forget_silent(survey: BaselineSurvey) -> None:
    """Nobody may answer any more, so nobody's address is needed."""
    survey.people.filter(content__isnull=False).update(content=None)


def eligible_of(asked: AskedPerson) -> Eligible:
    return Eligible(**json.loads(vault.opened(bytes(asked.content or b""), asked.pk)))


def require_open(survey: BaselineSurvey) -> None:
    if not survey.is_open(timezone.localdate()):
        raise NotNow(OVER)


def require_days(closes_on: date, erase_on: date, today: date) -> None:
    is_soon = today < closes_on <= today + LONGEST_OPEN
    if not (is_soon and closes_on < erase_on <= today + LONGEST_KEPT):
        raise NotAcceptable(DAYS)


def note_about(survey: BaselineSurvey, deed: Deed, by: Person | None) -> None:
    note(
        deed,
        by=by.pk if by else None,
        organisation=survey.organisation_id,
        row=str(survey.pk),
        programme=str(survey.programme_id),
    )
