"""Organisations are isolated by the database itself."""

import pytest
from django.db import connection, connections, transaction

from rapport.organisations.isolation import isolated_models
from rapport.organisations.models import Membership, Organisation
from rapport.organisations.scope import NoTenant
from rapport.organisations.tenancy import tenant
from tests.cast import Cast


def rows(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")  # noqa: S608  # a table of ours
        return int(cursor.fetchone()[0])


def test_raw_sql_without_a_tenant_finds_nothing(cast: Cast) -> None:
    with tenant(cast.organisation):
        assert rows("organisations_membership") == 4
    assert rows("organisations_membership") == 0
    assert rows("organisations_organisation") == 0


def test_raw_sql_inside_a_tenant_finds_only_its_rows(cast: Cast) -> None:
    with tenant(cast.elsewhere):
        assert rows("organisations_membership") == 1
        assert list(Organisation.objects.all()) == [cast.elsewhere]


def test_a_row_of_another_organisation_cannot_be_written(cast: Cast) -> None:
    refused = pytest.raises(Exception, match="row-level security")
    with tenant(cast.elsewhere), refused, transaction.atomic():
        Membership.objects.create(organisation=cast.organisation, person=cast.eve)


def test_work_without_a_tenant_is_refused(cast: Cast) -> None:
    with pytest.raises(NoTenant):
        Membership.objects.create(person=cast.eve)


def test_a_connection_used_again_carries_nothing_over(committed_cast: Cast) -> None:
    with tenant(committed_cast.organisation):
        assert rows("organisations_membership") == 4
    backend = connection.connection.info.backend_pid
    assert rows("organisations_membership") == 0
    with transaction.atomic():
        assert rows("organisations_membership") == 0
    assert connection.connection.info.backend_pid == backend


@pytest.mark.django_db
def test_the_running_role_cannot_step_around() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolname, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user"
        )
        assert cursor.fetchone() == ("rapport_app", False, False)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE mine (id int)",
        "ALTER TABLE organisations_membership DISABLE ROW LEVEL SECURITY",
        "DROP POLICY isolation ON organisations_membership",
        "TRUNCATE organisations_membership",
        "UPDATE journal_entry SET event = 'x'",
        "DELETE FROM journal_entry",
    ],
)
def test_the_running_role_cannot_change_the_structure(statement: str) -> None:
    with pytest.raises(Exception, match="permission denied|must be owner"), transaction.atomic():
        connection.cursor().execute(statement)


@pytest.mark.django_db
def test_every_table_of_an_organisation_is_isolated_and_forced() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
            " WHERE c.relkind = 'r' AND a.attname = 'organisation_id'"
            " AND NOT (c.relrowsecurity AND c.relforcerowsecurity)"
        )
        assert cursor.fetchall() == []
    assert len(isolated_models()) >= 6


def test_connections_have_two_roles() -> None:
    roles = {alias: connections[alias].settings_dict["USER"] for alias in connections}
    assert roles == {"default": "rapport_app", "owner": "rapport_owner"}
