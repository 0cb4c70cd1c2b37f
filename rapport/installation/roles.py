"""The two database roles, and what separates them.

The owner migrates: it may change the structure, and is bound by row-level security like
everybody else. The running role reads and writes rows, and can neither change the structure
nor step around row-level security.
"""

import psycopg
from psycopg import sql

OWNER = "rapport_owner"
APP = "rapport_app"

ROLES = {
    OWNER: "LOGIN NOSUPERUSER CREATEDB NOCREATEROLE NOBYPASSRLS",
    APP: "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS",
}

GRANTS = [
    f"REVOKE CREATE ON SCHEMA public FROM PUBLIC, {APP}",
    f"GRANT USAGE ON SCHEMA public TO {APP}",
    f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {APP}",
    f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {APP}",
]


def told(setting: str) -> str:
    """The number that a transaction was told under this name, as SQL; NULL where nobody told one.

    Policies compare it as a number, never as text: only so do indexes and statistics count.
    """
    return f"NULLIF(current_setting('rapport.{setting}', true), '')::uuid"


def create_roles(db: psycopg.Connection[tuple[object, ...]]) -> None:
    """Make both roles unless they exist; safe to repeat."""
    for role, attributes in ROLES.items():
        found = db.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone()
        if found is None:
            db.execute(sql.SQL(f"CREATE ROLE {role} {attributes}"))


def roles_as_sql() -> str:
    """What an operator types once on a PostgreSQL server of her own."""
    return "\n".join(f"CREATE ROLE {role} {attributes};" for role, attributes in ROLES.items())
