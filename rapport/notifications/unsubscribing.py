"""The link that stops mails of one kind without a sign-in: a signed token, and nothing else.

It says whose, of which organisation and which kinds; it opens nothing and shows nothing.
"""

from collections.abc import Iterable
from uuid import UUID

from django.core import signing
from django.urls import reverse

from rapport.notifications.kinds import Kind
from rapport.organisations.scope import current_organisation_id
from rapport.people.letters import absolute
from rapport.people.models import Person

SALT = "rapport.unsubscribe"


def token_for(person: Person, kinds: Iterable[Kind]) -> str:
    """It does not run out: an old mail must stop as well as a new one."""
    wanted = {
        "person": str(person.pk),
        "organisation": str(current_organisation_id()),
        "kinds": sorted(set(kinds)),
    }
    return signing.dumps(wanted, salt=SALT)


def read_token(token: str) -> tuple[UUID, list[Kind]] | None:
    """Whose mails of which kinds; None when it is not ours, or of another organisation."""
    try:
        wanted = signing.loads(token, salt=SALT)
        kinds = [Kind(each) for each in wanted["kinds"]]
    except (signing.BadSignature, ValueError):
        return None
    is_here = wanted["organisation"] == str(current_organisation_id())
    return (UUID(wanted["person"]), kinds) if is_here else None


def headers(person: Person, kinds: Iterable[Kind]) -> dict[str, str]:
    """What mail programs show as “Unsubscribe” and carry out by one press (RFC 8058)."""
    address = absolute(reverse("unsubscribe", args=[token_for(person, kinds)]))
    return {
        "List-Unsubscribe": f"<{address}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
