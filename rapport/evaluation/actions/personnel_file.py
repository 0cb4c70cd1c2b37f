"""A personnel file comes in, is understood with somebody’s help, and is erased on its day."""

import hashlib
from collections.abc import Mapping
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from rapport.audit.actions import note
from rapport.domain.audit import Deed
from rapport.domain.refusals import NotAcceptable, NotNow
from rapport.domain.sentences import _
from rapport.evaluation import vault
from rapport.evaluation.models import AnalysisPlan, PersonnelFile
from rapport.evaluation.queries.columns import columns_in
from rapport.evaluation.reading.questions import Unusable
from rapport.evaluation.reading.table import Given
from rapport.evaluation.words_here import refused
from rapport.people.models import Person

LONGEST = timedelta(days=365)
PLAN_FIRST = _(
    "Lock the plan first: what is looked for is decided before anybody opens the file. Nothing "
    "was stored."
)
ERASED = _("This file is erased already. Nothing was changed; choose it again.")
DAYS = _("A file is erased between tomorrow and a year from now. Nothing was stored.")


@transaction.atomic
def upload_personnel_file(
    plan: AnalysisPlan, kind: str, given: Given, *, erase_on: date, by: Person | None
) -> PersonnelFile:
    """Take a file in, sealed. An earlier one of its kind is erased: there is one at a time.

    `by` is None where whoever operates the installation brings it.
    """
    plan.lock()
    if not plan.is_locked:
        raise NotNow(PLAN_FIRST)
    require_day(erase_on, timezone.localdate())
    try:
        columns_in(kind, given)
    except Unusable as unusable:
        raise refused(unusable) from unusable
    for older in plan.files.filter(kind=kind, erased_at=None):
        erase_personnel_file(older, by=by)
    file = PersonnelFile(
        plan=plan, kind=kind, file_name=given.name[:255], uploaded_by=by, erase_on=erase_on
    )
    file.file_digest = hashlib.sha256(given.content).hexdigest()
    file.content = vault.sealed(given.content, file.pk)
    file.save(force_insert=True)
    note(
        Deed.PERSONNEL_FILE_CAME,
        by=by.pk if by else None,
        organisation=file.organisation_id,
        row=str(file.pk),
        programme=str(plan.programme_id),
    )
    return file


@transaction.atomic
def name_columns(file: PersonnelFile, columns: Mapping[str, str], *, by: Person) -> None:
    """Keep which header has which field; answers to questions are kept as well."""
    file.lock()
    require_there(file)
    file.columns = dict(columns)
    file.save(update_fields=["columns"])


@transaction.atomic
def answer_questions(file: PersonnelFile, answers: Mapping[str, str], *, by: Person) -> None:
    """Add answers to those that were given before."""
    file.lock()
    require_there(file)
    file.answers = file.answers | dict(answers)
    file.save(update_fields=["answers"])


@transaction.atomic
def forget_answers(file: PersonnelFile, *, by: Person) -> None:
    """All questions are asked again."""
    file.lock()
    require_there(file)
    file.answers = {}
    file.save(update_fields=["answers"])


@transaction.atomic
def erase_personnel_file(file: PersonnelFile, *, by: Person | None) -> None:
    """The content goes for good; reports made from it stay. Erased twice, it is erased once."""
    file.lock()
    if file.erased_at:
        return
    file.content, file.erased_at = None, timezone.now()
    file.save(update_fields=["content", "erased_at"])
    note(
        Deed.PERSONNEL_FILE_ERASED,
        by=by.pk if by else None,
        organisation=file.organisation_id,
        row=str(file.pk),
    )


def require_day(erase_on: date, today: date) -> None:
    if not today < erase_on <= today + LONGEST:
        raise NotAcceptable(DAYS)


def require_there(file: PersonnelFile) -> None:
    if file.erased_at:
        raise NotNow(ERASED)
