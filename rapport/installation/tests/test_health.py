"""The doctor says what is wrong in plain words, and notices each wrong."""

from typing import Any

import pytest
from django.core.management import ManagementUtility
from django.db import OperationalError, ProgrammingError, connections

from config.cli import main
from rapport.installation import health

pytestmark = pytest.mark.django_db(databases=["default", "owner"])


def test_without_a_database_the_doctor_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing_answers(*_: object) -> Any:
        raise OperationalError("connection refused")

    monkeypatch.setattr(health, "ask", nothing_answers)
    answers = health.examine()
    assert answers[0].sentence.startswith("There is no database")
    assert len(answers) == 3


def test_an_old_schema_is_noticed() -> None:
    assert health.schema().is_well
    with connections["owner"].cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'people'")
    assert "older than the program" in health.schema().sentence


def test_a_command_on_an_old_schema_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_utility: ManagementUtility) -> None:
        raise ProgrammingError("column does not exist")

    monkeypatch.setattr(ManagementUtility, "execute", fail)
    with pytest.raises(ProgrammingError):
        main(["setup_link"])
    with connections["owner"].cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'people'")
    with pytest.raises(SystemExit, match=r"older than the program.*rapport migrate"):
        main(["setup_link"])


def test_a_table_without_its_wall_is_noticed() -> None:
    assert health.isolation().is_well
    with connections["owner"].cursor() as cursor:
        cursor.execute("ALTER TABLE organisations_duty NO FORCE ROW LEVEL SECURITY")
        cursor.execute(
            "SELECT relforcerowsecurity FROM pg_class WHERE relname = 'organisations_duty'"
        )
        assert cursor.fetchone() == (False,)


@pytest.mark.parametrize(
    ("address", "is_well"),
    [
        ("https://mentoring.example.org", True),
        ("http://localhost:8000", True),
        ("http://mentoring.example.org", False),
    ],
)
def test_missing_tls_is_said_only_where_it_matters(
    settings: Any, address: str, is_well: bool
) -> None:
    settings.ADDRESS, settings.TLS = address, address.startswith("https")
    assert health.tls().is_well is is_well


def test_a_mail_server_that_does_not_answer_is_noticed(settings: Any) -> None:
    smtp = {"BACKEND": "django.core.mail.backends.smtp.EmailBackend"}
    settings.MAILERS = {"default": smtp | {"OPTIONS": {"host": "127.0.0.1", "port": 9}}}
    assert "does not answer" in health.mail().sentence


def test_mail_into_files_is_said() -> None:
    assert "No mail leaves this machine" in health.mail().sentence


def test_a_missing_worker_is_noticed() -> None:
    assert "No worker" in health.worker().sentence


def test_the_running_role_is_bound() -> None:
    assert health.running_role().is_well
