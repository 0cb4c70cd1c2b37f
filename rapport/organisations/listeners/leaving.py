"""Somebody was removed: she learns it by mail, in plain words."""

from django.utils import translation

from rapport.domain.events import MembershipEnded
from rapport.domain.sentences import _
from rapport.organisations.models import Organisation
from rapport.organisations.scope import current_organisation_id
from rapport.people.letters import Letter, absolute, compose
from rapport.people.models import Person

REMOVED = Letter(
    _("You no longer belong to %(organisation)s"),
    (
        _("Hello %(name)s,"),
        _(
            "your place in the mentoring of %(organisation)s has ended. Relationships of yours "
            "there ended without fault: nobody is to blame, and no reason is kept."
        ),
        _("Your account is still yours. You see here what is kept about you, and can delete it:"),
        "%(url)s",
    ),
)


def send_farewell(event: MembershipEnded) -> None:
    """Only to whoever did not go by herself, and still has an address."""
    person = Person.objects.filter(pk=event.person, email__isnull=False).first()
    if person is None or event.by == event.person:
        return
    organisation = Organisation.objects.get(pk=current_organisation_id())
    values = {"name": person.first_name, "organisation": organisation.name}
    with translation.override(person.language):
        compose(REMOVED, str(person.email), url=absolute("/kept/"), **values).send()
