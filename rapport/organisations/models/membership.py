"""Who belongs to an organisation, and which duties she has in all of it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from rapport.domain.permissions import Role
from rapport.installation.roles import told
from rapport.organisations.models.organisation import TenantModel


class Membership(TenantModel):
    """A person belongs to an organisation, under the name she goes by there."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships"
    )
    joined_at = models.DateTimeField(auto_now_add=True)

    # A person sees her own memberships before she has chosen where to go.
    visible_where: ClassVar[str] = (
        f"organisation_id = {told('organisation')} OR person_id = {told('person')}"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "person"], name="one_membership_a_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} in {self.organisation}"


class Duty(TenantModel):
    """A role in the whole organisation, given by somebody on a day."""

    ROLES = [
        (Role.ADMINISTRATOR.value, _("Administrator")),
        (Role.COORDINATOR.value, _("Coordinator")),
    ]

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="duties"
    )
    role = models.CharField(max_length=32, choices=ROLES)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    given_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "person", "role"], name="one_duty_a_person_and_role"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.role}"
