"""What will be looked at, decided and locked before anybody opens a personnel file."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from rapport.evaluation.plan import Plan
from rapport.evaluation.plan.plan_file import plan_of
from rapport.organisations.models import TenantModel
from rapport.programmes.models import Programme


class AnalysisPlan(TenantModel):
    """One plan of a programme; a locked one is never changed, a new one may follow it.

    `decided` is what a plan file holds, `fingerprint` its hash at the moment of locking. `expected`
    is how many participants the advice was asked for.
    """

    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="analysis_plans"
    )
    number = models.PositiveSmallIntegerField()
    decided = models.JSONField(default=dict)
    expected = models.PositiveIntegerField(null=True)
    changed_at = models.DateTimeField(auto_now=True)
    locked_at = models.DateTimeField(null=True)
    locked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    fingerprint = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "number"], name="one_plan_a_number"),
            models.UniqueConstraint(
                fields=["programme"],
                condition=models.Q(locked_at__isnull=True),
                name="one_open_plan_a_programme",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme} · {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("evaluation_plan", args=[self.programme.slug, self.number])

    @property
    def is_locked(self) -> bool:
        return self.locked_at is not None

    def as_plan(self) -> Plan:
        """The plan as the engine knows it. Raises Unusable when it was changed since its lock."""
        document = dict(self.decided)
        if self.locked_at is not None:
            document["lock"] = {
                "at": self.locked_at.isoformat(timespec="seconds"),
                "hash": self.fingerprint,
            }
        return plan_of(document)

    def lock(self) -> None:
        """Hold the row until the transaction ends, and see it as it is now."""
        AnalysisPlan.objects.select_for_update().get(pk=self.pk)
        self.refresh_from_db()
