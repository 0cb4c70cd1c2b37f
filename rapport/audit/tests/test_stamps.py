"""A checkpoint that an authority elsewhere has stamped; the stamp is checked by OpenSSL too."""

from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import ProgrammingError, connection, transaction
from pyhanko.sign.timestamps import TimestampRequestError
from pytest_django import Settings

from rapport.audit.actions import note, sign_checkpoint, stamp_checkpoint
from rapport.audit.models import CheckpointStamp
from rapport.audit.queries import see_all_lines
from rapport.audit.tasks import stamp_audit_log
from rapport.documents.clock import read_time_stamp
from rapport.documents.examination import NotSealed
from rapport.domain.audit import Deed
from tests.time_stamping import Authority, make_certificate, openssl, time_stamping

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Authority]:
    with time_stamping(tmp_path_factory.mktemp("authority")) as found:
        yield found


@pytest.fixture(autouse=True)
def stamped_by(settings: Settings, tmp_path: Path, authority: Authority) -> None:
    settings.LOG_KEY = tmp_path / "log-key"
    settings.TIME_STAMPS = authority.address
    authority.is_broken = False


def signed_log() -> None:
    with transaction.atomic():
        see_all_lines()
        note(Deed.SIGNED_IN, by=None)
        sign_checkpoint()


def audited(**options: object) -> str:
    out = StringIO()
    call_command("audit", stdout=out, **options)
    return out.getvalue()


def test_each_day_the_newest_checkpoint_gets_its_stamp_once() -> None:
    assert stamp_checkpoint() is None
    signed_log()
    stamp_audit_log(0)
    signed_log()
    stamp_audit_log(0)
    stamp_audit_log(0)
    assert [each.checkpoint_id for each in CheckpointStamp.objects.all()] == [1, 2]


def test_nobody_is_asked_where_no_authority_is_named(settings: Settings) -> None:
    settings.TIME_STAMPS = ""
    signed_log()
    stamp_audit_log(0)
    assert not CheckpointStamp.objects.exists()


def test_an_authority_that_is_away_leaves_nothing_half_done(authority: Authority) -> None:
    signed_log()
    authority.is_broken = True
    with pytest.raises((OSError, TimestampRequestError)):
        stamp_audit_log(0)
    assert not CheckpointStamp.objects.exists()


def test_the_stamp_holds_by_openssl_as_well(authority: Authority, tmp_path: Path) -> None:
    signed_log()
    stamp_audit_log(0)
    answer = audited(clock=authority.certificate, stamps=tmp_path / "stamps")
    assert "1 time-stamps fit" in answer
    content, token = (tmp_path / "stamps" / f"checkpoint-1.{end}" for end in ("txt", "tst"))
    asked = ["ts", "-verify", "-data", str(content), "-in", str(token), "-token_in"]
    asked += ["-CAfile", str(authority.certificate)]
    assert b"OK" in openssl(*asked)
    content.write_bytes(content.read_bytes() + b" ")
    with pytest.raises(AssertionError, match="imprint mismatch"):
        openssl(*asked)


def test_a_stamp_of_something_else_is_named(authority: Authority, tmp_path: Path) -> None:
    signed_log()
    stamp_audit_log(0)
    stamp = CheckpointStamp.objects.get()
    token, content = bytes(stamp.token), stamp.checkpoint.note.encode()
    assert read_time_stamp(token, content).is_known is False
    with pytest.raises(NotSealed, match="does not belong"):
        read_time_stamp(token, content + b" ")
    with pytest.raises(NotSealed, match="no time-stamp"):
        read_time_stamp(b"no token", content)
    other = tmp_path / "other"
    other.mkdir()
    make_certificate(other, "Another clock")
    out = StringIO()
    with pytest.raises(SystemExit):
        call_command("audit", stdout=out, clock=other / "tsa.pem")
    assert "The time-stamp of checkpoint 1 does not hold" in out.getvalue()


@pytest.mark.parametrize("statement", ["UPDATE {} SET token = ''", "DELETE FROM {}"])
def test_the_running_role_cannot_exchange_a_stamp(statement: str) -> None:
    signed_log()
    stamp_audit_log(0)
    table = CheckpointStamp._meta.db_table
    with connection.cursor() as cursor, pytest.raises(ProgrammingError, match="permission denied"):
        cursor.execute(statement.format(table))
