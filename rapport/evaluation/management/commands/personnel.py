"""`rapport personnel FILE`: takes in a personnel file that is too large for the page.

Stored encrypted like one that came by the page, where its columns are named and reports are made.
"""

from argparse import ArgumentParser
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from rapport.domain.refusals import Refusal
from rapport.evaluation.actions.personnel_file import upload_personnel_file
from rapport.evaluation.models import AnalysisPlan, PersonnelFile
from rapport.evaluation.reading.table import Given
from rapport.organisations.models import Organisation
from rapport.organisations.scope import SLUG, setting
from rapport.organisations.tenancy import tenant

USUAL = timedelta(days=30)
REFUSED = 2


class Command(BaseCommand):
    help = "Take a personnel file in for the newest plan of a programme, whatever its size."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--organisation", required=True, metavar="ADDRESS")
        parser.add_argument("--programme", required=True, metavar="ADDRESS")
        parser.add_argument("--kind", choices=PersonnelFile.Kind.values, default="workforce")
        parser.add_argument("--erase-on", type=date.fromisoformat, metavar="DAY", help="in 30 days")

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            with transaction.atomic(), tenant(organisation_at(options["organisation"])):
                file = self.take_in(options)
        except (Refusal, OSError) as error:
            raise CommandError(str(error), returncode=REFUSED) from error
        self.stdout.write(f"Stored encrypted; erased on {file.erase_on}. Name its columns here:")
        self.stdout.write(f"  {file.get_absolute_url()}")

    def take_in(self, options: dict[str, Any]) -> PersonnelFile:
        plans = AnalysisPlan.objects.filter(programme__slug=options["programme"])
        plan = plans.select_related("programme").first()
        if plan is None:
            raise CommandError("No programme with a plan has this address.", returncode=REFUSED)
        path: Path = options["file"]
        erase_on = options["erase_on"] or timezone.localdate() + USUAL
        given = Given(path.name, path.read_bytes())
        return upload_personnel_file(plan, options["kind"], given, erase_on=erase_on, by=None)


def organisation_at(slug: str) -> Organisation:
    with setting(SLUG, slug):
        found = Organisation.objects.filter(slug=slug).first()
    if found is None:
        raise CommandError(f"No organisation has the address {slug}.", returncode=REFUSED)
    return found
