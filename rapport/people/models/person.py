"""A person as the sign-in knows her; one account for all organisations."""

import uuid
from datetime import time
from typing import ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class PersonManager(BaseUserManager["Person"]):
    def create_user(
        self, email: str | None, password: str | None = None, **fields: object
    ) -> "Person":
        """Make a person; without a password she can only come in by an invitation or a reset."""
        person = self.model(email=email, **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(email__iexact=username)


class Theme(models.TextChoices):
    """Which colours her pages have."""

    DEVICE = "system", _("As on the device")
    LIGHT = "light", _("Light")
    DARK = "dark", _("Dark")


def languages() -> list[tuple[str, str]]:
    """Asked when a form is made, so that a language more is no change of the database."""
    return [(code, str(name)) for code, name in settings.LANGUAGES]


class Person(AbstractBaseUser):
    """Name, e-mail, language, time zone, colours, quiet hours; nothing an organisation knows."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # Somebody who was signed up without an address has none until she accepts her invitation.
    email = models.EmailField(_("e-mail"), unique=True, null=True, blank=True)
    name = models.CharField(_("name"), max_length=200)
    language = models.CharField(_("language"), max_length=10, choices=languages, default="en")
    time_zone = models.CharField(_("time zone"), max_length=64, default="UTC")
    theme = models.CharField(_("colours"), max_length=8, choices=Theme, default=Theme.DEVICE)
    # In her own zone: no mail and no push between the two; equal ends mean no quiet hours.
    quiet_from = models.TimeField(_("quiet from"), default=time(21))
    quiet_until = models.TimeField(_("quiet until"), default=time(7))
    daily_at = models.TimeField(_("daily letter at"), default=time(7, 30))
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(auto_now_add=True)
    # She deleted her account; the row stays where a record of others points to it.
    gone_at = models.DateTimeField(null=True, editable=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects: ClassVar[PersonManager] = PersonManager()

    class Meta:
        verbose_name = _("person")
        constraints = [models.UniqueConstraint(Lower("email"), name="one_person_an_address")]

    def __str__(self) -> str:
        if self.gone_at:
            return gettext("Somebody who left")
        return self.name or self.email or "?"

    def save(self, *args: object, **kwargs: object) -> None:
        self.email = self.email.strip().lower() if self.email else None
        super().save(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came

    @property
    def first_name(self) -> str:
        """How a page addresses her."""
        return str(self) if self.gone_at else str(self).split(" ")[0]

    @property
    def initials(self) -> str:
        """One or two letters for the round face."""
        parts = str(self).split()
        return "".join(part[0] for part in dict.fromkeys((parts[0], parts[-1]))).upper()
