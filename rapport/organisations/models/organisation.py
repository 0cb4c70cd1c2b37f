"""The organisation, and the model that everything inside one inherits."""

import uuid
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rapport.installation.roles import told
from rapport.organisations.mount import mount_path
from rapport.organisations.scope import current_organisation_id


class Organisation(models.Model):
    """A company, university, public service or society that runs programmes here."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(_("address"), max_length=63, unique=True)
    time_zone = models.CharField(_("time zone"), max_length=64, default="UTC")
    is_demonstration = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    # Who may see the row of an organisation: those inside it, those who knock at its address,
    # and the clock, which has work in each of them.
    visible_where: ClassVar[str] = (
        f"id = {told('organisation')}"  # noqa: S608  # our own words, no value of anybody's
        " OR slug = current_setting('rapport.slug', true)"
        " OR current_setting('rapport.clock', true) = 'on'"
        " OR EXISTS (SELECT 1 FROM organisations_membership m"
        " WHERE m.organisation_id = organisations_organisation.id"
        f" AND m.person_id = {told('person')})"
    )
    written_where: ClassVar[str] = f"id = {told('organisation')}"

    def __str__(self) -> str:
        return self.name

    @property
    def mount(self) -> str:
        return mount_path(self.slug)


class OrganisationKey(models.ForeignKey[Any, Any]):
    """The organisation a row belongs to: the one this transaction works for, unless said."""

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        if getattr(model_instance, self.attname) is None:
            setattr(model_instance, self.attname, current_organisation_id())
        return super().pre_save(model_instance, add)

    def deconstruct(self) -> Any:
        """In migrations it is an ordinary key."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.ForeignKey", args, kwargs


class TenantModel(models.Model):
    """A row that belongs to one organisation; the database hides it from every other."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = OrganisationKey(
        Organisation, on_delete=models.CASCADE, editable=False, blank=True
    )

    visible_where: ClassVar[str] = f"organisation_id = {told('organisation')}"
    written_where: ClassVar[str] = visible_where

    class Meta:
        abstract = True
