"""What changed in skills: for the person alone, and lent of her own will only from five up."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.utils import timezone

from rapport.domain.competencies import Moment
from rapport.domain.permissions import Role
from rapport.domain.phases import Phase
from rapport.domain.refusals import AlreadyDone, NotAcceptable
from rapport.domain.waves import NO_CHANGE, THEMES, Subject, change_of, first_of_wave
from rapport.evaluation.waves.actions import close_wave, lend_figures
from rapport.evaluation.waves.models import PoolFigures, WaveRelease
from rapport.evaluation.waves.pages import HIDDEN
from rapport.evaluation.waves.queries import waves_to_close
from rapport.organisations.models import Membership
from rapport.organisations.tenancy import tenant
from rapport.people.models import Person
from rapport.programmes.models import Intake, Programme
from rapport.relationships.actions.beginning import Seat, begin_relationship
from rapport.relationships.actions.competencies import Look, view_competencies
from rapport.relationships.models import Relationship
from tests.cast import Cast, browser_of, person
from tests.sealing import Hands

SUBJECT = Subject.RAPPORT
TODAY = timezone.localdate()
NOW = first_of_wave(TODAY, SUBJECT)


def changes(steps: int = 1) -> dict[str, int]:
    return dict.fromkeys(THEMES[SUBJECT], NO_CHANGE + steps)


@pytest.fixture
def here(cast: Cast, relationship: Relationship) -> Iterator[Relationship]:
    with tenant(cast.organisation):
        yield relationship


def lend_all(cast: Cast, intake: Intake, many: int) -> Programme:
    """So many relationships in which both lend; they do not all say the same."""
    for number in range(many):
        people = [person(f"{side}{number}") for side in ("Mentor", "Mentee")]
        for each in people:
            Membership.objects.create(person=each)
        seats = [Seat(people[0], Role.MENTOR), Seat(people[1], Role.MENTEE)]
        begun = begin_relationship(intake, seats, by=cast.cora)
        for place, each in enumerate(people):
            lend_figures(begun, changes((number + place) % 3), SUBJECT, by=each)
    return intake.programme


def page_of(cast: Cast, programme: Programme) -> str:
    with browser_of(cast.cora, cast.organisation) as cora:
        return cora.get(f"/programmes/{programme.slug}/feels/").text


@pytest.mark.parametrize(
    ("start", "end", "figure"), [(3, 3, 3), (2, 4, 5), (4, 3, 2), (1, 5, 5), (5, 1, 1)]
)
def test_a_change_is_said_around_the_middle_of_the_scale(start: int, end: int, figure: int) -> None:
    assert change_of(start, end) == figure


def test_a_wave_of_skills_takes_half_a_year() -> None:
    days = {date(2026, 1, 1): 1, date(2026, 6, 30): 1, date(2026, 7, 1): 7, date(2026, 12, 31): 7}
    for day, month in days.items():
        assert first_of_wave(day, SUBJECT) == date(2026, month, 1)
        assert first_of_wave(day, Subject.PULSE) == day.replace(day=1)


def test_it_is_closed_when_the_half_year_is_over_and_not_before(
    cast: Cast, here: Relationship
) -> None:
    lend_figures(here, changes(), SUBJECT, by=cast.ben)
    last = NOW.replace(month=NOW.month + 5, day=28)
    assert waves_to_close(last) == []
    assert waves_to_close(date(NOW.year + 1, 1, 1)) == [(here.intake.programme, NOW, SUBJECT)]


def test_five_relationships_show_what_changed_and_name_nobody(
    cast: Cast, here: Relationship
) -> None:
    programme = lend_all(cast, here.intake, 6)
    close_wave(programme, NOW, SUBJECT)
    page = page_of(cast, programme)
    assert "What changed in the skills of “Rapport”" in page
    assert "+1.0" in page
    assert "Mentor1" not in page
    assert "<meter" not in page  # a change has no place on a scale from 1 to 5
    assert not PoolFigures.objects.exists()


def test_four_relationships_show_nothing_of_it(cast: Cast, here: Relationship) -> None:
    programme = lend_all(cast, here.intake, 4)
    close_wave(programme, NOW, SUBJECT)
    assert not WaveRelease.objects.exists()
    assert page_of(cast, programme).count(HIDDEN) == 3 * len(THEMES[SUBJECT])


def test_it_is_lent_once_and_only_whole(cast: Cast, here: Relationship) -> None:
    with pytest.raises(NotAcceptable):
        lend_figures(here, {"empathy": 4}, SUBJECT, by=cast.ben)
    lend_figures(here, changes(), SUBJECT, by=cast.ben)
    with pytest.raises(AlreadyDone, match="already"):
        lend_figures(here, changes(2), SUBJECT, by=cast.ben)
    lend_figures(here, dict.fromkeys(THEMES[Subject.DIRECTION], 3), Subject.DIRECTION, by=cast.ben)


def look_twice(here: Relationship, who: Person) -> list[str]:
    """The envelopes of both looks, which are hers alone."""
    hands = Hands.at_journal(who)
    envelopes = []
    for moment in Moment:
        words = hands.sealed(who, "competencies/1", dict.fromkeys(THEMES[SUBJECT], "3"))
        view = view_competencies(here, Look(who, Phase.RAPPORT, moment), words, by=who)
        envelopes.append(view.words.newest.base64)
    return envelopes


def test_what_changed_is_shown_to_the_person_and_lent_by_her_alone(
    cast: Cast, here: Relationship
) -> None:
    path = f"/relationships/{here.code}/competencies/rapport/pool/"
    with browser_of(cast.ben, cast.organisation) as ben:
        assert "Look at yourself at the start" in ben.get(path).text
        envelopes = look_twice(here, cast.ben)
        assert all(each in ben.get(path).text for each in envelopes)
        assert path in ben.get(f"/relationships/{here.code}/competencies/").text
        assert ben.post(path, changes()).status_code == 302
        assert "You have lent what changed" in ben.get(path).text
        assert ben.get(path.replace("rapport", "closed")).status_code == 404
    with browser_of(cast.ada, cast.organisation) as ada:
        page = ada.get(path).text
        assert not any(each in page for each in envelopes)
