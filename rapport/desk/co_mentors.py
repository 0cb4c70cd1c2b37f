"""What the page for proposing a co-mentor shows: who is thought of, and whether there is a seat."""

from typing import Any

from rapport.domain.refusals import NotNow
from rapport.relationships.actions.co_mentors import require_seat
from rapport.relationships.models import Relationship
from rapport.sealed.models import IdentityKey
from rapport.web.sentences import in_words


def co_mentor_page(relationship: Relationship) -> dict[str, Any]:
    """Everything but the form."""
    candidacies = list(relationship.space.candidacies.select_related("person"))
    people = [each.person_id for each in candidacies]
    keyed = set(IdentityKey.objects.filter(person__in=people).values_list("person_id", flat=True))
    return {
        "relationship": relationship,
        "members": list(relationship.participants.select_related("person").order_by("role")),
        "candidacies": [
            {"pk": each.pk, "name": each.person.name, "has_keys": each.person_id in keyed}
            for each in candidacies
        ],
        "no_seat": why_no_seat(relationship),
    }


def why_no_seat(relationship: Relationship) -> str:
    """The sentence that says it; empty where there is a seat."""
    try:
        require_seat(relationship)
    except NotNow as refusal:
        return in_words(refusal)
    return ""
