"""The agreements that go into a member's own copy: statements, signatures, and what was shared."""

from base64 import b64encode
from typing import Any

from django.conf import settings
from django.utils import timezone

from rapport.documents.stamp import stamp_in
from rapport.relationships.models import Agreement
from rapport.sealed.models import Space
from rapport.sharing.models import SharedAgreement


def agreements_of(space: Space) -> list[dict[str, Any]]:
    """Every version in order; the document and its certificate where it was shown."""
    versions = Agreement.objects.filter(relationship__space=space).order_by("version")
    documents = dict(
        SharedAgreement.objects.filter(agreement__in=versions).values_list("agreement", "document")
    )
    return [
        agreement_of(each, documents.get(each.pk))
        for each in versions.prefetch_related("signatures")
    ]


def agreement_of(agreement: Agreement, document: bytes | memoryview | None) -> dict[str, Any]:
    signatures = agreement.signatures.all()
    return {
        "statement": bytes(agreement.statement).decode(),
        "signatures": {str(each.person_id): bytes(each.signature).hex() for each in signatures},
        "document": b64encode(bytes(document)).decode() if document else "",
        "certificate": certificate() if document else "",
    }


def certificate() -> str:
    """With which this installation seals documents."""
    stamp = stamp_in(settings.VAR, settings.ADDRESS.partition("://")[2], timezone.now())
    return stamp.certificate.read_text()
