"""The agreement as a document for the programme: text, figures, signatures, evidence attached."""

from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext

from rapport.documents.typesetting import typeset
from rapport.relationships.models import Agreement
from rapport.relationships.queries.agreements import clauses_in
from rapport.relationships.queries.papers import day_of, role_name
from rapport.sharing.evidence import FILE, Proven

LAYOUT = Path(__file__).with_name("document.typ")


def document_of(agreement: Agreement, evidence: bytes, what: Proven) -> bytes:
    """The PDF (PDF/UA-1 and PDF/A-3a) with the evidence attached, not sealed yet."""
    return typeset(LAYOUT, words_of(agreement, evidence, what), fonts=[settings.FONTS])


def words_of(agreement: Agreement, evidence: bytes, what: Proven) -> dict[str, Any]:
    """All words of the document, in the language of whoever makes it."""
    terms = what.terms
    made = agreement.drafted_at.date()
    return {
        "title": gettext("Mentoring Partnership Agreement"),
        "language": (get_language() or "en").partition("-")[0],
        "day": [made.year, made.month, made.day],
        "programme": terms["programme"],
        "version": gettext("Version %(n)s, offered on %(day)s")
        % {"n": agreement.version, "day": date_format(made, "DATE_FORMAT")},
        "sections": [*sections(what), figures(terms)],
        "signatures_title": gettext("Signed by"),
        "signatures": [
            line(terms, str(each.person_id), day_of(each.signed_at))
            for each in agreement.signatures.order_by("signed_at")
        ],
        "note": gettext(
            "Every member signed this text with a key of their own, and all agreed to show it to "
            "the programme. The file %(file)s, attached to this document, holds the signed "
            "statement, the signatures and what opens the sealed text; `rapport verify` checks "
            "it without a network. This is a tamper-evident document and no qualified signature."
        )
        % {"file": FILE},
        "evidence": evidence.decode(),
        "evidence_name": FILE,
    }


def sections(what: Proven) -> list[dict[str, str]]:
    """The clauses that say something, in their order, and what else was agreed."""
    written = [
        {"heading": gettext(clause.heading), "text": what.words.get(clause.key, "")}
        for clause in clauses_in(what.terms)
    ]
    more = {"heading": gettext("What else we agree"), "text": what.words.get("more", "")}
    return [section for section in (*written, more) if section["text"].strip()]


def figures(terms: dict[str, Any]) -> dict[str, str]:
    until = date_format(date.fromisoformat(terms["until"]), "DATE_FORMAT")
    values = {"days": terms["rhythm_days"], "minutes": terms["minutes"], "until": until}
    text = gettext("We meet about every %(days)s days for %(minutes)s minutes, until %(until)s.")
    ending = gettext("Each of us may end this at any time, without a reason and without blame.")
    return {"heading": gettext("In figures"), "text": f"{text % values} {ending}"}


def line(terms: dict[str, Any], person: str, day: str) -> dict[str, str]:
    return {
        "name": terms["names"][person],
        "role": role_name(terms["roles"][person]),
        "day": day,
        "number": terms["fingerprints"].get(person, ""),
    }
