"""An agreement as a pair's browsers make it: drafted, offered, signed, and shared."""

from datetime import date

from rapport.people.models import Person
from rapport.relationships.actions.agreements import (
    Terms,
    draft_agreement,
    offer_agreement,
    sign_agreement,
)
from rapport.relationships.models import Agreement, AgreementDraft, Relationship
from rapport.sealed.protocol.disclosure import opening_of
from rapport.sharing.actions import give_consent, share_agreement
from rapport.sharing.models import SharedAgreement
from rapport.sharing.queries import signed_envelope
from tests.cast import Cast
from tests.sealing import Hands

TEXT = "We listen before we advise."
TERMS = Terms(rhythm_days=14, minutes=45, until=date(2027, 6, 30))


class Signed:
    """An agreement of Ada and Ben that both have signed, and what opens it."""

    def __init__(self, relationship: Relationship, cast: Cast, *, by: tuple[Person, ...]) -> None:
        self.hands, self.cast, self.relationship = Hands(relationship), cast, relationship
        words = self.hands.sealed(cast.ada, "agreement/1", {"purpose": TEXT})
        draft_agreement(relationship, words, by=cast.ada)
        self.agreement: Agreement = self.offer_again(by=by)

    def offer_again(self, *, by: tuple[Person, ...]) -> Agreement:
        """A version of the same text, signed by these."""
        revision = AgreementDraft.objects.get(relationship=self.relationship).words.revision
        offer = offer_agreement(self.relationship, TERMS, revision=revision, by=self.cast.ada)
        for person in by:
            key = self.hands.members[person.pk]
            sign_agreement(offer, key.sign_agreement(bytes(offer.statement)), by=person)
        return offer

    @property
    def opening(self) -> bytes:
        place = self.hands.members[self.cast.ben.pk].places[self.hands.sid]
        return opening_of(signed_envelope(self.agreement), place.key)

    def share(self) -> SharedAgreement:
        for person in (self.cast.ada, self.cast.ben):
            give_consent(self.agreement, by=person)
        return share_agreement(self.agreement, self.opening, by=self.cast.ben)
