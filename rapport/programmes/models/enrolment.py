"""One person taking part in an intake, with what she answered when she signed up."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rapport.organisations.models import TenantModel
from rapport.programmes.models.programme import Intake


class Enrolment(TenantModel):
    """Signed up or imported; `person` is there from the day she was asked or announced.

    `signed_up_at` is the sign-up form's own clock, kept as if it were UTC. `answers` are a list
    of `{question, item, text}`; item is the row of a grid, "" for a plain question.
    """

    class Role(models.TextChoices):
        MENTOR = "mentor", _("Mentor")
        MENTEE = "mentee", _("Mentee")
        EITHER = "either", _("Mentor and mentee")

    intake = models.ForeignKey(Intake, on_delete=models.CASCADE, related_name="enrolments")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="enrolments"
    )
    name = models.CharField(_("name"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    reference = models.CharField(_("reference"), max_length=200, blank=True)
    role = models.CharField(_("role"), max_length=8, choices=Role)
    mentees_wanted = models.PositiveSmallIntegerField(_("how many mentees"), null=True, blank=True)
    mentors_wanted = models.PositiveSmallIntegerField(_("how many mentors"), null=True, blank=True)
    never_with = models.JSONField(_("manager or advisor"), default=list, blank=True)
    stage = models.CharField(_("stage or year"), max_length=200, blank=True)
    topics = models.JSONField(_("topics"), default=list, blank=True)
    languages = models.JSONField(_("languages"), default=list, blank=True)
    site = models.CharField(_("place"), max_length=200, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=64, blank=True)
    answers = models.JSONField(_("answers"), default=list, blank=True)
    signed_up_at = models.DateTimeField(_("signed up"), null=True, blank=True)
    enrolled_at = models.DateTimeField(auto_now_add=True)
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
        return self.name or self.email or self.reference

    def get_absolute_url(self) -> str:
        intake = self.intake
        return reverse("enrolment", args=[intake.programme.slug, intake.code, self.pk])

    @property
    def is_mentor(self) -> bool:
        return self.role in {self.Role.MENTOR, self.Role.EITHER}

    @property
    def is_mentee(self) -> bool:
        return self.role in {self.Role.MENTEE, self.Role.EITHER}
