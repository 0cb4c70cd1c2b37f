"""An account is opened, and its e-mail address becomes known to be right."""

from allauth.account.models import EmailAddress
from django.db import transaction

from rapport.people.models import Person


@transaction.atomic
def open_account(person: Person, *, name: str, password: str) -> Person:
    """A person who was only known by name gets a name of her choice and a password."""
    person.name = name
    person.set_password(password)
    person.save()
    return person


@transaction.atomic
def trust_email(person: Person) -> EmailAddress:
    """She holds the mailbox of her address: she opened what was sent there. Safe to repeat."""
    EmailAddress.objects.filter(user=person).exclude(email=person.email).delete()
    address, _ = EmailAddress.objects.update_or_create(
        user=person, email=person.email, defaults={"verified": True, "primary": True}
    )
    return address


@transaction.atomic
def claim_email(person: Person, email: str) -> EmailAddress:
    """An address she says is hers. It becomes hers when she opens what is sent there."""
    EmailAddress.objects.filter(user=person, verified=False).delete()
    return EmailAddress.objects.create(user=person, email=email.lower(), primary=True)


def is_taken(email: str) -> bool:
    """Whether an account has this address; never to be told to the person who asks."""
    known = Person.objects.filter(email__iexact=email).exists()
    return known or EmailAddress.objects.filter(email=email.lower(), verified=True).exists()


def has_account(person: Person) -> bool:
    """Whether she can sign in herself: a confirmed address, or she has been here."""
    confirmed = EmailAddress.objects.filter(user=person, verified=True).exists()
    return confirmed or person.last_login is not None
