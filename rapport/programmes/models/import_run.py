"""An import between the upload and the yes, and the mapping it leaves behind."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from rapport.organisations.models import TenantModel
from rapport.programmes.models.programme import Intake, Programme


class ImportRun(TenantModel):
    """One file on its way in. Nothing of it is enrolled before `applied_at`.

    `table` is what the file holds; it is emptied once the run is applied. `report` is what became
    of it: `{counts, set_aside, notes}`.
    """

    intake = models.ForeignKey(Intake, on_delete=models.CASCADE, related_name="import_runs")
    file_name = models.CharField(max_length=255)
    file_digest = models.CharField(max_length=64)
    table = models.JSONField()
    mapping = models.JSONField()
    report = models.JSONField(default=dict)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    uploaded_at = models.DateTimeField(auto_now_add=True)
    applied_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-uploaded_at"]

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        """The columns of a draft; the result once it is applied."""
        name = "import_result" if self.applied_at else "import_mapping"
        return reverse(name, args=[self.intake.programme.slug, self.intake.code, self.pk])

    def lock(self) -> None:
        """Hold the row until the transaction ends, and see it as it is now."""
        ImportRun.objects.select_for_update().get(pk=self.pk)
        self.refresh_from_db()


class ImportMapping(TenantModel):
    """What the coordinator said about a column once, remembered for the next file."""

    programme = models.OneToOneField(
        Programme, on_delete=models.CASCADE, related_name="import_mapping"
    )
    mapping = models.JSONField()
    changed_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"mapping of {self.programme}"
