"""One version of the agreement as it lies on the table: sealed text, open terms, signatures."""

from base64 import b64encode
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext

from rapport.domain.agreement import Clause, is_in_force
from rapport.domain.permissions import Role
from rapport.domain.sentences import _
from rapport.relationships.access import Standing
from rapport.relationships.models import Agreement, Participant
from rapport.relationships.queries.agreements import clauses_in, envelope_of
from rapport.relationships.queries.turns import signers_of
from rapport.sealed.models import Envelope

ROLE_NAMES: dict[Role, str] = {
    Role.MENTOR: _("Mentor"),
    Role.MENTEE: _("Mentee"),
    Role.CO_MENTOR: _("Co-mentor"),
    Role.PEER: _("Peer"),
}


@dataclass(frozen=True)
class Paper:
    """`statement` is base64, for the browser that signs it."""

    agreement: Agreement
    envelope: Envelope
    statement: str
    terms: dict[str, Any]
    clauses: tuple[Clause, ...]
    until: date
    signatures: list[dict[str, Any]]
    numbers: list[dict[str, str]]
    i_signed: bool
    is_in_force: bool
    joined_since: list[str]
    """Members whom this version does not name yet, so that it holds no longer."""


def paper_of(agreement: Agreement, standing: Standing) -> Paper:
    everybody = sorted((standing.me, *standing.others), key=lambda each: (each.role, each.pk))
    signers, terms = signers_of(agreement), agreement.terms
    return Paper(
        agreement=agreement,
        envelope=envelope_of(agreement),
        statement=b64encode(bytes(agreement.statement)).decode(),
        terms=terms,
        clauses=clauses_in(terms),
        until=date.fromisoformat(terms["until"]),
        signatures=[signature_line(each, agreement) for each in everybody],
        numbers=[
            {"name": terms["names"][person], "number": number}
            for person, number in terms["fingerprints"].items()
        ],
        i_signed=standing.me.person_id in signers,
        is_in_force=is_in_force(signers, {each.person_id for each in everybody}),
        joined_since=[
            each.person.first_name
            for each in everybody
            if str(each.person_id) not in terms["names"]
        ],
    )


def signature_line(participant: Participant, agreement: Agreement) -> dict[str, Any]:
    """For the part `paper`; without a day there is an empty line to sign."""
    signed = {each.person_id: day_of(each.signed_at) for each in agreement.signatures.all()}
    return {
        "name": str(participant.person),
        "role": role_name(participant.role),
        "when": signed.get(participant.person_id),
    }


def day_of(moment: datetime) -> str:
    """The day on the reader's calendar, in her language."""
    return date_format(timezone.localtime(moment), "DATE_FORMAT")


def role_name(role: str) -> str:
    return gettext(ROLE_NAMES[Role(role)])
