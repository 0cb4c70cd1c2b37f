"""Which connection may change the structure: the owner's, and no other."""

from typing import Any


class OwnerMigrates:
    """Migrations run as the owner; everything else runs on the default connection."""

    def allow_migrate(self, db: str, _app_label: str, **_hints: Any) -> bool:
        return db == "owner"
