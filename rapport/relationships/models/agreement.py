"""The Mentoring Partnership Agreement: versions, each signed by every member."""

import hashlib
import json
from typing import Any

from django.conf import settings
from django.db import models

from rapport.organisations.models import TenantModel
from rapport.programmes.models import Programme
from rapport.relationships.models.relationship import Relationship
from rapport.sealed.models import SealedObject


class AgreementTemplate(TenantModel):
    """A programme’s own words to begin from, and clauses of its own as `[heading, text]`."""

    programme = models.OneToOneField(
        Programme, on_delete=models.CASCADE, related_name="agreement_template"
    )
    texts = models.JSONField(default=dict)
    own = models.JSONField(default=list)
    changed_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"template of {self.programme_id}"


class AgreementDraft(TenantModel):
    """The text both write at, sealed, until one of them offers a revision of it for signature."""

    relationship = models.OneToOneField(
        Relationship, on_delete=models.CASCADE, related_name="agreement_draft"
    )
    words = models.ForeignKey(SealedObject, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"draft of {self.relationship_id}"


class ClauseView(TenantModel):
    """What one member says of each clause of the draft: sealed, with the words she said it of."""

    draft = models.ForeignKey(AgreementDraft, on_delete=models.CASCADE, related_name="views")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    words = models.ForeignKey(SealedObject, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["draft", "person"], name="one_clause_view_a_draft_and_member"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} on {self.draft_id}"


class Agreement(TenantModel):
    """One version: the sealed text at one revision. A change makes a new version."""

    relationship = models.ForeignKey(
        Relationship, on_delete=models.CASCADE, related_name="agreements"
    )
    version = models.PositiveSmallIntegerField()
    words = models.ForeignKey(SealedObject, on_delete=models.PROTECT, related_name="+")
    revision = models.PositiveIntegerField()
    statement = models.BinaryField()
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    drafted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["relationship", "version"], name="one_agreement_a_version"
            )
        ]

    def __str__(self) -> str:
        return f"version {self.version}"

    @property
    def terms(self) -> dict[str, Any]:
        """The public part of the statement: names, rhythm, length, term."""
        terms: dict[str, Any] = json.loads(bytes(self.statement))["public"]
        return terms

    @property
    def digest(self) -> str:
        """The SHA-256 of the statement; the next version names it (64 hexadecimal digits)."""
        return hashlib.sha256(bytes(self.statement)).hexdigest()


class Signature(TenantModel):
    """A member signed this version with her own key."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="signatures")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    signature = models.BinaryField(max_length=64)
    signed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "person"], name="one_signature_a_version_and_member"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} signed {self.agreement_id}"
