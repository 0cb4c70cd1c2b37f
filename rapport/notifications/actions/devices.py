"""A browser begins or stops to take push messages."""

from django.db import transaction

from rapport.domain.refusals import NotAcceptable
from rapport.domain.sentences import _
from rapport.notifications.models import PushDevice
from rapport.notifications.push.encryption import seal
from rapport.notifications.push.sender import decoded
from rapport.notifications.push.sending import is_known
from rapport.people.models import Person

MOST = 10
STRANGE = _("This browser uses a push service that we do not know. Nothing was changed.")
ENOUGH = _("Ten devices are enough. Nothing was changed; take one away first.")


@transaction.atomic
def add_device(endpoint: str, key: str, auth: str, *, user_agent: str, by: Person) -> PushDevice:
    """Added twice, it is added once, with the keys it has now."""
    if not is_known(endpoint) or not can_be_sealed_for(key, auth):
        raise NotAcceptable(STRANGE)
    mine = PushDevice.objects.filter(person=by)
    if mine.exclude(endpoint=endpoint).count() >= MOST:
        raise NotAcceptable(ENOUGH)
    given = {"key": key, "auth": auth, "user_agent": user_agent[:300]}
    return PushDevice.objects.update_or_create(person=by, endpoint=endpoint, defaults=given)[0]


def can_be_sealed_for(key: str, auth: str) -> bool:
    try:
        seal(b"", decoded(key), decoded(auth))
    except ValueError:
        return False
    return True
