"""A file comes in: read, mapped, looked at, applied in one go, or thrown away."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from rapport.domain.events import PeopleImported
from rapport.domain.refusals import AlreadyDone, Incomplete, NotNow
from rapport.domain.sentences import _
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.programmes.models import Enrolment, ImportMapping, ImportRun, Intake, Programme
from rapport.programmes.reading import (
    ImportPlan,
    Mapping,
    Outcome,
    RowPlan,
    Table,
    from_json,
    plan_import,
    read_table,
    suggest_mapping,
    to_json,
)
from rapport.programmes.sign_ups import FIELDS, known_people, rows_of

ALREADY_APPLIED = _(
    "This file was imported already. Nothing was changed; choose the file again to import it anew."
)
COLUMNS_OPEN = _(
    "Something about the columns is not clear yet. Nothing was stored; go back to the columns."
)
LOOK_AGAIN = _(
    "The people or the columns have changed since you looked at this page. Nothing was stored; "
    "look at the rows below and confirm again."
)
ROWS_AT_ONCE = 500


@dataclass(frozen=True)
class Draft:
    """A run with what it holds, as values."""

    run: ImportRun
    table: Table
    mapping: Mapping

    def plan(self) -> ImportPlan:
        """What applying it now would do."""
        return plan_import(self.table, self.mapping, known_people(self.run.intake))


def draft_of(run: ImportRun) -> Draft:
    """The values of a run that is not applied yet; AlreadyDone when it is."""
    if run.applied_at:
        raise AlreadyDone(ALREADY_APPLIED)
    return Draft(run, from_json(Table, run.table), from_json(Mapping, run.mapping))


@transaction.atomic
def upload_file(
    intake: Intake, name: str, data: bytes, *, sheet: str | None = None, by: Person | None
) -> ImportRun:
    """Read a file into a draft with a suggested mapping. Raises Unreadable for a bad file."""
    table = read_table(name, data, sheet=sheet or None)
    mapping = suggest_mapping(table, remembered_mapping(intake.programme))
    return ImportRun.objects.create(
        intake=intake,
        file_name=table.file_name,
        file_digest=hashlib.sha256(data).hexdigest(),
        table=to_json(table),
        mapping=to_json(mapping),
        uploaded_by=by,
    )


@transaction.atomic
def map_columns(run: ImportRun, mapping: Mapping, *, by: Person | None) -> None:
    """Keep what the coordinator says about the columns; nobody is enrolled by it."""
    run.lock()
    if run.applied_at:
        raise AlreadyDone(ALREADY_APPLIED)
    run.mapping = to_json(mapping)
    run.save(update_fields=["mapping"])


@transaction.atomic
def apply_import(run: ImportRun, *, seen: str | None = None, by: Person | None) -> ImportRun:
    """Enrol everybody the plan takes, all or nobody. Applied twice, it is applied once.

    `seen` is the digest of the plan the coordinator looked at; NotNow when it would differ.
    """
    run.lock()
    if run.applied_at:
        return run
    run.intake.lock()
    draft = draft_of(run)
    plan = draft.plan()
    require_agreed(plan, draft, seen)
    store(run.intake, plan.to_store())
    remember_mapping(run.intake.programme, draft.mapping)
    close(run, plan)
    record(PeopleImported(import_run=run.pk, by=by.pk if by else None))
    return run


@transaction.atomic
def throw_away(run: ImportRun, *, by: Person | None) -> None:
    """Erase a draft; an import that was applied stays in the list."""
    run.lock()
    if run.applied_at:
        raise AlreadyDone(ALREADY_APPLIED)
    run.delete()


def digest_of(plan: ImportPlan, mapping: Mapping) -> str:
    """Stands for what the coordinator saw: the same file, columns, people and counts."""
    seen = [to_json(mapping), plan.counts(), [row.person for row in plan.rows]]
    return hashlib.sha256(json.dumps(seen).encode()).hexdigest()[:16]


def require_agreed(plan: ImportPlan, draft: Draft, seen: str | None) -> None:
    if plan.problems:
        raise Incomplete(COLUMNS_OPEN)
    if seen is not None and seen != digest_of(plan, draft.mapping):
        raise NotNow(LOOK_AGAIN)


def store(intake: Intake, rows: Iterable[RowPlan]) -> None:
    """New rows and changed ones in the same statement, so that each exists once."""
    sign_ups = [(row.person, row.sign_up) for row in rows if row.sign_up]
    Enrolment.objects.bulk_create(
        rows_of(intake, sign_ups),
        batch_size=ROWS_AT_ONCE,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=FIELDS,
    )


def close(run: ImportRun, plan: ImportPlan) -> None:
    """The file's content goes, what became of it stays."""
    run.report = report_of(plan)
    run.applied_at = timezone.now()
    run.table = {}
    run.save(update_fields=["report", "applied_at", "table"])


def report_of(plan: ImportPlan) -> dict[str, Any]:
    """Counts by outcome, and each row set aside with its sentences."""
    return {
        "counts": plan.counts(),
        "set_aside": [
            {"number": row.number, "sentences": to_json(row.sentences)}
            for row in plan.of(Outcome.SET_ASIDE)
        ],
    }


def remembered_mapping(programme: Programme) -> Mapping | None:
    """What was said about columns in earlier files; None before the first."""
    remembered = ImportMapping.objects.filter(programme=programme).first()
    return from_json(Mapping, remembered.mapping) if remembered else None


def remember_mapping(programme: Programme, mapping: Mapping) -> None:
    """The newest word about each column; columns that this file does not have are kept."""
    before = remembered_mapping(programme)
    headers = {column.header for column in mapping.columns}
    older = tuple(one for one in before.columns if one.header not in headers) if before else ()
    kept = Mapping((*mapping.columns, *older), mapping.role_words, mapping.role_for_all)
    ImportMapping.objects.update_or_create(programme=programme, defaults={"mapping": to_json(kept)})
