"""What is there before two people race: a relationship in the state that the race begins from."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from rapport.domain.ending import Next, Redefinition
from rapport.domain.formats import Format
from rapport.domain.permissions import Role
from rapport.domain.phases import Phase
from rapport.people.models import Person
from rapport.programmes.models import Intake
from rapport.relationships.actions.agreements import (
    Terms,
    draft_agreement,
    offer_agreement,
)
from rapport.relationships.actions.beginning import Seat, begin_relationship
from rapport.relationships.actions.decision_need import note_decision_need
from rapport.relationships.actions.drift import ask_pair
from rapport.relationships.actions.proposals import Offer, propose_times
from rapport.relationships.actions.winding_up import Choice
from rapport.relationships.models import (
    AgreementDraft,
    Relationship,
)
from tests.cast import Cast
from tests.sealing import Hands

DAY = timedelta(days=1)
FRIENDS = Choice(Next.INFORMAL, Redefinition.FRIENDSHIP)
WEEKLY = Terms(rhythm_days=7, minutes=45, until=date(2027, 6, 30))

type Act = Callable[["Scene", Relationship, Person], object]


@dataclass
class Scene:
    """Who there is, and what the race prepared for both."""

    cast: Cast
    given: dict[object, Any] = field(default_factory=dict)


# What is there before the start.


def nothing(scene: Scene) -> Relationship:
    seats = [Seat(scene.cast.ada, Role.MENTOR), Seat(scene.cast.ben, Role.MENTEE)]
    return begin_relationship(Intake.objects.get(), seats, by=None)


def group(scene: Scene) -> Relationship:
    cast = scene.cast
    seats = [Seat(cast.cora, Role.MENTOR), Seat(cast.ada, Role.MENTEE), Seat(cast.ben, Role.MENTEE)]
    return begin_relationship(Intake.objects.get(), seats, by=None, shaped=Format.GROUP)


def offered(scene: Scene) -> Relationship:
    it = nothing(scene)
    hands = Hands(it)
    draft_agreement(it, hands.sealed(scene.cast.ada, "agreement/1", {}), by=scene.cast.ada)
    revision = AgreementDraft.objects.get(relationship=it).words.revision
    agreement = offer_agreement(it, WEEKLY, revision=revision, by=scene.cast.ada)
    statement = bytes(agreement.statement)
    scene.given = {pk: key.sign_agreement(statement) for pk, key in hands.members.items()}
    return it


def asked(scene: Scene) -> Relationship:
    it = nothing(scene)
    note_decision_need(it)
    scene.given = {"question": ask_pair(it, timezone.localdate())}
    return it


def winding_up(scene: Scene) -> Relationship:
    it = nothing(scene)
    Relationship.objects.filter(pk=it.pk).update(phase=Phase.WINDING_UP)
    return it


def times_offered(scene: Scene) -> Relationship:
    it, now = nothing(scene), timezone.now()
    proposal = propose_times(it, Offer((now + DAY, now + 2 * DAY), 60), by=scene.cast.cora)
    first, second = proposal.times.values_list("pk", flat=True)
    scene.given = {scene.cast.ada.pk: first, scene.cast.ben.pk: second}
    return it


def cards_to_sort(scene: Scene) -> Relationship:
    it = nothing(scene)
    hands, both = Hands(it), (scene.cast.ada, scene.cast.ben)
    scene.given = {who.pk: hands.sealed(who, "values/1", {"x": who.name}) for who in both}
    return it
