"""A real time-stamping authority attests when a document was sealed (PAdES B-T)."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from rapport.documents.examination import NotSealed, attested_by, examine
from rapport.documents.sealing import seal
from rapport.documents.stamp import Stamp, stamp_in
from rapport.documents.tests.test_sealing import CHANGES, LAYOUT
from rapport.documents.typesetting import typeset
from tests.time_stamping import Authority, make_certificate, time_stamping


@pytest.fixture(scope="module")
def stamp(tmp_path_factory: pytest.TempPathFactory) -> Stamp:
    now = datetime.now(UTC)
    return stamp_in(tmp_path_factory.mktemp("stamp"), "rapport.example", now)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Authority]:
    with time_stamping(tmp_path_factory.mktemp("authority")) as found:
        yield found


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    layout = tmp_path_factory.mktemp("layout") / "layout.typ"
    layout.write_text(LAYOUT)
    return typeset(layout, {"title": "Agreement", "evidence": '{"v":1}'})


@pytest.fixture(scope="module")
def attested(plain: bytes, stamp: Stamp, authority: Authority) -> bytes:
    return seal(plain, stamp, reason="Rapport", time_stamps_at=authority.address)


def test_the_time_is_attested_and_checked(
    attested: bytes, stamp: Stamp, authority: Authority
) -> None:
    clock = authority.certificate.read_bytes()
    found = examine(attested, stamp.certificate.read_bytes(), clock).attested
    assert found is not None
    assert found.is_known
    assert "A clock" in found.authority
    assert abs(found.at - datetime.now(UTC)) < timedelta(minutes=5)


def test_whom_to_trust_may_be_left_open(attested: bytes, stamp: Stamp) -> None:
    found = examine(attested, stamp.certificate.read_bytes()).attested
    assert found is not None
    assert not found.is_known


def test_another_clock_is_refused(attested: bytes, stamp: Stamp, tmp_path: Path) -> None:
    make_certificate(tmp_path, "Another clock")
    with pytest.raises(NotSealed, match="another authority"):
        examine(attested, stamp.certificate.read_bytes(), (tmp_path / "tsa.pem").read_bytes())


def test_a_time_that_nobody_attests_is_not_taken_for_one(
    plain: bytes, stamp: Stamp, authority: Authority
) -> None:
    without = seal(plain, stamp, reason="Rapport")
    with pytest.raises(NotSealed, match="no time-stamp"):
        examine(without, stamp.certificate.read_bytes(), authority.certificate.read_bytes())


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_noticed_behind_a_time_stamp(
    change: object, attested: bytes, stamp: Stamp, authority: Authority
) -> None:
    assert callable(change)
    with pytest.raises(NotSealed):
        examine(change(attested), stamp.certificate.read_bytes())


@pytest.mark.parametrize("wrong", ["intact", "valid"])
def test_a_stamp_that_does_not_fit_the_seal_is_refused_unasked(wrong: str) -> None:
    stamp = SimpleNamespace(**{"intact": True, "valid": True, "trusted": True, wrong: False})
    with pytest.raises(NotSealed, match="does not belong"):
        attested_by(stamp, None)
