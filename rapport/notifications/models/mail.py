"""One mail to one person: how often it was tried, and how that ended."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from rapport.organisations.models import TenantModel


class Trouble(models.TextChoices):
    """Why a mail did not arrive, as far as the mail servers tell."""

    UNREACHABLE = "unreachable", _("Our mail server did not answer.")
    LATER = "later", _("The other mail server asks us to try later.")
    FULL = "full", _("The mailbox is full.")
    REFUSED = "refused", _("There is no such mailbox, or it takes no mail from us.")
    BOUNCED = "bounced", _("The mail came back.")


class Mail(TenantModel):
    """What it says is made anew from its notifications at each try, and kept nowhere.

    `try_at` is empty when it arrived, or when we gave up. `code` is what the server said, such as
    `550` or `5.1.1`; its words are not kept.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mails"
    )
    address = models.EmailField()
    made_at = models.DateTimeField(auto_now_add=True)
    try_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=12, choices=Trouble, blank=True)
    code = models.CharField(max_length=12, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["try_at"],
                condition=models.Q(try_at__isnull=False),
                name="mail_waiting_for_its_try",
            )
        ]

    def __str__(self) -> str:
        return f"mail to {self.person_id}"
