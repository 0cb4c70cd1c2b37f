"""The agreement: drafted by both, offered as a version, in force when every member has signed."""

import uuid
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from rapport.domain.agreement import OWN_KEY, is_in_force
from rapport.domain.events import AgreementDrafted, AgreementOffered, AgreementSigned
from rapport.domain.refusals import AlreadyDone, Incomplete, StaleWords
from rapport.domain.rhythm import Rhythm
from rapport.domain.sentences import _
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.relationships.actions.words import put_words
from rapport.relationships.models import Agreement, AgreementDraft, Relationship, Signature
from rapport.relationships.queries import members_of
from rapport.relationships.queries.agreements import (
    clauses_of,
    fingerprints_of,
    offered_agreement,
)
from rapport.sealed.actions import accept_signature, statement_for
from rapport.sealed.forms import SealedInput


@dataclass(frozen=True)
class Terms:
    """What stands openly in the agreement: days between meetings, their length, the last day."""

    rhythm_days: int
    minutes: int
    until: date


@transaction.atomic
def draft_agreement(relationship: Relationship, words: SealedInput, *, by: Person) -> None:
    """Both write at one text; a change after an offer asks for a new version later."""
    relationship.lock_open()
    draft = AgreementDraft.objects.filter(relationship=relationship).first()
    draft = draft or AgreementDraft(relationship=relationship)
    into = draft.words if draft.words_id else None
    draft.words = put_words(relationship, words, by=by, into=into)
    draft.save()
    record(AgreementDrafted(relationship=relationship.pk, draft=draft.pk, by=by.pk))


@transaction.atomic
def offer_agreement(
    relationship: Relationship, terms: Terms, *, revision: int, by: Person
) -> Agreement:
    """Make a version of the text as it was read (its revision), for all to sign."""
    relationship.lock_open()
    draft = require_draft(relationship)
    if draft.words.revision != revision:
        raise StaleWords(
            _("The text was changed meanwhile, so nothing was offered. Read it, then offer it.")
        )
    agreement = make_version(relationship, draft, terms, by=by)
    record(AgreementOffered(relationship=relationship.pk, agreement=agreement.pk, by=by.pk))
    return agreement


@transaction.atomic
def sign_agreement(agreement: Agreement, signature: bytes, *, by: Person) -> bool:
    """Keep a signature that her own key made; True when it was the last. Signed twice is once."""
    relationship = agreement.relationship
    relationship.lock_open()
    require_newest(agreement)
    if not agreement.signatures.filter(person=by).exists():
        accepted = accept_signature(bytes(agreement.statement), signature, by=by)
        Signature.objects.create(agreement=agreement, person=by, signature=accepted)
        tell(agreement, by)
    return is_signed_by_all(agreement)


def require_draft(relationship: Relationship) -> AgreementDraft:
    draft = AgreementDraft.objects.filter(relationship=relationship).first()
    if draft is None:
        raise Incomplete(_("There is no text yet. Write it together first, then offer it."))
    return draft


def require_newest(agreement: Agreement) -> None:
    """Only the version that lies open may be signed; older ones are history."""
    newest = offered_agreement(agreement.relationship)
    if newest is None or newest.pk != agreement.pk:
        raise AlreadyDone(
            _("There is a newer version, so this one was not signed. Read and sign the newer one.")
        )


def make_version(
    relationship: Relationship, draft: AgreementDraft, terms: Terms, *, by: Person
) -> Agreement:
    """The next version with its statement, which names the one before."""
    before = offered_agreement(relationship)
    agreement = Agreement(
        pk=uuid.uuid4(),
        relationship=relationship,
        version=before.version + 1 if before else 1,
        words=draft.words,
        revision=draft.words.revision,
        drafted_by=by,
    )
    agreement.statement = statement_for(
        draft.words,
        agreement=agreement.pk,
        version=agreement.version,
        public=public_part(relationship, terms),
        previous=bytes(before.statement) if before else b"",
    )
    agreement.save(force_insert=True)
    return agreement


def public_part(relationship: Relationship, terms: Terms) -> dict[str, Any]:
    """What everybody signs in the open: who, in which role, how often, until when, which parts."""
    members = list(relationship.participants.select_related("person"))
    clauses = clauses_of(relationship)
    return {
        "names": {str(each.person_id): str(each.person) for each in members},
        "roles": {str(each.person_id): each.role for each in members},
        "fingerprints": fingerprints_of(relationship),
        "programme": str(relationship.intake),
        "rhythm_days": terms.rhythm_days,
        "minutes": terms.minutes,
        "until": terms.until.isoformat(),
        "offered_on": timezone.localdate().isoformat(),
        "clauses": [each.key for each in clauses],
        "own_clauses": {each.key: each.heading for each in clauses if each.key.startswith(OWN_KEY)},
        "programme_sees": ["phase", "meeting_date", "agreement_signed"],
        "no_fault_ending": True,
    }


def tell(agreement: Agreement, by: Person) -> None:
    """Record the signature; with the last one the agreed rhythm becomes the pair's rhythm."""
    relationship, complete = agreement.relationship, is_signed_by_all(agreement)
    if complete:
        relationship.rhythm_days = Rhythm(agreement.terms["rhythm_days"]).days
        relationship.save(update_fields=["rhythm_days"])
    record(
        AgreementSigned(
            relationship=relationship.pk, agreement=agreement.pk, is_complete=complete, by=by.pk
        )
    )


def is_signed_by_all(agreement: Agreement) -> bool:
    signers: set[object] = set(agreement.signatures.values_list("person_id", flat=True))
    return is_in_force(signers, members_of(agreement.relationship))
