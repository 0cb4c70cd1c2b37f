"""Looks at skills: mine are mine alone, what others say of me comes once I have looked myself."""

import pytest
from django.utils import timezone

from rapport.domain.competencies import Moment
from rapport.domain.formats import Format
from rapport.domain.next_step import LOOK_AT_SKILLS
from rapport.domain.permissions import Act, Role
from rapport.domain.phases import Phase
from rapport.domain.refusals import NotAcceptable, NotNow
from rapport.people.models import Person
from rapport.relationships.access import standing_for
from rapport.relationships.actions.competencies import Look, view_competencies
from rapport.relationships.models import CompetencyView, Meeting, PhaseChange, Relationship
from rapport.relationships.queries.competencies import owes_view, partners_of, views_for
from rapport.relationships.queries.turns import prefetched, situation_of
from tests.cast import Cast, browser_of
from tests.sealing import Hands

SKILLS = {"empathy": "3", "active_listening": "4"}


@pytest.fixture
def hands(here: Relationship) -> Hands:
    return Hands(here)


def look(
    here: Relationship, hands: Hands, by: Person, about: Person, moment: Moment = Moment.START
) -> CompetencyView:
    own = Hands.at_journal(by) if by == about else hands
    words = own.sealed(by, "competencies/1", SKILLS)
    return view_competencies(here, Look(about, Phase.RAPPORT, moment), words, by=by)


def page_of(who: Person, here: Relationship, cast: Cast, more: str = "") -> str:
    with browser_of(who, cast.organisation) as browser:
        answer = browser.get(f"/relationships/{here.code}/competencies/{more}")
    assert answer.status_code == 200
    return answer.text


def test_what_i_see_of_myself_lies_in_my_own_journal(
    here: Relationship, cast: Cast, hands: Hands
) -> None:
    view = look(here, hands, cast.ben, cast.ben)
    assert view.words.space != here.space
    assert view.words.newest.base64 in page_of(cast.ben, here, cast)
    for who in (cast.ada,):
        for more in ("", "rapport/start"):
            assert view.words.newest.base64 not in page_of(who, here, cast, more)


def test_what_the_other_sees_of_me_comes_once_i_have_looked(
    here: Relationship, cast: Cast, hands: Hands
) -> None:
    view = look(here, hands, cast.ada, cast.ben)
    envelope = view.words.newest.base64
    assert view.words.space == here.space
    assert envelope not in page_of(cast.ben, here, cast)
    look(here, hands, cast.ben, cast.ben)
    assert envelope in page_of(cast.ben, here, cast)
    assert envelope in page_of(cast.ada, here, cast, "rapport/start")


def test_looking_at_the_end_does_not_open_what_was_said_at_the_start(
    here: Relationship, cast: Cast, hands: Hands
) -> None:
    envelope = look(here, hands, cast.ada, cast.ben).words.newest.base64
    look(here, hands, cast.ben, cast.ben, Moment.END)
    assert envelope not in page_of(cast.ben, here, cast)


def test_it_has_its_time(here: Relationship, cast: Cast, hands: Hands) -> None:
    Relationship.objects.filter(pk=here.pk).update(phase=Phase.DIRECTION)
    here.refresh_from_db()
    with pytest.raises(NotNow):
        look(here, hands, cast.ada, cast.ben)
    assert not CompetencyView.objects.exists()


def test_nobody_looks_at_somebody_who_is_not_in_it(
    here: Relationship, cast: Cast, hands: Hands
) -> None:
    with pytest.raises(NotAcceptable):
        look(here, hands, cast.ada, cast.cora)


def test_no_answer_stands_in_an_open_column(here: Relationship, cast: Cast, hands: Hands) -> None:
    look(here, hands, cast.ben, cast.ben)
    assert set(CompetencyView.objects.values().get()) == {
        "id", "organisation_id", "relationship_id", "phase", "moment", "person_id", "about_id",
        "words_id", "on",
    }  # fmt: skip


def test_a_look_is_the_next_step_when_nothing_else_is(
    here: Relationship, cast: Cast, hands: Hands
) -> None:
    Meeting.objects.create(
        relationship=here, starts_at=timezone.now(), called_by=cast.ben, held_at=timezone.now()
    )
    assert situation_of(prefetched(here), cast.ben.pk, timezone.now()).my_look_is_open
    look(here, hands, cast.ben, cast.ben)
    assert not situation_of(prefetched(here), cast.ben.pk, timezone.now()).my_look_is_open
    assert LOOK_AT_SKILLS.waiting == ""


def test_a_phase_gone_through_is_looked_at_once_more(
    here: Relationship, cast: Cast, hands: Hands
) -> None:
    look(here, hands, cast.ben, cast.ben)
    PhaseChange.objects.create(relationship=here, origin=Phase.RAPPORT, to=Phase.DIRECTION)
    Relationship.objects.filter(pk=here.pk).update(phase=Phase.DIRECTION)
    here.refresh_from_db()
    assert owes_view(prefetched(here), cast.ben.pk)
    standing = standing_for(cast.ben, here.code, to=Act.VIEW_COMPETENCIES)
    assert [each.phase for each in views_for(standing)] == [Phase.RAPPORT, Phase.DIRECTION]


# Roles of Ada, Ben and Cora; the format; whom Ada looks at.
PARTNERS = [
    (Format.TEAM, (Role.MENTOR, Role.MENTEE, Role.CO_MENTOR), {"Ben"}),
    (Format.PEER, (Role.PEER, Role.PEER, Role.PEER), {"Ben", "Cora"}),
    (Format.GROUP, (Role.MENTOR, Role.MENTEE, Role.MENTEE), set()),
]


@pytest.mark.parametrize(("kind", "roles", "names"), PARTNERS)
def test_whom_one_looks_at_depends_on_the_format(
    kind: Format, roles: tuple[Role, ...], names: set[str], here: Relationship, cast: Cast
) -> None:
    here.participants.all().delete()
    for who, role in zip((cast.ada, cast.ben, cast.cora), roles, strict=True):
        here.participants.create(person=who, role=role)
    Relationship.objects.filter(pk=here.pk).update(format=kind)
    standing = standing_for(cast.ada, here.code, to=Act.VIEW_COMPETENCIES)
    assert {each.person.name for each in partners_of(standing)} == names


def test_the_forms_seal_and_come_back(here: Relationship, cast: Cast, hands: Hands) -> None:
    url = f"/relationships/{here.code}/competencies/rapport/start"
    own = Hands.at_journal(cast.ben).seal(cast.ben, "competencies/1", SKILLS)
    shared = hands.seal(cast.ben, "competencies/1", SKILLS)
    with browser_of(cast.ben, cast.organisation) as ben:
        ben.post(url, {"words": own, "about": str(cast.ben.pk)})
        ben.post(url, {"words": shared, "about": str(cast.ada.pk)})
        assert ben.post(url, {"words": shared, "about": str(cast.cora.pk)}).status_code == 200
        assert ben.get(url.replace("start", "middle")).status_code == 404
        assert ben.get(url.replace("rapport", "closed")).status_code == 404
    assert CompetencyView.objects.count() == 2
