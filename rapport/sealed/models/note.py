"""One note in a person's private journal."""

from django.conf import settings
from django.db import models

from rapport.organisations.models import TenantModel
from rapport.sealed.models.envelope import SealedObject


class JournalNote(TenantModel):
    """A note: its words are sealed for its writer alone; the day is all that is readable."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="journal_notes"
    )
    words = models.OneToOneField(SealedObject, on_delete=models.CASCADE, related_name="+")
    written_on = models.DateField(auto_now_add=True)

    class Meta:
        ordering = ["-written_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.written_on}"
