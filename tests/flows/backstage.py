"""What no page brings within minutes, done by a command inside the installation itself.

A finished report over a firm with years behind it, its personnel file with questions still open,
and a link that stops mails. `main` writes their addresses as JSON.
"""

import json
import sys
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from django.utils import timezone

from rapport.evaluation.actions.analysis_plan import begin_plan, change_plan, lock_plan
from rapport.evaluation.actions.personnel_file import name_columns, upload_personnel_file
from rapport.evaluation.making import edition
from rapport.evaluation.models import AnalysisPlan, EvaluationReport, PersonnelFile
from rapport.evaluation.queries.columns import columns_in
from rapport.evaluation.reading.table import Given
from rapport.evaluation.tests.conftest import DECIDED
from rapport.evaluation.tests.made import evaluated
from rapport.evaluation.tests.simulated import Firm, export
from rapport.evaluation.words import LANGUAGES
from rapport.notifications.kinds import Kind
from rapport.notifications.unsubscribing import headers
from rapport.organisations.tenancy import every_organisation, tenant_by_id
from rapport.people.models import Person
from rapport.programmes.models import Programme

FIRM = Firm(people=900, participants=90, effect=0.5)
COORDINATOR = "cora@demo.example"


def main() -> None:
    (here,) = every_organisation()
    with tenant_by_id(here), tempfile.TemporaryDirectory() as folder:
        sys.stdout.write(json.dumps(list(addresses(Path(folder)))))


def addresses(folder: Path) -> Iterator[str]:
    """Absolute or not, as whoever made them knows them."""
    cora = Person.objects.get(email=COORDINATOR)
    plan = locked_plan(cora)
    file = personnel_file(plan, folder, cora)
    yield from (file.get_absolute_url(), f"{file.get_absolute_url()}questions/")
    yield finished_report(plan, file, folder).get_absolute_url()
    yield headers(cora, [Kind.GOALS])["List-Unsubscribe"].strip("<>")


def locked_plan(cora: Person) -> AnalysisPlan:
    plan = begin_plan(Programme.objects.get(), by=cora)
    change_plan(plan, DECIDED, expected=FIRM.participants, by=cora)
    lock_plan(plan, by=cora)
    return plan


def personnel_file(plan: AnalysisPlan, folder: Path, cora: Person) -> PersonnelFile:
    """Its columns are named; what no file says has not been asked yet."""
    given = Given("staff.csv", export(FIRM, folder)["workforce"].read_bytes())
    erase_on = timezone.localdate() + timedelta(days=30)
    file = upload_personnel_file(plan, "workforce", given, erase_on=erase_on, by=cora)
    columns = {one.field: one.header for one in columns_in("workforce", given) if one.field}
    name_columns(file, columns, by=cora)
    return file


def finished_report(plan: AnalysisPlan, file: PersonnelFile, folder: Path) -> EvaluationReport:
    """As a worker makes it, over people whom the demonstration has not."""
    evaluation = evaluated(FIRM, folder)
    report = EvaluationReport.objects.create(plan=plan, file=file, ready_at=timezone.now())
    for language in LANGUAGES:
        report.editions.create(**vars(edition(evaluation, language)))
    return report
