"""Letters about places that lots decide: one is yours now; one is free, and somebody waits.

Whoever waits may not belong here yet, so her letter goes to the address she signed up with.
"""

from django.urls import reverse
from django.utils import translation

from rapport.domain.events import PlaceFree, PlaceGiven
from rapport.domain.permissions import Role
from rapport.domain.sentences import _
from rapport.people.letters import Letter, absolute, compose
from rapport.people.models import Person
from rapport.programmes.models import Intake, Lot
from rapport.programmes.queries import how_many_wait

HELLO = _("Hello %(name)s,")
GIVEN = Letter(
    _("%(programme)s: there is a place for you"),
    (
        HELLO,
        _(
            "when lots were drawn in “%(programme)s” there was no place for you. One has become "
            "free, and it is yours."
        ),
        _(
            "You need not do anything: as soon as a mentor is found you get another letter. If "
            "you would rather not take part any more, say so to %(whom)s; then somebody else who "
            "waits gets the place."
        ),
    ),
)
FREE = Letter(
    _("%(intake)s: a place is free, and %(count)s wait for one"),
    (
        HELLO,
        _(
            "somebody whom a lot gave a place in “%(intake)s” does not take part any more. Give "
            "the place to the first who waits:"
        ),
        "%(url)s",
    ),
)


def tell_place_given(event: PlaceGiven) -> None:
    """Nothing without an address; in her own language where we know it."""
    lots = Lot.objects.select_related("enrolment__person", "draw__intake__programme")
    lot = lots.get(pk=event.lot)
    enrolment, programme = lot.enrolment, lot.draw.intake.programme
    person = enrolment.person
    to = (person.email if person else "") or enrolment.email
    if not to or enrolment.withdrawn_at:
        return
    known = [f"{each.name} ({address})" for each, address in coordinators(lot.draw.intake)]
    with translation.override(person.language if person else translation.get_language()):
        whom = ", ".join(known) or programme.name
        letter = {"name": str(enrolment), "programme": programme.name, "whom": whom}
        compose(GIVEN, to, **letter).send()


def tell_place_free(event: PlaceFree) -> None:
    """To the coordinators; nothing when nobody waits any more by the time it is told."""
    intake = Intake.objects.select_related("programme").get(pk=event.intake)
    count = how_many_wait(intake)
    url = absolute(reverse("lottery", args=[intake.programme.slug, intake.code]))
    for person, address in coordinators(intake) if count else []:
        with translation.override(person.language):
            name = person.first_name
            compose(FREE, address, name=name, intake=intake, count=count, url=url).send()


def coordinators(intake: Intake) -> list[tuple[Person, str]]:
    """Those who run the programme and have an address, with it."""
    people = Person.objects.filter(
        programme_duties__programme=intake.programme_id,
        programme_duties__role=Role.COORDINATOR,
        is_active=True,
    )
    return [(each, each.email) for each in people.distinct().order_by("name") if each.email]
