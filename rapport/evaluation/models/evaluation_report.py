"""A report: asked for at a press, made by a worker, and then never changed."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.urls import reverse

from rapport.evaluation.models.analysis_plan import AnalysisPlan
from rapport.evaluation.models.personnel_file import PersonnelFile
from rapport.organisations.models import TenantModel

PATIENCE = timedelta(minutes=15)
"""After so long without a sign of life the work is taken for lost."""


class EvaluationReport(TenantModel):
    """`done` of `total` steps are behind it; `stage` is the step it is in.

    `refusal` holds sentences by language when it could not be made. `grounds` has one pseudonym for
    each participant and what is known of her: only to see whom a later report would point at.
    """

    plan = models.ForeignKey(AnalysisPlan, on_delete=models.CASCADE, related_name="reports")
    file = models.ForeignKey(
        PersonnelFile, on_delete=models.SET_NULL, null=True, related_name="reports"
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    asked_at = models.DateTimeField(auto_now_add=True)
    stage = models.CharField(max_length=32, blank=True)
    done = models.PositiveSmallIntegerField(default=0)
    total = models.PositiveSmallIntegerField(default=0)
    touched_at = models.DateTimeField(auto_now=True)
    ready_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    refusal = models.JSONField(default=dict)
    grounds = models.JSONField(default=list)

    class Meta:
        ordering = ["-asked_at"]

    def __str__(self) -> str:
        return f"{self.plan} · {self.asked_at:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        return reverse("evaluation_report", args=[self.plan.programme.slug, self.pk])

    def is_lost(self, now: datetime) -> bool:
        """Whether nobody is at work on it any more."""
        return not (self.ready_at or self.failed_at) and now - self.touched_at > PATIENCE


class ReportEdition(TenantModel):
    """The report in one language: its pages, the same as a PDF, and all numbers."""

    report = models.ForeignKey(EvaluationReport, on_delete=models.CASCADE, related_name="editions")
    language = models.CharField(max_length=8)
    document = models.JSONField()
    pdf = models.BinaryField()
    findings = models.TextField()
    figures = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["report", "language"], name="one_edition_a_report_and_language"
            )
        ]

    def __str__(self) -> str:
        return f"{self.report_id} {self.language}"
