from typing import Any

from django.apps import AppConfig
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate

from rapport.installation.structure import leave_fingerprint

KEPT_PREPARED = 300
"""Questions a connection keeps prepared: our pages ask more than the hundred that psycopg keeps."""


class InstallationConfig(AppConfig):
    name = "rapport.installation"

    def ready(self) -> None:
        post_migrate.connect(leave_fingerprint, sender=self)
        connection_created.connect(keep_prepared)


def keep_prepared(connection: BaseDatabaseWrapper, **_signal: Any) -> None:
    connection.connection.prepared_max = KEPT_PREPARED
