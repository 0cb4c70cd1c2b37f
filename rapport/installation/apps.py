from django.apps import AppConfig
from django.db.models.signals import post_migrate

from rapport.installation.structure import leave_fingerprint


class InstallationConfig(AppConfig):
    name = "rapport.installation"

    def ready(self) -> None:
        post_migrate.connect(leave_fingerprint, sender=self)
