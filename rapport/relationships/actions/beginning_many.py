"""Many pairs begin at once, in as many statements as one; the same rows as one by one."""

from collections.abc import Iterable

from django.db import transaction

from rapport.domain.events import RelationshipBegan
from rapport.domain.formats import SHAPES, Format
from rapport.journal.recording import record_all
from rapport.people.models import Person
from rapport.programmes.models import Intake
from rapport.relationships.actions.beginning import Seat, safeguarding_leads
from rapport.relationships.models import Participant, Relationship
from rapport.sealed.models import Space, SpaceMember

type Pair = tuple[Seat, Seat]


@transaction.atomic
def begin_pairs(
    intake: Intake,
    pairs: Iterable[Pair],
    *,
    by: Person | None,
    shaped: Format = Format.ONE_TO_ONE,
) -> list[Relationship]:
    """One relationship a pair, in their order; their spaces stay empty until browsers fill them."""
    house = {"organisation_id": intake.organisation_id}
    first = {
        "format": shaped,
        "phase": SHAPES[shaped].stations[0],
        "rhythm_days": intake.programme.rhythm_days,
    }
    seated = [(Relationship(intake=intake, **first, **house), pair) for pair in pairs]
    for relationship, _pair in seated:
        relationship.space = Space(kind=Space.Kind.RELATIONSHIP, **house)
    begun = [relationship for relationship, _pair in seated]
    Space.objects.bulk_create(each.space for each in begun)
    Relationship.objects.bulk_create(begun)
    seats = [(relationship, seat) for relationship, pair in seated for seat in pair]
    SpaceMember.objects.bulk_create(
        SpaceMember(space=relationship.space, person=seat.person, **house)
        for relationship, seat in seats
    )
    leads = safeguarding_leads(intake.programme)
    SpaceMember.objects.bulk_create(
        SpaceMember(space=relationship.space, person=lead, safeguards=True, **house)
        for relationship, pair in seated
        for lead in leads
        if lead not in {seat.person for seat in pair}
    )
    Participant.objects.bulk_create(
        Participant(relationship=relationship, **vars(seat), **house)
        for relationship, seat in seats
    )
    who = by.pk if by else None
    record_all(RelationshipBegan(relationship=each.pk, by=who) for each in begun)
    return begun
