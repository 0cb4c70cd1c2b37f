"""Uploads that nobody finished go after thirty days."""

from datetime import timedelta

import pytest
from django.utils import timezone

from rapport.programmes.actions.import_run import apply_import, upload_file
from rapport.programmes.models import ImportRun, Intake
from rapport.programmes.tasks import erase_before, erase_uploads_of
from rapport.programmes.tests.tables import PEOPLE, csv_file
from tests.cast import Cast

BAD = ("", "Gil", "not an address", "Mentee", "", "")


@pytest.fixture
def run(inside: Cast, intake: Intake) -> ImportRun:
    data = csv_file([*PEOPLE, BAD]).read()
    return upload_file(intake, "a.csv", data, by=inside.cora)


@pytest.mark.parametrize(("days", "is_there"), [(29, True), (31, False)])
def test_a_draft_is_erased_after_thirty_days(
    inside: Cast, run: ImportRun, days: int, is_there: bool
) -> None:
    uploaded_at = timezone.now() - timedelta(days=days)
    ImportRun.objects.filter(pk=run.pk).update(uploaded_at=uploaded_at)
    erase_uploads_of(str(inside.organisation.pk))
    assert ImportRun.objects.exists() is is_there


def test_of_an_applied_import_the_sentences_go_and_the_counts_stay(
    inside: Cast, run: ImportRun
) -> None:
    apply_import(run, by=inside.cora)
    erase_before(timezone.now() + timedelta(minutes=1))
    run.refresh_from_db()
    assert run.report["set_aside"] == []
    assert run.report["counts"]["new"] == 3
