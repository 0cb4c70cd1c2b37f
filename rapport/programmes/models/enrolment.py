"""One person taking part in an intake, with what she answered when she signed up."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from rapport.organisations.models import Invitation, TenantModel
from rapport.programmes.models.programme import Intake


class Enrolment(TenantModel):
    """Signed up or imported; `person` is there once she has accepted the invitation."""

    class Role(models.TextChoices):
        MENTOR = "mentor", _("Mentor")
        MENTEE = "mentee", _("Mentee")
        EITHER = "either", _("Mentor and mentee")

    intake = models.ForeignKey(Intake, on_delete=models.CASCADE, related_name="enrolments")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="enrolments"
    )
    invitation = models.OneToOneField(
        Invitation, on_delete=models.SET_NULL, null=True, related_name="enrolment"
    )
    name = models.CharField(_("name"), max_length=200)
    email = models.EmailField(_("e-mail"), blank=True)
    reference = models.CharField(_("reference"), max_length=100, blank=True)
    role = models.CharField(_("role"), max_length=8, choices=Role)
    capacity = models.PositiveSmallIntegerField(_("how many partners at most"), default=1)
    manager = models.CharField(_("line manager or advisor"), max_length=200, blank=True)
    stage = models.CharField(_("year or stage"), max_length=100, blank=True)
    topics = models.JSONField(_("topics"), default=list, blank=True)
    languages = models.JSONField(_("languages"), default=list, blank=True)
    site = models.CharField(_("site"), max_length=200, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=64, blank=True)
    answers = models.JSONField(_("answers"), default=dict, blank=True)
    signed_up_at = models.DateTimeField(_("signed up"), null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["intake", "email"],
                condition=~models.Q(email=""),
                name="one_enrolment_an_address",
            ),
            models.UniqueConstraint(
                fields=["intake", "reference"],
                condition=~models.Q(reference=""),
                name="one_enrolment_a_reference",
            ),
        ]

    def __str__(self) -> str:
        return self.name
