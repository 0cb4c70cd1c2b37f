"""The log in the database: who may write, what is chained, and what fifty at once leave."""

import threading
from io import StringIO
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.core.management import call_command
from django.db import ProgrammingError, connection, connections, transaction
from pytest_django import Settings

from rapport.audit.actions import note, sign_checkpoint
from rapport.audit.chain import Line, faults
from rapport.audit.models import AuditLine
from rapport.audit.queries import lines, looks_at, see_all_lines
from rapport.domain.audit import Deed

ADA, CORA = UUID(int=1), UUID(int=2)
WRITERS, EACH = 10, 5


@pytest.fixture(autouse=True)
def log_key(settings: Settings, tmp_path: Path) -> None:
    settings.LOG_KEY = tmp_path / "log-key"


def whole_log() -> list[Line]:
    with transaction.atomic():
        see_all_lines()
        return list(lines())


@pytest.mark.django_db
def test_the_database_writes_the_bytes_that_we_check() -> None:
    note(Deed.SIGNED_IN, by=ADA)
    note(Deed.LOOKED_AT_COURSE, by=CORA, about=ADA, organisation=uuid4(), relationship="ä", n=3)
    found = whole_log()
    assert [line.number for line in found] == [1, 2]
    assert list(faults(found)) == []


FORBIDDEN = (
    "INSERT INTO audit_auditline VALUES (9, now(), NULL, 'x', NULL, NULL, '', '', '')",
    "UPDATE audit_auditline SET action = 'x'",
    "DELETE FROM audit_auditline",
    "TRUNCATE audit_auditline",
    "UPDATE audit_signedcheckpoint SET note = 'x'",
    "DELETE FROM audit_signedcheckpoint",
)


@pytest.mark.django_db
@pytest.mark.parametrize("statement", FORBIDDEN)
def test_the_running_role_cannot_tamper(statement: str) -> None:
    note(Deed.SIGNED_IN, by=ADA)
    see_all_lines()
    with connection.cursor() as cursor, pytest.raises(ProgrammingError, match="permission denied"):
        cursor.execute(statement)


@pytest.mark.django_db
def test_lines_about_others_are_hidden() -> None:
    note(Deed.SIGNED_IN, by=ADA)
    assert AuditLine.objects.count() == 0


@pytest.mark.django_db
def test_a_person_sees_who_looked_but_not_her_own_looks() -> None:
    note(Deed.LOOKED_AT_SIGN_UP, by=CORA, about=ADA)
    note(Deed.LOOKED_AT_SIGN_UP, by=ADA, about=ADA)
    note(Deed.SIGNED_IN, by=CORA, about=ADA)
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('rapport.person', %s, true)", [str(ADA)])
    assert [line.actor for line in looks_at(ADA)] == [CORA]


def test_fifty_at_once_leave_one_chain_without_a_gap(committed_db: None) -> None:
    def write() -> None:
        for _ in range(EACH):
            note(Deed.SIGNED_IN, by=ADA)
        connections.close_all()

    writers = [threading.Thread(target=write) for _ in range(WRITERS)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    found = whole_log()
    assert [line.number for line in found] == list(range(1, WRITERS * EACH + 1))
    assert list(faults(found)) == []


def checked(**options: object) -> str:
    out = StringIO()
    call_command("audit", stdout=out, **options)
    return out.getvalue()


@pytest.mark.django_db
def test_an_honest_log_passes_and_names_its_key() -> None:
    note(Deed.SIGNED_IN, by=ADA)
    answer = checked()
    assert "1 lines hang together; 1 checkpoints agree." in answer
    assert "Public key of the log: localhost:8000/audit+" in answer


def test_a_line_that_the_owner_changed_is_named(committed_db: None) -> None:
    for _ in range(3):
        note(Deed.SIGNED_IN, by=ADA)
    with transaction.atomic():
        see_all_lines()
        sign_checkpoint()
    with transaction.atomic(using="owner"), connections["owner"].cursor() as owner:
        owner.execute("SELECT set_config('rapport.clock', 'on', true)")
        owner.execute("UPDATE audit_auditline SET action = 'started' WHERE number = 2")
    out = StringIO()
    with pytest.raises(SystemExit):
        call_command("audit", stdout=out)
    assert "Line 2 was changed after it was written." in out.getvalue()


@pytest.mark.django_db
def test_nothing_added_means_nothing_signed() -> None:
    note(Deed.SIGNED_IN, by=ADA)
    with transaction.atomic():
        see_all_lines()
        assert sign_checkpoint() is not None
        assert sign_checkpoint() is None
