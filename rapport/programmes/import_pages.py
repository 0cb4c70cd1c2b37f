"""What the pages of an import show: the steps, the plan in words, rows and reasons."""

from collections.abc import Iterable
from typing import Any

from django.core.paginator import Paginator
from django.utils.translation import gettext

from rapport.domain.sentences import _
from rapport.programmes.actions.import_run import Draft, digest_of
from rapport.programmes.forms.import_run import ConfirmForm, MappingForm, RoleWordsForm, UploadForm
from rapport.programmes.models import Enrolment, ImportRun, Intake
from rapport.programmes.reading import (
    OUTCOMES,
    TARGETS,
    ImportPlan,
    Outcome,
    RowPlan,
    Sentence,
    from_json,
)

STEPS = [_("File"), _("Columns"), _("Look at the rows"), _("Done")]
ROWS_SHOWN = 20
ASIDE_A_PAGE = 100
APPLIED_SHOWN = 20


def stepper(here: int) -> list[dict[str, str]]:
    """The four steps, with the one (from 1) where we are."""
    states = ["done"] * (here - 1) + ["here"] + ["ahead"] * (len(STEPS) - here)
    return [
        {"label": gettext(label), "state": state}
        for label, state in zip(STEPS, states, strict=True)
    ]


def upload_page(intake: Intake, form: UploadForm) -> dict[str, Any]:
    """The form, what nobody finished, and what came in before."""
    runs = intake.import_runs.defer("table", "mapping").select_related("uploaded_by")
    return {
        "form": form,
        "intake": intake,
        "drafts": runs.filter(applied_at=None),
        "applied": runs.exclude(applied_at=None)[:APPLIED_SHOWN],
        "steps": stepper(1),
    }


def mapping_page(draft: Draft, form: MappingForm) -> dict[str, Any]:
    return {
        "form": form,
        "run": draft.run,
        "intake": draft.run.intake,
        "table": draft.table,
        "notes": said(draft.table.notes),
        "targets": [
            {"term": gettext(about.label), "text": gettext(about.explanation)}
            for about in TARGETS.values()
        ],
        "steps": stepper(2),
    }


def preview_page(draft: Draft, form: ConfirmForm, page: str | None) -> dict[str, Any]:
    """Counts, what to know, what to decide, the first rows, and every row set aside."""
    plan = draft.plan()
    aside = plan.of(Outcome.SET_ASIDE)
    return {
        "form": form,
        "run": draft.run,
        "intake": draft.run.intake,
        "seen": digest_of(plan, draft.mapping),
        "counts": counts_in_words(plan.counts()),
        "problems": said(plan.problems),
        "notes": said(plan.notes),
        "words": RoleWordsForm(questions=plan.role_questions) if plan.role_questions else None,
        "stored": len(plan.to_store()),
        "rows": [shown_row(row) for row in plan.to_store()[:ROWS_SHOWN]],
        "aside": Paginator([shown_row(row) for row in aside], ASIDE_A_PAGE).get_page(page),
        "noted": noted_rows(plan),
        "steps": stepper(3),
    }


def result_page(run: ImportRun, page: str | None) -> dict[str, Any]:
    aside = [
        {
            "number": row["number"],
            "sentences": said(from_json(Sentence, each) for each in row["sentences"]),
        }
        for row in run.report["set_aside"]
    ]
    counts = {Outcome(name): count for name, count in run.report["counts"].items()}
    return {
        "run": run,
        "intake": run.intake,
        "counts": counts_in_words(counts),
        "aside": Paginator(aside, ASIDE_A_PAGE).get_page(page),
        "steps": stepper(4),
    }


def counts_in_words(counts: dict[Outcome, int]) -> list[dict[str, object]]:
    """What became of the rows; outcomes without a row are left out, but never what is new."""
    return [
        {"term": gettext(OUTCOMES[outcome]), "text": count}
        for outcome, count in counts.items()
        if count or outcome is Outcome.NEW
    ]


def shown_row(row: RowPlan) -> dict[str, Any]:
    """One row of the file: who it is, what becomes of it, and why."""
    role = Enrolment.Role(row.sign_up.role.value).label if row.sign_up else ""
    return {
        "number": row.number,
        "outcome": gettext(OUTCOMES[row.outcome]),
        "sign_up": row.sign_up,
        "role": role,
        "changes": [gettext(TARGETS[change.field].label) for change in row.changes],
        "sentences": said(row.sentences),
    }


def noted_rows(plan: ImportPlan) -> list[dict[str, Any]]:
    """Rows that are taken, but in which something had to be read into what was written."""
    noted = (row for row in plan.rows if row.sentences and row.outcome is not Outcome.SET_ASIDE)
    return [shown_row(row) for row in noted][:ASIDE_A_PAGE]


def said(sentences: Iterable[Sentence]) -> list[str]:
    """Sentences of the reader in the language of the person who looks."""
    return [sentence.said(gettext) for sentence in sentences]
