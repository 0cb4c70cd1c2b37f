"""Somebody is asked in, and comes."""

from collections.abc import Mapping
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from rapport.domain.events import (
    InvitationAccepted,
    InvitationWithdrawn,
    PersonInvited,
    PlaceholderMerged,
)
from rapport.domain.refusals import AlreadyDone, NotAcceptable, NotNow, Refusal
from rapport.domain.sentences import _
from rapport.journal.recording import record, record_all
from rapport.organisations.models import Invitation, Membership, State
from rapport.organisations.scope import current_organisation_id
from rapport.people.actions.accounts import (
    claim_email,
    has_account,
    is_taken,
    open_account,
    trust_email,
)
from rapport.people.actions.merge import is_placeholder, merge_placeholder
from rapport.people.models import Person

OPEN_FOR = timedelta(days=30)
MEMBER = _("%(name)s belongs to you already. Nothing was changed.")
ANOTHER = _(
    "This invitation is for another address. Nothing was changed; sign out and open it again, "
    "or ask for an invitation to the address you use."
)
OWN = _(
    "You made this invitation for somebody else, so it is not for your account. Nothing was "
    "changed; hand the link over, or open it in another browser to see what it shows."
)
CLOSED: dict[State, Refusal] = {
    State.ACCEPTED: AlreadyDone(
        _("This invitation was used already. Sign in; if it was not you, ask for a new one.")
    ),
    State.WITHDRAWN: NotNow(_("This invitation was withdrawn. Ask whoever invited you.")),
    State.EXPIRED: NotNow(
        _("This invitation ran out; it worked for 30 days. Ask for a new one, and it is renewed.")
    ),
}


@transaction.atomic
def invite_person(person: Person, *, by: Person | None, name: str = "") -> tuple[Invitation, str]:
    """Ask somebody in, or ask her again. She gets a letter if she has an address.

    The token is for handing over by hand where there is no address; a letter makes its own.
    """
    if Membership.objects.filter(person=person).exists() and has_account(person):
        raise AlreadyDone(MEMBER, name=name or str(person))
    waiting = Invitation.objects.select_for_update().filter(
        person=person, accepted_at__isnull=True, withdrawn_at__isnull=True
    )
    invitation = waiting.first() or Invitation(person=person)
    invitation.name = name or invitation.name
    invitation.invited_by = by
    return invitation, open_anew(invitation, by=by)


@transaction.atomic
def invite_people(names: Mapping[Person, str], *, by: Person | None) -> None:
    """Ask many in at once, each under a name; whoever belongs here already is left out."""
    here = Membership.objects.filter(person__in=names.keys()).values_list("person_id", flat=True)
    joined = set(here)
    missing = {person.pk: person for person in names if person.pk not in joined}
    waiting = Invitation.objects.select_for_update().filter(
        person__in=missing, accepted_at__isnull=True, withdrawn_at__isnull=True
    )
    known = {invitation.person_id: invitation for invitation in waiting}
    new = [Invitation(person=missing[one]) for one in missing.keys() - known.keys()]
    for invitation in (*known.values(), *new):
        invitation.name = names[missing[invitation.person_id]] or invitation.name
        invitation.invited_by = by
        invitation.expires_at = timezone.now() + OPEN_FOR
        invitation.renew_token()
    keep_invitations(list(known.values()), new)
    asked = [invitation.pk for invitation in (*known.values(), *new)]
    record_all(PersonInvited(invitation=each, by=by.pk if by else None) for each in asked)


def keep_invitations(known: list[Invitation], new: list[Invitation]) -> None:
    organisation = current_organisation_id()
    for invitation in new:
        invitation.organisation_id = organisation
    Invitation.objects.bulk_create(new)
    changed = ["name", "invited_by", "expires_at", "hashed_token", "mailed_to"]
    Invitation.objects.bulk_update(known, changed, batch_size=500)


@transaction.atomic
def invite_by_email(name: str, email: str, *, by: Person) -> tuple[Invitation, str]:
    """The same for somebody of whom we know a name, and perhaps an address."""
    known = Person.objects.filter(email__iexact=email).first() if email else None
    person = known or Person.objects.create_user(email or None, name=name, language=by.language)
    return invite_person(person, by=by, name=name)


@transaction.atomic
def renew_invitation(invitation: Invitation, *, by: Person) -> str:
    """Open for 30 more days, with a new link; the old one stops working."""
    invitation.lock()
    if invitation.accepted_at is not None:
        raise AlreadyDone(MEMBER, name=str(invitation))
    return open_anew(invitation, by=by)


def open_anew(invitation: Invitation, *, by: Person | None) -> str:
    invitation.expires_at = timezone.now() + OPEN_FOR
    invitation.withdrawn_at = None
    token = invitation.renew_token()
    invitation.save()
    record(PersonInvited(invitation=invitation.pk, by=by.pk if by else None))
    return token


@transaction.atomic
def withdraw_invitation(invitation: Invitation, *, by: Person) -> None:
    """The link stops working. Withdrawn twice, it is withdrawn once."""
    invitation.lock()
    if invitation.accepted_at is not None:
        raise AlreadyDone(MEMBER, name=str(invitation))
    if invitation.withdrawn_at is None:
        invitation.withdrawn_at = timezone.now()
        invitation.save(update_fields=["withdrawn_at"])
        record(InvitationWithdrawn(invitation=invitation.pk, by=by.pk))


@transaction.atomic
def accept_invitation(invitation: Invitation, *, by: Person) -> Membership:
    """She comes: as whom she was invited, or with an account in place of a placeholder."""
    invitation.lock()
    if invitation.accepted_at is not None and invitation.person == by:
        return Membership.objects.get(person=by)
    require_open(invitation)
    if invitation.person != by:
        take_the_place(invitation, by)
    elif invitation.mailed_to and invitation.mailed_to == by.email:
        trust_email(by)
    membership, _is_new = Membership.objects.get_or_create(person=by)
    invitation.person = by
    invitation.accepted_at = timezone.now()
    invitation.save()
    record(InvitationAccepted(invitation=invitation.pk, by=by.pk))
    return membership


@transaction.atomic
def accept_as_newcomer(
    invitation: Invitation, *, name: str, password: str, email: str = "", **profile: str
) -> Person | None:
    """She comes for the first time: her account is opened as well.

    None when her address belongs to an account already; then nothing was changed, and only the
    mailbox of that address may learn why.
    """
    invitation.lock()
    require_open(invitation)
    person = invitation.person
    if has_account(person):
        raise refused(CLOSED[State.ACCEPTED])
    if not invitation.mailed_to and email != person.email and is_taken(email):
        return None
    for field, value in profile.items():
        setattr(person, field, value)
    open_account(person, name=name, password=password)
    if not invitation.mailed_to:
        claim_email(person, email)
    accept_invitation(invitation, by=person)
    return person


def require_open(invitation: Invitation) -> None:
    if refusal := CLOSED.get(invitation.state):
        raise refused(refusal)


def refused(refusal: Refusal) -> Refusal:
    """A fresh one of the table: an exception carries its history, and is raised once."""
    return type(refusal)(refusal.template)


def take_the_place(invitation: Invitation, account: Person) -> None:
    """Only of a placeholder: whoever has an address of her own is not somebody else."""
    placeholder = invitation.person
    if invitation.invited_by == account:
        raise NotAcceptable(OWN)
    if not is_placeholder(placeholder):
        raise NotAcceptable(ANOTHER)
    merge_placeholder(placeholder, account)
    record(PlaceholderMerged(placeholder=placeholder.pk, person=account.pk, by=account.pk))
    invitation.refresh_from_db()
