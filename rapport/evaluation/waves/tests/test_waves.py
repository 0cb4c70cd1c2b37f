"""Lending figures and closing months: what is kept, what is published, and who may look."""

from datetime import date, timedelta
from unittest.mock import patch

import pytest
from django.utils import timezone

from rapport.domain.permissions import Role
from rapport.domain.refusals import AlreadyDone, NotAcceptable
from rapport.domain.waves import POOLED, Group, first_of_month
from rapport.evaluation.waves.actions import close_wave, lend_figures
from rapport.evaluation.waves.models import PoolFigures, PoolGift, Wave, WaveRelease
from rapport.evaluation.waves.pages import HIDDEN
from rapport.evaluation.waves.tasks import close_waves_of_organisation
from rapport.organisations.models import Membership
from rapport.organisations.tenancy import tenant
from rapport.programmes.models import Programme
from rapport.relationships.actions.beginning import Seat, begin_relationship
from rapport.relationships.models import Relationship
from tests.cast import Cast, browser_of, person

MONTH = first_of_month(timezone.localdate())


def figures(value: int = 4) -> dict[str, int]:
    return dict.fromkeys(POOLED, value)


def pairs_lend(cast: Cast, relationship: Relationship, many: int, value: int = 4) -> Programme:
    """So many more pairs, each of whom lends; a varied third figure keeps them from being alike."""
    for number in range(many):
        mentor, mentee = person(f"Mentor{number}"), person(f"Mentee{number}")
        for each in (mentor, mentee):
            Membership.objects.create(person=each)
        pair = begin_relationship(
            relationship.intake,
            [Seat(mentor, Role.MENTOR), Seat(mentee, Role.MENTEE)],
            by=cast.cora,
        )
        lend_figures(pair, figures(value - number % 2), by=mentor)
        lend_figures(pair, figures(value), by=mentee)
    return relationship.intake.programme


def test_what_was_lent_stands_beside_nobody(cast: Cast, relationship: Relationship) -> None:
    with tenant(cast.organisation):
        lend_figures(relationship, figures(), by=cast.ben)
        gift, lent = PoolGift.objects.get(), PoolFigures.objects.get()
    columns = {field.name for field in PoolFigures._meta.local_fields}
    assert columns == {"id", "organisation", "programme", "month", "subject", "role", "figures"}
    assert (gift.person, gift.month, lent.month.day) == (cast.ben, MONTH, 1)
    assert gift.pk != lent.pk


def test_a_month_takes_one_gift_of_each(cast: Cast, relationship: Relationship) -> None:
    with tenant(cast.organisation):
        lend_figures(relationship, figures(), by=cast.ben)
        with pytest.raises(AlreadyDone, match="Next month"):
            lend_figures(relationship, figures(2), by=cast.ben)
        assert PoolFigures.objects.count() == 1


def test_what_is_no_answer_is_refused(cast: Cast, relationship: Relationship) -> None:
    with tenant(cast.organisation), pytest.raises(NotAcceptable):
        lend_figures(relationship, {"respect": 9}, by=cast.ben)


def test_a_closed_month_publishes_coarsely_and_keeps_no_figure(
    cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        programme = pairs_lend(cast, relationship, 6)
        close_wave(programme, MONTH)
        assert not PoolFigures.objects.exists()
        assert PoolGift.objects.count() == 12
        shown = {each.group: each for each in WaveRelease.objects.all()}
    assert set(shown) == set(Group)
    assert shown["everybody"].figures["respect"] == 4.0
    assert (shown["everybody"].band, shown["mentors"].band) == ("10–19", "5–9")
    assert shown["everybody"].share == 90


def test_fewer_than_five_pairs_publish_nothing_and_it_is_said_alike(
    cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        programme = pairs_lend(cast, relationship, 4)
        close_wave(programme, MONTH)
        assert not WaveRelease.objects.exists()
    with browser_of(cast.cora, cast.organisation) as cora:
        page = cora.get(f"/programmes/{programme.slug}/feels/").content.decode()
    assert page.count(HIDDEN) == 12


def test_what_everybody_says_alike_is_not_published(cast: Cast, relationship: Relationship) -> None:
    with tenant(cast.organisation):
        programme = pairs_lend(cast, relationship, 6, value=5)
        PoolFigures.objects.update(figures=figures(5))
        close_wave(programme, MONTH)
        assert not WaveRelease.objects.exists()


def test_a_closed_month_stays_closed_and_never_changes(
    cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        programme = pairs_lend(cast, relationship, 6)
        assert close_wave(programme, MONTH)
        assert close_wave(programme, MONTH) is None
        with pytest.raises(AlreadyDone):
            lend_figures(relationship, figures(), by=cast.ben)
        assert Wave.objects.count() == 1


def test_one_who_left_hides_the_next_month(cast: Cast, relationship: Relationship) -> None:
    later = first_of_month(MONTH + timedelta(days=40))
    with tenant(cast.organisation):
        programme = pairs_lend(cast, relationship, 6)
        close_wave(programme, MONTH)
        again = list(PoolGift.objects.all())
        for gift in again[1:]:
            PoolGift.objects.create(
                person=gift.person,
                relationship=gift.relationship,
                programme=programme,
                month=later,
                role=gift.role,
            )
            PoolFigures.objects.create(
                programme=programme, month=later, role=gift.role, figures=figures(3)
            )
        close_wave(programme, later)
        groups = set(WaveRelease.objects.filter(wave__month=later).values_list("group", flat=True))
    left = again[0].role
    assert groups == {"mentees" if left == "mentor" else "mentors"}


def test_the_clock_closes_what_is_over_and_nothing_else(
    cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        pairs_lend(cast, relationship, 6)
    close_waves_of_organisation(organisation=str(cast.organisation.pk))
    with tenant(cast.organisation):
        assert not Wave.objects.exists()
    later = date(2099, 1, 2)
    with patch("rapport.evaluation.waves.closing.timezone.localdate", return_value=later):
        for _again in range(2):
            close_waves_of_organisation(organisation=str(cast.organisation.pk))
    with tenant(cast.organisation):
        assert Wave.objects.count() == 1


def test_the_page_says_figures_in_bands_and_names_nobody(
    cast: Cast, relationship: Relationship
) -> None:
    with tenant(cast.organisation):
        programme = pairs_lend(cast, relationship, 6)
        close_wave(programme, MONTH)
    with browser_of(cast.cora, cast.organisation) as cora:
        page = cora.get(f"/programmes/{programme.slug}/feels/").content.decode()
        assert "5–9 people" in page
        assert "about 90 % of them all" in page
        assert "Mentor1" not in page


def test_a_member_lends_on_her_page_once(cast: Cast, relationship: Relationship) -> None:
    with browser_of(cast.ben, cast.organisation) as ben:
        path = f"/relationships/{relationship.code}/pulse/pool/"
        assert "Take the pulse first" in ben.get(path).content.decode()
        assert ben.post(path, figures()).status_code == 302
        assert "You have lent figures to this month" in ben.get(path).content.decode()
        refused = ben.post(path, {"respect": 3})
        assert refused.status_code == 200
