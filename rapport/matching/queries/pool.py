"""Who is free for a pair in an intake, as the engine wants to know it.

Knows sign-ups, places that are taken, and who was a pair before. Judges nobody.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db.models import Exists, OuterRef
from django.utils import timezone

from rapport.domain.ending import rematch_from
from rapport.domain.formats import Shape
from rapport.domain.permissions import Role
from rapport.matching.engine import Capacity, Person, Pool
from rapport.matching.queries.answers import (
    Question,
    given_by,
    leading_number,
    questions_in,
    typed,
    utc_offset,
)
from rapport.matching.queries.criteria import settings_of
from rapport.matching.queries.said import Said, said_in
from rapport.programmes.models import Enrolment, Intake
from rapport.programmes.queries import waiting_for_a_place
from rapport.relationships.models import Departure, Participant, RematchWish

type Pair = tuple[str, str]
"""(mentee's sign-up, mentor's sign-up) by number, as the engine orders them."""


@dataclass(frozen=True)
class Places:
    """Taken places by sign-up and side, and all pairs that ever were."""

    taken: Counter[tuple[str, Role]]
    pairs: frozenset[Pair]


@dataclass(frozen=True)
class Ground:
    """What everybody of an intake is seen against."""

    places: Places
    questions: Mapping[str, Question]
    said: Said
    shown: frozenset[str]
    day: date
    shape: Shape


def pool_of(
    intake: Intake,
    *,
    locked: Iterable[Pair] = (),
    forbidden: Iterable[Pair] = (),
    today: date | None = None,
) -> Pool:
    """Everybody who is free today; whoever is both mentor and mentee stands on both sides."""
    people = list(intake.enrolments.filter(withdrawn_at=None).order_by("pk"))
    ground = ground_of(intake, people, today or timezone.localdate())
    waiting, has_sides = waiting_for_a_place(intake), intake.shape.has_sides
    mentees = [
        person_of(each, Role.MENTEE, ground)
        for each in people
        if (each.is_mentee or not has_sides) and each.pk not in waiting
    ]
    mentors = [
        person_of(each, Role.MENTOR, ground)
        for each in people
        if each.is_mentor or not (has_sides or each.pk in waiting)
    ]
    pool = Pool(mentees=tuple(filter(None, mentees)), mentors=tuple(filter(None, mentors)))
    here = {person.id for person in pool.everybody()}
    never = {pair for pair in ground.places.pairs.union(forbidden) if here.issuperset(pair)}
    return replace(pool, locked=frozenset(locked), forbidden=frozenset(never))


def ground_of(intake: Intake, people: list[Enrolment], today: date) -> Ground:
    return Ground(
        places_in(intake, today),
        questions_in(people),
        said_in(intake),
        frozenset(settings_of(intake.programme).shown),
        intake.starts_on,
        intake.shape,
    )


def person_of(enrolment: Enrolment, side: Role, ground: Ground) -> Person | None:
    """The sign-up on one side; None when all the places that were wanted are taken."""
    wanted, number = wanted_by(enrolment, side, ground.shape), str(enrolment.pk)
    free = free_places(wanted, number, side, ground)
    if wanted and free < 1:
        return None
    return Person(
        id=number,
        capacity=capacity_of(free, side, ground.shape),
        topics=frozenset(enrolment.topics),
        experience=leading_number(enrolment.stage),
        line=tuple(enrolment.never_with),
        known_as=frozenset(filter(None, (enrolment.name, enrolment.email))),
        languages=frozenset(enrolment.languages),
        site=enrolment.site or None,
        utc_offset=utc_offset(enrolment.time_zone, ground.day) if enrolment.time_zone else None,
        wishes=ground.said.wishes.get((number, side), ()),
        vetoes=ground.said.vetoes.get(number, frozenset()),
        answers=typed(given_by(enrolment), ground.questions),
        shareable=ground.shown,
    )


def wanted_by(enrolment: Enrolment, side: Role, shape: Shape) -> int:
    """How many partners somebody takes: as she said, or what is usual in the format."""
    said = enrolment.mentors_wanted if side is Role.MENTEE else enrolment.mentees_wanted
    if not shape.has_sides:
        return 1
    wanted = shape.usual(side) if said is None else said
    gathers = shape.gathering
    return min(wanted, gathers.most) if gathers and gathers.around is side else wanted


def free_places(wanted: int, number: str, side: Role, ground: Ground) -> int:
    """How many of them are left; whoever has a circle around her takes no second one."""
    taken = ground.places.taken
    if not ground.shape.has_sides:
        return wanted - taken[number, Role.MENTEE] - taken[number, Role.MENTOR]
    if (gathers := ground.shape.gathering) and gathers.around is side:
        return 0 if taken[number, side] else wanted
    return wanted - taken[number, side]


def capacity_of(free: int, side: Role, shape: Shape) -> Capacity:
    """A mentee takes one mentor at once; around whom others gather takes as many as it needs."""
    if (gathers := shape.gathering) and gathers.around is side:
        return Capacity(least=min(gathers.least, free) if side is Role.MENTOR else 0, most=free)
    return Capacity(most=min(free, 1) if side is Role.MENTEE or not shape.has_sides else free)


def places_in(intake: Intake, today: date) -> Places:
    """Two queries. A place stays taken after an early ending until the pause is over and the
    person wishes a new match; after an ending together it stays taken. Whoever stepped out of a
    circle rests for the same pause."""
    wished = RematchWish.objects.filter(
        ending__relationship=OuterRef("relationship"), person=OuterRef("person")
    )
    taking_part = list(
        Participant.objects.filter(enrolment__intake=intake)
        .select_related("relationship__ending")
        .annotate(wishes=Exists(wished))
    )
    taken = Counter(
        (str(each.enrolment_id), side_of(each)) for each in taking_part if keeps_place(each, today)
    )
    taken.update(resting_in(intake, today))
    return Places(taken, frozenset(pairs_of(taking_part)))


def resting_in(intake: Intake, today: date) -> Iterator[tuple[str, Role]]:
    """Those who stepped out of a circle, while their pause lasts."""
    pause = timedelta(days=intake.programme.rematch_pause_days)
    for each in Departure.objects.filter(enrolment__intake=intake):
        if today < rematch_from(timezone.localdate(each.at), pause):
            yield str(each.enrolment_id), side_of(each)


def side_of(participant: Participant | Departure) -> Role:
    return Role.MENTEE if participant.role == Role.MENTEE else Role.MENTOR


def keeps_place(participant: Participant, today: date) -> bool:
    ending = getattr(participant.relationship, "ending", None)
    if ending is None or ending.rematch_from is None:
        return True
    return not participant.wishes or today < ending.rematch_from  # type: ignore[attr-defined]  # annotated


def pairs_of(taking_part: Iterable[Participant]) -> Iterable[Pair]:
    """Each mentee with each mentor of her relationships."""
    sides: dict[object, dict[Role, list[str]]] = {}
    for each in taking_part:
        here = sides.setdefault(each.relationship_id, {Role.MENTEE: [], Role.MENTOR: []})
        here[side_of(each)].append(str(each.enrolment_id))
    for here in sides.values():
        yield from ((one, other) for one in here[Role.MENTEE] for other in here[Role.MENTOR])
