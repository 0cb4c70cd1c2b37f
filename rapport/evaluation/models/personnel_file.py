"""A personnel export on its way through: sealed at rest, and gone on a day that is set before."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from rapport.evaluation.models.analysis_plan import AnalysisPlan
from rapport.organisations.models import TenantModel


class PersonnelFile(TenantModel):
    """One file; `content` is encrypted with a key outside the database and empty once erased.

    Nothing else in the database stands for a person of it: its rows never become rows here.
    `columns` is which header has which field, None until somebody has looked; `answers` is what no
    file says. Name, digest and days stay, so that a report can say what it was made from.
    """

    class Kind(models.TextChoices):
        WORKFORCE = "workforce"
        RATINGS = "ratings"
        SURVEY = "survey"

    plan = models.ForeignKey(AnalysisPlan, on_delete=models.CASCADE, related_name="files")
    kind = models.CharField(max_length=16, choices=Kind, default=Kind.WORKFORCE)
    file_name = models.CharField(max_length=255)
    file_digest = models.CharField(max_length=64)
    content = models.BinaryField(null=True)
    columns = models.JSONField(null=True)
    answers = models.JSONField(default=dict)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    uploaded_at = models.DateTimeField(auto_now_add=True)
    erase_on = models.DateField()
    erased_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-uploaded_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(erased_at__isnull=True) | models.Q(content__isnull=True),
                name="an_erased_file_holds_nothing",
            ),
        ]

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        return reverse("personnel_file", args=[self.plan.programme.slug, self.pk])

    def lock(self) -> None:
        """Hold the row until the transaction ends, and see it as it is now."""
        PersonnelFile.objects.select_for_update().get(pk=self.pk)
        self.refresh_from_db()
