"""An account is emptied; its row goes too, unless a record of others still points to it."""

from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from rapport.people.actions.merge import forget
from rapport.people.models import Person


@transaction.atomic
def empty_account(person: Person) -> None:
    """No name, no address, no way in. What others share with her reads “Somebody who left”."""
    end_sessions_of(person)
    person.name, person.email = "", None
    person.set_unusable_password()
    person.is_active = False
    person.gone_at = timezone.now()
    person.language, person.time_zone = "en", "UTC"
    person.save()
    forget(person)


def end_sessions_of(person: Person) -> None:
    """Sessions are kept by key alone; those of this account are found by looking into each."""
    for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator():
        if session.get_decoded().get("_auth_user_id") == str(person.pk):
            session.delete()
