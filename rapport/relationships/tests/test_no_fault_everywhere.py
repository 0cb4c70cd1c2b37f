"""Ending without fault: every format × phase × role, in two clicks, and the same way on for all."""

from dataclasses import dataclass

import pytest
from django.test import Client

from rapport.domain.ending import EndingKind
from rapport.domain.formats import SHAPES, Format, leaves_alone
from rapport.domain.permissions import Role
from rapport.domain.phases import Phase
from rapport.journal.models import Entry
from rapport.people.models import Person
from rapport.programmes.models import Intake
from rapport.relationships.actions.beginning import Seat, begin_relationship
from rapport.relationships.models import Participant, Relationship, TalkRequest
from tests.cast import Cast, browser_of

A, E, K, P = Role.MENTOR, Role.MENTEE, Role.CO_MENTOR, Role.PEER
SEATED: dict[Format, tuple[Role, ...]] = {
    Format.ONE_TO_ONE: (A, E),
    Format.TEAM: (A, E, K),
    Format.GROUP: (A, E, E),
    Format.THREAD: (A, E),
    Format.PEER: (P, P, P),
    Format.REVERSE: (A, E),
    Format.FLASH: (A, E),
}
BLAME = ("blame you", "fault of", "left you", "because of you", "rejected")


@dataclass(frozen=True)
class Case:
    """Who ends what, and from where."""

    format: Format
    phase: Phase
    role: Role

    @property
    def others_go_on(self) -> bool:
        others = list(SEATED[self.format])
        others.remove(self.role)
        return leaves_alone(SHAPES[self.format], self.role, others)


CASES = [
    Case(named, phase, role)
    for named, roles in SEATED.items()
    for phase in SHAPES[named].stations[:-1]
    for role in sorted(set(roles))
]


def begun(case: Case, cast: Cast) -> Relationship:
    """In its phase, as if they had walked there."""
    people = (cast.ada, cast.ben, cast.sam)
    roles = SEATED[case.format]
    seats = [Seat(who, role) for who, role in zip(people, roles, strict=False)]
    it = begin_relationship(Intake.objects.get(), seats, by=None, shaped=case.format)
    it.phase = case.phase
    it.save()
    return it


def who_ends(case: Case, it: Relationship) -> Participant:
    return it.participants.filter(role=case.role).select_related("person").order_by("pk")[0]


def one_click(browser: Client, it: Relationship) -> str:
    """The way out stands on the first page, and says where it leads."""
    page = browser.get(f"/relationships/{it.code}/")
    address = f"/relationships/{it.code}/ending/"
    assert f'{address}"' in page.text
    asked = browser.get(address)
    assert asked.status_code == 200
    return asked.text


@pytest.mark.parametrize("case", CASES, ids=lambda case: "-".join(vars(case).values()))
def test_two_clicks_end_it_from_every_phase_in_every_format(
    case: Case, here: Relationship, cast: Cast
) -> None:
    it = begun(case, cast)
    me = who_ends(case, it).person
    with browser_of(me, cast.organisation) as browser:
        question = one_click(browser, it)
        assert ("data-others-go-on" in question) is case.others_go_on
        assert "<textarea" not in question
        assert "<select" not in question
        answer = browser.post(f"/relationships/{it.code}/ending/")
    assert answer.status_code == 302
    after = Relationship.objects.get(pk=it.pk)
    assert after.is_closed is not case.others_go_on
    if not case.others_go_on:
        assert after.ending.kind == EndingKind.NO_FAULT
        the_way_on_is_the_same(after, cast, me)
    nothing_is_told_but_that_it_ended(it)


def the_way_on_is_the_same(it: Relationship, cast: Cast, who_left: Person) -> None:
    """All read the same page, all can wish anew, all can still ask for a talk."""
    pages = set()
    for each in it.participants.select_related("person"):
        with browser_of(each.person, cast.organisation) as browser:
            page = browser.get(f"/relationships/{it.code}/ending/")
            assert "The way on, the same for all of you" in page.text
            assert not [word for word in BLAME if word in page.text]
            pages.add(page.context["ending"].rematch_from)
            assert browser.post(f"/relationships/{it.code}/ending/rematch").status_code == 302
            browser.post(f"/relationships/{it.code}/talk/")
    assert len(pages) == 1
    assert it.ending.rematch_wishes.count() == it.participants.count()
    assert TalkRequest.objects.filter(relationship=it).count() == it.participants.count()


def nothing_is_told_but_that_it_ended(it: Relationship) -> None:
    """The history knows that, when and by whom; there is no place for a reason."""
    told = Entry.objects.filter(
        relationship_id=it.pk, event__in=("RelationshipEnded", "MemberLeft")
    )
    assert told.count() == 1
    values = told[0].values
    assert set(values) <= {"relationship", "ending", "departure", "by"}


@pytest.mark.parametrize("named", [each for each in SEATED if each is not Format.THREAD])
def test_a_quiet_request_is_open_in_every_format_and_the_others_learn_nothing(
    named: Format, here: Relationship, cast: Cast
) -> None:
    it = begun(Case(named, Phase.RAPPORT, SEATED[named][0]), cast)
    others = [each.person for each in it.participants.exclude(person=cast.ada)]
    before = [history_seen_by(each, it, cast) for each in others]
    with browser_of(cast.ada, cast.organisation) as browser:
        assert f"/relationships/{it.code}/talk/" in browser.get(f"/relationships/{it.code}/").text
        assert browser.post(f"/relationships/{it.code}/talk/").status_code == 302
    assert TalkRequest.objects.filter(relationship=it, person=cast.ada).count() == 1
    assert [history_seen_by(each, it, cast) for each in others] == before


def history_seen_by(person: Person, it: Relationship, cast: Cast) -> list[str]:
    with browser_of(person, cast.organisation) as browser:
        page = browser.get(f"/relationships/{it.code}/")
    return [str(each) for each in page.context["history"]]
