"""Sign-ups become people who can come: an account that waits, and an invitation."""

from collections.abc import Iterable

from django.contrib.auth.hashers import make_password

from rapport.organisations.actions.invitations import invite_people
from rapport.people.models import Person
from rapport.programmes.models import Enrolment

PEOPLE_AT_ONCE = 500


def let_in(enrolments: Iterable[Enrolment], *, by: Person | None) -> None:
    """Everybody gets a person, and whoever does not belong here yet one invitation."""
    everybody = list(enrolments)
    give_people(everybody)
    invite_people({each.person: str(each) for each in everybody if each.person}, by=by)


def give_people(enrolments: Iterable[Enrolment]) -> None:
    """Each gets the account with her address, or a new one that waits for its owner."""
    waiting = [each for each in enrolments if each.person_id is None]
    addressed = [each for each in waiting if each.email]
    silent = [each for each in waiting if not each.email]
    Person.objects.bulk_create(map(person_for, addressed), ignore_conflicts=True)
    here = Person.objects.filter(email__in=[each.email.lower() for each in addressed])
    known = {person.email: person for person in here}
    for enrolment in addressed:
        enrolment.person = known[enrolment.email.lower()]
    for enrolment, person in zip(
        silent, Person.objects.bulk_create(map(person_for, silent)), strict=True
    ):
        enrolment.person = person
    Enrolment.objects.bulk_update(waiting, ["person"], batch_size=PEOPLE_AT_ONCE)


def person_for(enrolment: Enrolment) -> Person:
    """Without a password; without an address somebody hands her a link."""
    return Person(
        email=enrolment.email.lower() or None,
        name=str(enrolment),
        time_zone=enrolment.time_zone or "UTC",
        password=make_password(None),
    )
