"""What the survey before came to: for the coordinator a coarse count, for a report a file."""

import csv
import json
from io import StringIO

from django.utils import timezone

from rapport.domain.findings import LEAST
from rapport.evaluation import vault
from rapport.evaluation.models import BaselineSurvey
from rapport.evaluation.reading.table import Given
from rapport.programmes.models import Programme

COLUMNS = {
    "person": "Employee ID",
    "engagement": "Engagement",
    "intention": "Intention to stay",
    "answered": "Date",
}
STEP = 5
"""A count that moves by one tells whoever watches it who has just answered."""


def survey_of(programme: Programme) -> BaselineSurvey | None:
    """The one that is there; erased ones are history."""
    return programme.baseline_surveys.filter(erased_at=None).first()


def answered_in(survey: BaselineSurvey) -> int:
    """In steps of five, downwards; 0 also for one to four."""
    return survey.answers.count() // STEP * STEP


def baseline_file(programme: Programme) -> Given | None:
    """All answers as the reader takes a survey; None while it is open, or fewer than five answered.

    Sorted by number: the order of rows would be the order of answering.
    """
    survey = survey_of(programme)
    if survey is None or survey.is_open(timezone.localdate()):
        return None
    answers = [
        json.loads(vault.opened(bytes(each.content), each.pk)) for each in survey.answers.all()
    ]
    if len(answers) < LEAST:
        return None
    out = StringIO()
    rows = csv.writer(out)
    rows.writerow(COLUMNS.values())
    for each in sorted(answers, key=lambda said: str(said["number"])):
        rows.writerow([each["number"], each["engagement"], each["intention"], each["day"]])
    return Given("survey.csv", out.getvalue().encode())
