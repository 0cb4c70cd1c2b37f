from django.apps import AppConfig
from django.db.models.signals import post_migrate

from rapport.organisations.isolation import isolate_tables


class OrganisationsConfig(AppConfig):
    name = "rapport.organisations"

    def ready(self) -> None:
        post_migrate.connect(isolate_tables, sender=self)
