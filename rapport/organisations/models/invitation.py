"""A letter that asks somebody in; the link in it works once."""

import hashlib
import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone

from rapport.organisations.models.organisation import TenantModel


def token_hash(token: str) -> str:
    """What we keep of a token: enough to know it again, not enough to use it (SHA-256, hex)."""
    return hashlib.sha256(token.encode()).hexdigest()


class Invitation(TenantModel):
    """Somebody is asked to join, until a day; without an address the link is handed over."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="invitations"
    )
    hashed_token = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    invited_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"invitation of {self.person}"

    @property
    def is_open(self) -> bool:
        return self.accepted_at is None and timezone.now() < self.expires_at

    def renew_token(self) -> str:
        """A fresh token; links sent before stop working. The caller saves."""
        token = secrets.token_urlsafe(24)
        self.hashed_token = token_hash(token)
        return token
