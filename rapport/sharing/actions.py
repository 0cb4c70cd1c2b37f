"""Sharing an agreement with the programme: every member agrees, then one of them opens it."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from rapport.documents.stamp import stamp_in
from rapport.domain.events import AgreementShared
from rapport.domain.refusals import AlreadyDone, Incomplete, NotAcceptable
from rapport.domain.sentences import _
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.relationships.actions.agreements import is_signed_by_all, require_newest
from rapport.relationships.models import Agreement
from rapport.sealed.models import IdentityKey
from rapport.sealed.protocol.agreement import read_agreement
from rapport.sealed.protocol.refusals import Refused
from rapport.sharing.document import document_of
from rapport.sharing.evidence import Evidence, Proven, prove
from rapport.sharing.models import SharedAgreement, SharingConsent
from rapport.sharing.queries import all_consent, signed_envelope

NOT_SIGNED = _("Not all of you have signed this version, so it was not shared. Sign it first.")
NOT_ALL = _("Not all of you have agreed to share this, so no document was made.")
SHARED = _("This version is shared already. A document that was given cannot be taken back.")
NO_FIT = _("What your browser sent does not open the signed text, so no document was made.")


@transaction.atomic
def give_consent(agreement: Agreement, *, by: Person) -> None:
    """This member agrees. Given twice, it is given once."""
    lock(agreement)
    SharingConsent.objects.get_or_create(agreement=agreement, person=by)


@transaction.atomic
def withdraw_consent(agreement: Agreement, *, by: Person) -> None:
    """Possible until the document was made."""
    lock(agreement)
    if SharedAgreement.objects.filter(agreement=agreement).exists():
        raise AlreadyDone(SHARED)
    SharingConsent.objects.filter(agreement=agreement, person=by).delete()


@transaction.atomic
def share_agreement(agreement: Agreement, opening: bytes, *, by: Person) -> SharedAgreement:
    """Make the document from what a member's browser opened. Shared twice, it is shared once."""
    lock(agreement)
    shared = SharedAgreement.objects.filter(agreement=agreement).first()
    if shared is not None:
        return shared
    if not all_consent(agreement):
        raise Incomplete(NOT_ALL)
    evidence = evidence_for(agreement, opening)
    document = sealed_document(agreement, evidence, proven(evidence))
    shared = SharedAgreement.objects.create(agreement=agreement, document=document, made_by=by)
    relationship = agreement.relationship_id
    record(AgreementShared(relationship=relationship, agreement=agreement.pk, by=by.pk))
    return shared


def lock(agreement: Agreement) -> None:
    """The newest version, in force, in a relationship that is open."""
    agreement.relationship.lock_open()
    require_newest(agreement)
    if not is_signed_by_all(agreement):
        raise Incomplete(NOT_SIGNED)


def evidence_for(agreement: Agreement, opening: bytes) -> Evidence:
    statement = bytes(agreement.statement)
    parties = read_agreement(statement)["parties"]
    keys = IdentityKey.objects.filter(digest__in=[bytes.fromhex(each) for each in parties.values()])
    return Evidence(
        statement=statement,
        signatures={
            str(each.person_id): bytes(each.signature) for each in agreement.signatures.all()
        },
        keys={str(key.person_id): (bytes(key.statement), bytes(key.signature)) for key in keys},
        envelope=signed_envelope(agreement),
        opening=opening,
    )


def proven(evidence: Evidence) -> Proven:
    """The words, after every link of the evidence was checked."""
    try:
        return prove(evidence)
    except Refused as refused:
        raise NotAcceptable(NO_FIT) from refused


def sealed_document(agreement: Agreement, evidence: Evidence, what: Proven) -> bytes:
    from rapport.documents.sealing import seal  # noqa: PLC0415  # pyHanko takes a second to load

    stamp = stamp_in(settings.VAR, settings.ADDRESS.partition("://")[2], timezone.now())
    pdf = document_of(agreement, evidence.packed(), what)
    return seal(pdf, stamp, reason="Rapport", time_stamps_at=settings.TIME_STAMPS)
