"""What people chose about channels, read for many at once; what nobody chose is as usual."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from rapport.notifications.kinds import Channel, Kind
from rapport.notifications.models import ChannelChoice
from rapport.notifications.timing import Calm, Wish
from rapport.people.middleware import zone_of
from rapport.people.models import Person


@dataclass(frozen=True)
class Wishes:
    """One person's wishes about one kind of news."""

    calm: Calm
    by_channel: dict[str, Wish] = field(default_factory=dict)

    @property
    def mail(self) -> Wish:
        return self.by_channel.get(Channel.MAIL, Wish.USUAL)

    def wants(self, channel: Channel) -> bool:
        return self.by_channel.get(channel, Wish.USUAL) is not Wish.NEVER


def calm_of(person: Person) -> Calm:
    """Her quiet hours in her own zone."""
    return Calm(zone_of(person), person.quiet_from, person.quiet_until, person.daily_at)


def wishes_of(people: Iterable[Person], kind: Kind) -> dict[UUID, Wishes]:
    """One query, however many people."""
    everybody = {person.pk: Wishes(calm_of(person)) for person in people}
    for choice in ChannelChoice.objects.filter(person__in=everybody, kind=kind):
        everybody[choice.person_id].by_channel[choice.channel] = Wish(choice.wish)
    return everybody


def chosen_by(person: Person) -> dict[tuple[Kind, Channel], Wish]:
    """All her choices here, for the page on which she makes them."""
    rows = ChannelChoice.objects.filter(person=person)
    return {(Kind(each.kind), Channel(each.channel)): Wish(each.wish) for each in rows}
