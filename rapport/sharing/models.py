"""Who agreed to share a version of the agreement, and the document that was made of it."""

from django.conf import settings
from django.db import models

from rapport.organisations.models import TenantModel
from rapport.relationships.models import Agreement


class SharingConsent(TenantModel):
    """A member agrees that the programme may read this version."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="consents")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "person"], name="one_consent_a_version_and_member"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} shares {self.agreement_id}"


class SharedAgreement(TenantModel):
    """The sealed PDF of a version, with the evidence attached; made once all members agreed."""

    agreement = models.OneToOneField(Agreement, on_delete=models.CASCADE, related_name="shared")
    document = models.BinaryField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"document of {self.agreement_id}"
