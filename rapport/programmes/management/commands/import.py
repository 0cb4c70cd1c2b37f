# ruff: noqa: N999 -- the command is called import
"""`rapport import FILE`: the import of the page, for the command line.

Ends with 0 when every row was taken, 1 when some were set aside, 2 when the file was refused.
"""

import sys
from argparse import ArgumentParser
from pathlib import Path
from textwrap import shorten
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from rapport.domain.refusals import Refusal
from rapport.organisations.models import Organisation
from rapport.organisations.scope import SLUG, setting
from rapport.organisations.tenancy import tenant
from rapport.programmes.actions.import_run import Draft, apply_import, draft_of, upload_file
from rapport.programmes.mapping_file import MappingFileError, corrected, written
from rapport.programmes.models import ImportRun, Intake
from rapport.programmes.reading import OUTCOMES, TARGETS, ImportPlan, Outcome, Unreadable

SOME_SET_ASIDE = 1
REFUSED = 2


class Command(BaseCommand):
    help = "Import people into an intake from a table (XLSX, XLS, ODS, CSV)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--organisation", required=True, metavar="ADDRESS")
        parser.add_argument("--intake", required=True, metavar="PROGRAMME/INTAKE")
        parser.add_argument("--mapping", type=Path, help="a JSON file that corrects the columns")
        parser.add_argument("--write-mapping", type=Path, help="write the suggestion there, stop")
        parser.add_argument("--sheet", help="the sheet to read, if not the first with people")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, stop")
        parser.add_argument("--yes", action="store_true", help="do not ask, even at a terminal")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Everything in one transaction: what is not applied leaves nothing behind."""
        try:
            with transaction.atomic(), tenant(organisation_at(options["organisation"])):
                code = self.bring_in(intake_at(options["intake"]), options)
        except (Unreadable, Refusal, MappingFileError, OSError) as error:
            raise CommandError(str(error), returncode=REFUSED) from error
        if code:
            sys.exit(code)

    def bring_in(self, intake: Intake, options: dict[str, Any]) -> int:
        file: Path = options["file"]
        run = upload_file(intake, file.name, file.read_bytes(), sheet=options["sheet"], by=None)
        run.mapping = corrected(run.mapping, options["mapping"])
        draft = draft_of(run)
        self.tell_columns(draft)
        if options["write_mapping"]:
            options["write_mapping"].write_text(written(draft.mapping))
            return self.leave(run, 0)
        plan = draft.plan()
        self.tell_plan(plan)
        if plan.problems:
            return self.leave(run, REFUSED)
        if options["dry_run"] or not self.is_agreed(options):
            self.stdout.write("Nothing was stored.")
            return self.leave(run, code_of(plan))
        run.save(update_fields=["mapping"])
        apply_import(run, by=None)
        self.stdout.write(self.style.SUCCESS(f"Stored {len(plan.to_store())} people."))
        return code_of(plan)

    def tell_columns(self, draft: Draft) -> None:
        self.stdout.write(f"Columns of {draft.table.file_name}:")
        for column, place in zip(draft.mapping.columns, draft.table.columns, strict=True):
            label = TARGETS[column.target].label
            self.stdout.write(f"  {place.letters:>3}  {label:<20} {shorten(column.header, 72)}")
            self.stdout.write(f"       {'':<20} {column.reason}")

    def tell_plan(self, plan: ImportPlan) -> None:
        for outcome, count in plan.counts().items():
            self.stdout.write(f"{count:>7}  {OUTCOMES[outcome]}")
        for sentence in (*plan.problems, *plan.notes):
            self.stdout.write(str(sentence))
        for row in plan.of(Outcome.SET_ASIDE):
            self.stdout.write(f"Row {row.number}: {' '.join(map(str, row.sentences))}")

    def is_agreed(self, options: dict[str, Any]) -> bool:
        """Asked only where somebody can answer."""
        if options["yes"] or not sys.stdin.isatty():
            return True
        self.stdout.write("Store these people? [y/N] ", ending="")
        self.stdout.flush()
        return sys.stdin.readline().strip().lower() in {"y", "yes"}

    def leave(self, run: ImportRun, code: int) -> int:
        """A draft of the command line is not continued by anybody."""
        run.delete()
        return code


def code_of(plan: ImportPlan) -> int:
    return SOME_SET_ASIDE if plan.of(Outcome.SET_ASIDE) else 0


def organisation_at(slug: str) -> Organisation:
    with setting(SLUG, slug):
        found = Organisation.objects.filter(slug=slug).first()
    if found is None:
        raise CommandError(f"There is no organisation at “{slug}”.", returncode=REFUSED)
    return found


def intake_at(address: str) -> Intake:
    """The intake at `programme/intake`, as in its address on the web."""
    programme, _slash, code = address.partition("/")
    intakes = Intake.objects.select_related("programme")
    found = intakes.filter(programme__slug=programme, code=code).first()
    if found is None:
        raise CommandError(f"There is no intake at “{address}”.", returncode=REFUSED)
    return found
