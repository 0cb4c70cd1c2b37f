"""Two questions for everybody who could take part, asked by mail before a programme begins."""

from datetime import date

from django.conf import settings
from django.db import models

from rapport.organisations.models import TenantModel
from rapport.programmes.models import Programme


class BaselineSurvey(TenantModel):
    """Open up to its last day; read by reports after it; erased on a day that is set before.

    `asked` is how many links went out. Nothing here says who has answered.
    """

    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="baseline_surveys"
    )
    language = models.CharField(max_length=8)
    begun_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    begun_at = models.DateTimeField(auto_now_add=True)
    closes_on = models.DateField()
    erase_on = models.DateField()
    asked = models.PositiveIntegerField()
    reminded_at = models.DateTimeField(null=True)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-begun_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme"],
                condition=models.Q(erased_at__isnull=True),
                name="one_baseline_survey_a_programme",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme} · {self.closes_on}"

    def is_open(self, today: date) -> bool:
        return self.erased_at is None and today <= self.closes_on

    def lock(self) -> None:
        """Hold the row until the transaction ends, and see it as it is now."""
        BaselineSurvey.objects.select_for_update().get(pk=self.pk)
        self.refresh_from_db()


class AskedPerson(TenantModel):
    """Somebody who has a link. `content` is her number and address, encrypted.

    It is gone as soon as she has answered, or nobody may answer any more.
    """

    survey = models.ForeignKey(BaselineSurvey, on_delete=models.CASCADE, related_name="people")
    content = models.BinaryField(null=True)
    has_answered = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(has_answered=False) | models.Q(content__isnull=True),
                name="whoever_answered_is_forgotten",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def lock(self) -> None:
        """Hold the row until the transaction ends, and see it as it is now."""
        AskedPerson.objects.select_for_update().get(pk=self.pk)
        self.refresh_from_db()


class BaselineAnswer(TenantModel):
    """One answer, encrypted with its number and day; no row points from a person to it.

    Neither a time nor an order: the number of the row is drawn by chance.
    """

    survey = models.ForeignKey(BaselineSurvey, on_delete=models.CASCADE, related_name="answers")
    content = models.BinaryField()

    def __str__(self) -> str:
        return str(self.pk)
