"""Who has agreed to share which version, and the document that was made of it."""

from rapport.relationships.models import Agreement, Relationship
from rapport.relationships.queries.agreements import envelope_of
from rapport.sharing.models import SharedAgreement, SharingConsent


def consenting(agreement: Agreement) -> set[object]:
    """The persons who agreed so far."""
    found = SharingConsent.objects.filter(agreement=agreement)
    return set(found.values_list("person_id", flat=True))


def all_consent(agreement: Agreement) -> bool:
    return agreement.relationship.member_ids() <= consenting(agreement)


def signed_envelope(agreement: Agreement) -> bytes:
    """The sealed text of just this version."""
    return bytes(envelope_of(agreement).sealed)


def shared_of(relationship: Relationship) -> SharedAgreement | None:
    """The newest version that was shared."""
    found = SharedAgreement.objects.filter(agreement__relationship=relationship)
    return found.select_related("agreement").order_by("-agreement__version").first()
