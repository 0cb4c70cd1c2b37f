"""Versions of the agreement, and the keys behind the names in it."""

from typing import Any

from rapport.domain.agreement import CLAUSES, Clause, clauses_for
from rapport.programmes.models import Programme
from rapport.relationships.models import (
    Agreement,
    AgreementDraft,
    AgreementTemplate,
    ClauseView,
    Relationship,
)
from rapport.sealed.models import Envelope, IdentityKey
from rapport.sealed.protocol.fingerprint import fingerprint
from rapport.sealed.protocol.identity import read_statement


def offered_agreement(relationship: Relationship) -> Agreement | None:
    """The version last offered for signature, read anew."""
    return relationship.agreements.order_by("-version").first()


def template_of(programme: Programme) -> AgreementTemplate:
    """The programme’s words to begin from; an empty template, unsaved, when it has none."""
    found = AgreementTemplate.objects.filter(programme=programme).first()
    return found or AgreementTemplate(programme=programme)


def clauses_of(relationship: Relationship) -> tuple[Clause, ...]:
    """The clauses that a draft of this pair has today."""
    template = template_of(relationship.intake.programme)
    return clauses_for(relationship.shape.agreement, template.texts, template.own)


def clauses_in(terms: dict[str, Any]) -> tuple[Clause, ...]:
    """The clauses of a version as they were when it was offered, by its public terms."""
    ours = tuple(each for each in CLAUSES if each.key in terms["clauses"])
    own = terms.get("own_clauses", {}).items()
    return (*ours, *(Clause(key, heading, "") for key, heading in own))


def views_on(draft: AgreementDraft) -> list[ClauseView]:
    """What each member has said of the clauses."""
    views = draft.views.select_related("person", "words")
    return list(views.prefetch_related("words__envelopes"))


def draft_of(relationship: Relationship) -> AgreementDraft | None:
    drafts = AgreementDraft.objects.select_related("words").prefetch_related("words__envelopes")
    return drafts.filter(relationship=relationship).first()


def versions_of(relationship: Relationship) -> list[Agreement]:
    """All versions, the newest first, with who signed."""
    return list(relationship.agreements.prefetch_related("signatures__person"))


def version_of(relationship: Relationship, version: int) -> Agreement | None:
    found = relationship.agreements.prefetch_related("signatures__person")
    agreement = found.filter(version=version).first()
    if agreement is not None:
        agreement.relationship = relationship
    return agreement


def envelope_of(agreement: Agreement) -> Envelope:
    """The sealed text of just this version."""
    return Envelope.objects.get(sealed_object=agreement.words_id, revision=agreement.revision)


def fingerprints_of(relationship: Relationship) -> dict[str, str]:
    """The safety number of each member's newest keys, by person."""
    members = relationship.participants.values("person")
    keys = IdentityKey.objects.filter(person__in=members).order_by("generation")
    return {
        str(key.person_id): fingerprint(
            read_statement(bytes(key.statement), bytes(key.signature), user=str(key.person_id))
        )
        for key in keys
    }
