"""Coordinators hear of pooled figures once there is something to read, and nobody else does."""

from rapport.domain.events import WavePublished
from rapport.evaluation.waves.actions import close_wave
from rapport.evaluation.waves.tests.test_waves import MONTH, pairs_lend
from rapport.journal.models import Entry
from rapport.journal.recording import event_of
from rapport.notifications.listeners import tell_people
from rapport.notifications.models import Notification
from rapport.notifications.wording import News, news_of
from rapport.organisations.tenancy import tenant
from rapport.people.models import Person
from rapport.relationships.models import Relationship
from tests.cast import Cast


def news_for(reader: Person) -> list[News]:
    for entry in Entry.objects.filter(event=WavePublished.name()):
        tell_people(event_of(entry))
    return news_of(list(Notification.objects.filter(person=reader)), reader)


def test_coordinators_are_told_once_there_is_something_to_read(
    cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        programme = pairs_lend(cast, relationship, 6)
        close_wave(programme, MONTH)
        (news,) = news_for(cast.cora)
        assert news_for(cast.ada) == []
    assert news.subject == f"New pooled figures of {programme}"
    assert news.path.endswith(f"/programmes/{programme.slug}/feels/")


def test_nobody_is_told_of_a_month_that_shows_nothing(
    cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        close_wave(pairs_lend(cast, relationship, 4), MONTH)
        assert news_for(cast.cora) == []
