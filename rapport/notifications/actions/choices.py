"""Somebody says how she wants to hear of what."""

from collections.abc import Iterable, Mapping

from django.db import transaction

from rapport.notifications.choices import chosen_by
from rapport.notifications.kinds import Channel, Kind
from rapport.notifications.models import ChannelChoice
from rapport.notifications.timing import Calm, Wish
from rapport.people.models import Person

type Chosen = Mapping[tuple[Kind, Channel], Wish]


@transaction.atomic
def choose_channels(chosen: Chosen, calm: Calm, *, by: Person) -> None:
    """Keeps what differs from before. Quiet hours hold wherever she takes part."""
    before = chosen_by(by)
    for (kind, channel), wish in chosen.items():
        if wish is not before.get((kind, channel), Wish.USUAL):
            keep_choice(by, kind, channel, wish)
    by.quiet_from, by.quiet_until, by.daily_at = calm.quiet_from, calm.quiet_until, calm.daily_at
    by.save(update_fields=["quiet_from", "quiet_until", "daily_at"])


@transaction.atomic
def stop_mails(person: Person, kinds: Iterable[Kind]) -> None:
    """No more mails of these kinds; stopped twice, they are stopped. The bell goes on."""
    for kind in kinds:
        keep_choice(person, kind, Channel.MAIL, Wish.NEVER)


def keep_choice(person: Person, kind: Kind, channel: Channel, wish: Wish) -> None:
    ChannelChoice.objects.update_or_create(
        person=person, kind=kind, channel=channel, defaults={"wish": wish}
    )
