"""The page of a report: its pages as HTML, or how far it is, or why there is none."""

from typing import Any

from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from rapport.domain.sentences import _
from rapport.evaluation.models import EvaluationReport, ReportEdition
from rapport.evaluation.report.document import from_data
from rapport.evaluation.report.html import contents_of, pages_of
from rapport.evaluation.words_here import voice_here

STAGES = {
    "reading": _("Reading the files"),
    "matching": _("Looking for similar colleagues"),
    "comparing": _("Comparing who stays"),
    "checking": _("Checking what could fool us"),
    "writing": _("Writing the pages and the PDF"),
}
WAITING = _("Waiting for a worker")
KINDS = {
    "pdf": ("application/pdf", "report.pdf"),
    "json": ("application/json", "findings.json"),
    "csv": ("text/csv; charset=utf-8", "figures.csv"),
}


def edition_of(report: EvaluationReport, *, for_page: bool = False) -> ReportEdition | None:
    """In the language of whoever reads, English where we have no words in it."""
    editions = report.editions.defer("pdf") if for_page else report.editions.all()
    by_language = {each.language: each for each in editions}
    language = (get_language() or "en").partition("-")[0]
    return by_language.get(language, by_language.get("en"))


def content_of(edition: ReportEdition, kind: str) -> bytes:
    """What is taken along: the PDF, all numbers as JSON, or as CSV."""
    if kind == "pdf":
        return bytes(edition.pdf)
    return {"json": edition.findings, "csv": edition.figures}[kind].encode()


def ready_page(report: EvaluationReport, edition: ReportEdition) -> dict[str, Any]:
    document = from_data(edition.document)
    return {
        "report": report,
        "programme": report.plan.programme,
        "document": document,
        "contents": trusted(contents_of(document)),
        "pages": trusted(pages_of(document)),
    }


def trusted(html: str) -> SafeString:
    """Made by our own layout, in which every word is escaped."""
    return mark_safe(html)  # noqa: S308


def waiting_page(report: EvaluationReport) -> dict[str, Any]:
    stage = STAGES.get(report.stage)
    return {
        "report": report,
        "programme": report.plan.programme,
        "stage": gettext(stage or WAITING),
        "is_lost": report.is_lost(timezone.now()),
        "refusal": report.refusal.get(voice_here().language, []),
    }
