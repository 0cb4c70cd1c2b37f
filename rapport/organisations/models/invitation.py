"""A letter that asks somebody in; the link in it works once."""

import hashlib
import secrets
from enum import StrEnum

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from rapport.organisations.models.organisation import TenantModel


def token_hash(token: str) -> str:
    """What we keep of a token: enough to know it again, not enough to use it (SHA-256, hex)."""
    return hashlib.sha256(token.encode()).hexdigest()


class State(StrEnum):
    """Where an invitation stands; only an open one lets somebody in."""

    OPEN = "open"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


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
    withdrawn_at = models.DateTimeField(null=True)
    # What the inviter calls her. How she calls herself elsewhere is not the inviter’s business.
    name = models.CharField(_("name"), max_length=200, blank=True)
    # The mailbox this very link was sent to: whoever opens it holds that mailbox.
    mailed_to = models.EmailField(blank=True)

    def __str__(self) -> str:
        return self.name or str(self.person)

    @property
    def is_open(self) -> bool:
        return self.state is State.OPEN

    @property
    def state(self) -> State:
        if self.accepted_at is not None:
            return State.ACCEPTED
        if self.withdrawn_at is not None:
            return State.WITHDRAWN
        return State.OPEN if timezone.now() < self.expires_at else State.EXPIRED

    def renew_token(self) -> str:
        """A fresh token; links sent before stop working. The caller saves."""
        token = secrets.token_urlsafe(24)
        self.hashed_token = token_hash(token)
        self.mailed_to = ""
        return token

    def lock(self) -> None:
        """Holds the row until the end of the transaction, and reads it as it is now."""
        Invitation.objects.select_for_update().get(pk=self.pk)
        self.refresh_from_db()
