"""Row-level security, put on every table that belongs to an organisation.

Runs after each migration as the owner, over all models, so that a table without its policy
cannot exist. Forced: the owner is bound as well.
"""

from typing import Any

from django.apps import apps
from django.db import connections, models

from rapport.installation.roles import APP, GRANTS


def isolated_models() -> list[type[models.Model]]:
    """Every model with rows of one organisation (it says so by `visible_where`)."""
    return [model for model in apps.get_models() if hasattr(model, "visible_where")]


def isolation_of(model: type[models.Model]) -> list[str]:
    """The statements that isolate one table; safe to repeat."""
    table = model._meta.db_table
    visible, written = conditions_of(model)
    return [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        f"DROP POLICY IF EXISTS isolation ON {table}",
        f"DROP POLICY IF EXISTS isolation_read ON {table}",
        f"CREATE POLICY isolation_read ON {table} FOR SELECT USING ({visible})",
        f"CREATE POLICY isolation ON {table} USING ({written}) WITH CHECK ({written})",
        *(f"REVOKE {rights} ON {table} FROM {APP}" for rights in revoked_from(model)),
    ]


def conditions_of(model: type[models.Model]) -> tuple[str, str]:
    """When a row may be seen, and when it may be written."""
    return str(model.visible_where), str(model.written_where)  # type: ignore[attr-defined]  # see isolated_models


def revoked_from(model: type[models.Model]) -> list[str]:
    """What the running role may not do to rows: nothing at all, or change what is written once."""
    if getattr(model, "is_written_by_the_database", False):
        return ["INSERT, UPDATE, DELETE"]
    return ["UPDATE, DELETE"] if getattr(model, "is_append_only", False) else []


def isolate_tables(using: str, **_: Any) -> None:
    """Called by Django after migrating one application; does its work on the owner's connection."""
    if using != "owner":
        return
    connection = connections[using]
    present = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        cursor.execute(";".join(GRANTS))
        for model in isolated_models():
            if model._meta.db_table in present:
                cursor.execute(";".join(isolation_of(model)))
