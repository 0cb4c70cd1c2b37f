"""Whoever keeps the accounts helps with signing in: all devices out, a lost second step forgotten.

The evidence is the same as when somebody first comes: she is recognised by a person who knows her,
and the mailbox of her account hears of it at once.
"""

from django.db import transaction

from rapport.domain.events import SecondStepForgotten, SessionsEnded
from rapport.domain.refusals import NotAcceptable, NotNow
from rapport.domain.sentences import _
from rapport.journal.recording import record
from rapport.organisations.models import Membership
from rapport.organisations.scope import PERSON, setting
from rapport.people.actions.erasure import end_sessions_of
from rapport.people.actions.second_step import forget_second_step, has_second_step
from rapport.people.models import Person

ONESELF = _(
    "Nobody vouches for herself. Nothing was changed; ask another administrator, or whoever "
    "operates this installation."
)
NONE = _("%(name)s has no second step. Nothing was changed.")
ELSEWHERE = _(
    "%(name)s belongs to another organisation as well, and one of them cannot decide for the "
    "other. Nothing was changed; ask whoever operates this installation."
)


@transaction.atomic
def end_sessions(membership: Membership, *, by: Person) -> None:
    """Out on every device, at once; she signs in again as ever."""
    end_sessions_of(membership.person)
    record(SessionsEnded(person=membership.person_id, by=by.pk))


@transaction.atomic
def help_after_loss(membership: Membership, *, by: Person) -> None:
    """Forget a lost second step of somebody else who belongs here alone."""
    person = membership.person
    if person == by:
        raise NotAcceptable(ONESELF)
    if not has_second_step(person):
        raise NotNow(NONE, name=str(person))
    if belongs_elsewhere(membership):
        raise NotNow(ELSEWHERE, name=str(person))
    forget_second_step(person)
    record(SecondStepForgotten(person=person.pk, by=by.pk))


def belongs_elsewhere(membership: Membership) -> bool:
    """Asked as the person herself: one organisation does not see the others' members."""
    with setting(PERSON, membership.person_id):
        hers = Membership.objects.filter(person=membership.person)
        return hers.exclude(organisation=membership.organisation_id).exists()
