"""How ready they are: what each says of herself, and showing the view to all."""

from django.db import transaction

from rapport.domain.events import ReadinessShown
from rapport.domain.outlook import CONFIDENCE
from rapport.domain.permissions import Role
from rapport.domain.refusals import NotAcceptable, NotNow
from rapport.domain.sentences import _
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.relationships.models import Confidence, OutlookShowing, Relationship


@transaction.atomic
def say_confidence(relationship: Relationship, level: int, *, by: Person) -> Confidence:
    """How sure she feels today to go on by herself (0 to 10); what she said before stays."""
    relationship.lock_open()
    if level not in CONFIDENCE:
        raise NotAcceptable
    return Confidence.objects.create(relationship=relationship, person=by, level=level)


@transaction.atomic
def show_outlook(relationship: Relationship, *, by: Person) -> OutlookShowing:
    """Whoever looks first opens the view for all; opened twice is opened once."""
    relationship.lock_open()
    if not is_first_to_look(relationship, by):
        raise NotNow(
            _("The mentor looks at this first. Nothing was changed; ask for it when you meet.")
        )
    showing, is_new = OutlookShowing.objects.get_or_create(
        relationship=relationship, defaults={"by": by}
    )
    if is_new:
        record(ReadinessShown(relationship=relationship.pk, by=by.pk))
    return showing


def is_first_to_look(relationship: Relationship, person: Person) -> bool:
    roles = relationship.participants.filter(person=person).values_list("role", flat=True)
    return any(Role(role) in relationship.shape.first_to_look for role in roles)
