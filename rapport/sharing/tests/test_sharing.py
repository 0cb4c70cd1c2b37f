"""An agreement is shown to the programme when all want it, and the document proves itself."""

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_django import Settings

from rapport.documents.examination import examine
from rapport.documents.stamp import CERTIFICATE
from rapport.domain.refusals import AlreadyDone, Incomplete, NotAcceptable
from rapport.journal.models import Entry
from rapport.organisations.tenancy import tenant
from rapport.relationships.models import Relationship
from rapport.sealed.protocol.refusals import Refused
from rapport.sharing.actions import give_consent, share_agreement, withdraw_consent
from rapport.sharing.evidence import FILE, Evidence, prove, unpacked
from rapport.sharing.models import SharedAgreement
from rapport.sharing.tests.signed import TEXT, Signed
from rapport.sharing.verification import main
from tests.archival import flaws
from tests.cast import Cast, browser_of


@pytest.fixture(autouse=True)
def own_folder(settings: Settings, tmp_path: Path) -> None:
    settings.VAR = tmp_path


@pytest.fixture
def signed(relationship: Relationship, cast: Cast) -> Signed:
    with tenant(cast.organisation):
        return Signed(relationship, cast, by=(cast.ada, cast.ben))


def evidence_in(shared: SharedAgreement, folder: Path) -> Evidence:
    certificate = (folder / CERTIFICATE).read_bytes()
    return unpacked(examine(bytes(shared.document), certificate).attachments[FILE])


def test_the_document_proves_the_words_and_who_signed(signed: Signed, tmp_path: Path) -> None:
    with tenant(signed.cast.organisation):
        proven = prove(evidence_in(signed.share(), tmp_path))
    assert proven.words == {"purpose": TEXT}
    assert set(proven.signers) == {str(signed.cast.ada.pk), str(signed.cast.ben.pk)}


def test_one_member_alone_shows_nothing(signed: Signed) -> None:
    with tenant(signed.cast.organisation):
        give_consent(signed.agreement, by=signed.cast.ada)
        with pytest.raises(Incomplete, match="Not all of you have agreed"):
            share_agreement(signed.agreement, signed.opening, by=signed.cast.ada)


def test_a_consent_can_be_taken_back_until_the_document_is_made(signed: Signed) -> None:
    ada, agreement = signed.cast.ada, signed.agreement
    with tenant(signed.cast.organisation):
        give_consent(agreement, by=ada)
        give_consent(agreement, by=signed.cast.ben)
        withdraw_consent(agreement, by=ada)
        with pytest.raises(Incomplete):
            share_agreement(agreement, signed.opening, by=ada)
        signed.share()
        with pytest.raises(AlreadyDone):
            withdraw_consent(agreement, by=ada)


def test_what_not_all_signed_is_not_shared(relationship: Relationship, cast: Cast) -> None:
    with tenant(cast.organisation):
        half = Signed(relationship, cast, by=(cast.ada,))
        with pytest.raises(Incomplete, match="Not all of you have signed"):
            give_consent(half.agreement, by=cast.ada)


def test_a_wrong_opening_makes_no_document(signed: Signed) -> None:
    with tenant(signed.cast.organisation):
        for person in (signed.cast.ada, signed.cast.ben):
            give_consent(signed.agreement, by=person)
        with pytest.raises(NotAcceptable, match="does not open the signed text"):
            share_agreement(signed.agreement, bytes(32), by=signed.cast.ada)
        assert SharedAgreement.objects.count() == 0


def test_shared_twice_is_shared_once(signed: Signed) -> None:
    with tenant(signed.cast.organisation):
        assert signed.share().pk == signed.share().pk
        assert Entry.objects.filter(event="AgreementShared").count() == 1


def flipped(data: bytes) -> bytes:
    return data[:-1] + bytes([data[-1] ^ 1])


# Each part of the evidence with one bit turned, or a part of somebody else's.
FORGERIES: dict[str, Callable[[Evidence], Evidence]] = {
    "statement": lambda e: dataclasses.replace(
        e, statement=e.statement.replace(b'"minutes":45', b'"minutes":46')
    ),
    "signature": lambda e: dataclasses.replace(
        e, signatures={user: flipped(each) for user, each in e.signatures.items()}
    ),
    "one signature alone": lambda e: dataclasses.replace(
        e, signatures=dict(list(e.signatures.items())[:1])
    ),
    "swapped signatures": lambda e: dataclasses.replace(
        e, signatures=dict(zip(e.signatures, reversed(list(e.signatures.values())), strict=True))
    ),
    "swapped keys": lambda e: dataclasses.replace(
        e, keys=dict(zip(e.keys, reversed(list(e.keys.values())), strict=True))
    ),
    "envelope": lambda e: dataclasses.replace(e, envelope=flipped(e.envelope)),
    "opening": lambda e: dataclasses.replace(e, opening=flipped(e.opening)),
}


@pytest.mark.parametrize("part", FORGERIES)
def test_forged_evidence_is_refused(part: str, signed: Signed, tmp_path: Path) -> None:
    with tenant(signed.cast.organisation):
        honest = evidence_in(signed.share(), tmp_path)
    prove(honest)
    with pytest.raises(Refused):
        prove(FORGERIES[part](honest))


def test_the_command_says_what_was_signed(
    signed: Signed, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with tenant(signed.cast.organisation):
        document = bytes(signed.share().document)
    assert flaws(document) == []
    file, seal = tmp_path / "agreement.pdf", str(tmp_path / CERTIFICATE)
    file.write_bytes(document)
    assert main([str(file), "--seal", seal]) == 0
    assert TEXT in capsys.readouterr().out
    file.write_bytes(document + b" ")
    assert main([str(file), "--seal", seal]) == 1
    assert "does not cover" in capsys.readouterr().out
    assert main([str(tmp_path / "none.pdf"), "--seal", seal]) == 2


def test_the_coordinator_reads_it_and_the_pair_sees_that(signed: Signed) -> None:
    cast, code = signed.cast, signed.agreement.relationship.code
    path = f"/desk/relationships/{code}/agreement/"
    with browser_of(cast.cora, cast.organisation) as cora:
        assert cora.get(path).status_code == 404
        with tenant(cast.organisation):
            signed.share()
        assert cora.get(path).content.startswith(b"%PDF")
    with browser_of(cast.ada, cast.organisation) as ada:
        assert "read the agreement that you shared" in ada.get("/profile/looks/").content.decode()


def test_the_page_tells_each_state(signed: Signed) -> None:
    cast, code = signed.cast, signed.agreement.relationship.code
    path = f"/relationships/{code}/agreement/sharing/"
    with browser_of(cast.ada, cast.organisation) as ada, tenant(cast.organisation):
        assert "Do you want this?" in ada.get(path).content.decode()
        ada.post(f"{path}consent/")
        assert "I would rather not" in ada.get(path).content.decode()
        give_consent(signed.agreement, by=cast.ben)
        assert "<agreement-opening" in ada.get(path).content.decode()
        signed.share()
        assert "The programme can read this version" in ada.get(path).content.decode()
