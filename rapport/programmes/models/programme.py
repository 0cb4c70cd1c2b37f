"""A programme, its rounds in time, and who has a duty in it."""

from datetime import date

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rapport.domain.formats import FOUNDED, SHAPES, Format, Shape
from rapport.domain.permissions import Role
from rapport.organisations.models import TenantModel

FORMATS = [(each.value, _(SHAPES[each].label)) for each in FOUNDED]


class Programme(TenantModel):
    """What an organisation runs: a purpose, a length, a rhythm, and rounds of people."""

    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(max_length=63)
    purpose = models.TextField(_("purpose"), blank=True)
    term_months = models.PositiveSmallIntegerField(
        _("length in months"),
        default=9,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
    )
    rhythm_days = models.PositiveSmallIntegerField(
        _("days between meetings"),
        default=21,
        validators=[MinValueValidator(1), MaxValueValidator(180)],
    )
    rematch_pause_days = models.PositiveSmallIntegerField(
        _("days before a new match after an early ending"), default=14
    )
    format = models.CharField(
        _("format"), max_length=16, choices=FORMATS, default=Format.ONE_TO_ONE
    )
    is_supervised = models.BooleanField(_("supervised"), default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "slug"], name="one_programme_an_address"
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("programme", args=[self.slug])

    def lock(self) -> None:
        """Hold the row until the transaction ends."""
        Programme.objects.select_for_update().get(pk=self.pk)


class Intake(TenantModel):
    """One round of a programme, with its dates."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="intakes")
    name = models.CharField(_("name"), max_length=200)
    code = models.SlugField(max_length=63)
    starts_on = models.DateField(_("begins"))
    ends_on = models.DateField(_("ends"))
    own_format = models.CharField(_("format"), max_length=16, choices=FORMATS, blank=True)

    class Meta:
        ordering = ["-starts_on", "name"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "code"], name="one_intake_an_address"),
            models.CheckConstraint(
                condition=models.Q(ends_on__gt=models.F("starts_on")),
                name="an_intake_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme} · {self.name}"

    def get_absolute_url(self) -> str:
        return reverse("intake", args=[self.programme.slug, self.code])

    @property
    def format(self) -> Format:
        """Its own format, or the one of its programme."""
        return Format(self.own_format or self.programme.format)

    @property
    def shape(self) -> Shape:
        return SHAPES[self.format]

    def lock(self) -> None:
        """Hold the row until the transaction ends; whoever enrols or pairs holds it."""
        Intake.objects.select_for_update().get(pk=self.pk)

    def is_running(self, today: date) -> bool:
        return self.starts_on <= today <= self.ends_on


class ProgrammeDuty(TenantModel):
    """A role in one programme, given by somebody on a day."""

    ROLES = [
        (Role.COORDINATOR.value, _("Coordinator")),
        (Role.FACILITATOR.value, _("Facilitator")),
        (Role.SAFEGUARDING.value, _("Safeguarding lead")),
    ]

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="duties")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="programme_duties"
    )
    role = models.CharField(max_length=32, choices=ROLES)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    given_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "person", "role"], name="one_duty_a_programme_person_and_role"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.role} of {self.programme}"
