"""What workers do: make a report step by step, and erase personnel files on their day.

Loads the engines; `tasks.py` names this work for the queue, and loads it when it is to be done.
"""

from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone

from rapport.domain.refusals import Refusal
from rapport.evaluation import vault
from rapport.evaluation.actions.baseline_survey import erase_survey, forget_silent
from rapport.evaluation.actions.evaluation_report import give_up_report, publish_report
from rapport.evaluation.actions.personnel_file import erase_personnel_file
from rapport.evaluation.engine.estimate import NotEstimable
from rapport.evaluation.making import STAGES, made
from rapport.evaluation.models import BaselineSurvey, EvaluationReport, PersonnelFile
from rapport.evaluation.pages.refusals import sentences_of
from rapport.evaluation.queries.reading import Inputs, inputs_of
from rapport.evaluation.reading.questions import Unanswered, Unusable
from rapport.organisations.tenancy import tenant_by_id

EXPECTED = (Unusable, Unanswered, NotEstimable, Refusal, vault.Unopenable)


def make_report(report: str, organisation: str) -> None:
    """Whatever goes wrong is written where somebody waits; a fault of ours is raised as well."""
    number, here = UUID(report), UUID(organisation)
    try:
        make(number, here)
    except EXPECTED as refusal:
        give_up(number, here, refusal)
    except Exception as fault:
        give_up(number, here, fault)
        raise


def make(report: UUID, organisation: UUID) -> None:
    """Three transactions: take the inputs, tell how far it is, keep the result."""

    def tell(stage: str) -> None:
        here = EvaluationReport.objects.filter(pk=report)
        with transaction.atomic(), tenant_by_id(organisation):
            here.update(
                stage=stage, done=STAGES.index(stage), total=len(STAGES), touched_at=timezone.now()
            )

    inputs = taken(report, organisation)
    if inputs is None:
        return
    editions, grounds = made(inputs, tell)
    with transaction.atomic(), tenant_by_id(organisation):
        publish_report(EvaluationReport.objects.get(pk=report), editions, grounds)


def taken(report: UUID, organisation: UUID) -> Inputs | None:
    """The inputs; None when it is made already, was given up, or its file is gone."""
    with transaction.atomic(), tenant_by_id(organisation):
        waiting = EvaluationReport.objects.select_related("file__plan__programme")
        found = waiting.filter(pk=report, ready_at=None, failed_at=None).first()
        if found is None or found.file is None or found.file.erased_at:
            return None
        return inputs_of(found.file)


def give_up(report: UUID, organisation: UUID, why: Exception) -> None:
    with transaction.atomic(), tenant_by_id(organisation):
        give_up_report(EvaluationReport.objects.get(pk=report), sentences_of(why))


def erase_due_files(organisation: str) -> None:
    """Those whose day has come, by the organisation's own calendar."""
    with transaction.atomic(), tenant_by_id(UUID(organisation)) as here:
        today = timezone.localdate(timezone=ZoneInfo(here.time_zone))
        due = PersonnelFile.objects.filter(erased_at=None, erase_on__lte=today)
        for file in due.defer("content"):
            erase_personnel_file(file, by=None)
        for survey in BaselineSurvey.objects.filter(erased_at=None, closes_on__lt=today):
            forget_silent(survey)
            if survey.erase_on <= today:
                erase_survey(survey, by=None)
