"""Lots: drawn once among those who wish, checkable by anybody, and who waits moves up."""

from hashlib import sha256

import pytest
from django.core import mail
from django.test import Client

from config.tasks import tell_listeners
from rapport.domain.refusals import AlreadyDone, NotNow
from rapport.journal.models import Entry
from rapport.organisations.tenancy import tenant
from rapport.programmes.actions.draw import draw_lots, in_order_of_lots, move_up
from rapport.programmes.actions.enrolment import withdraw_enrolment
from rapport.programmes.models import Draw, Enrolment, Intake
from rapport.programmes.queries import waiting_for_a_place
from tests.cast import Cast


def sign_up(intake: Intake, role: str, count: int, places: int = 1) -> None:
    Enrolment.objects.bulk_create(
        Enrolment(
            intake=intake,
            organisation_id=intake.organisation_id,
            email=f"{role}{n}@example.org",
            role=role,
            mentees_wanted=places if role == "mentor" else None,
        )
        for n in range(count)
    )


def test_as_many_are_drawn_as_there_are_places(intake: Intake, cast: Cast) -> None:
    with tenant(cast.organisation):
        sign_up(intake, "mentor", 2, places=2)
        sign_up(intake, "mentee", 10)
        draw = draw_lots(intake, by=cast.cora)
        lots = list(draw.lots.all())
    assert [lot.place for lot in lots] == list(range(1, 11))
    assert sum(lot.is_drawn for lot in lots) == 4


def test_anybody_can_work_out_again_how_the_lots_fell(intake: Intake, cast: Cast) -> None:
    with tenant(cast.organisation):
        sign_up(intake, "mentor", 1)
        sign_up(intake, "mentee", 6)
        draw = draw_lots(intake, by=cast.cora)
        order = [str(lot.enrolment_id) for lot in draw.lots.all()]
    digests = [sha256(f"{draw.seed}{number}".encode()).hexdigest() for number in order]
    assert digests == sorted(digests)


def test_where_there_are_places_for_all_nothing_is_drawn(intake: Intake, cast: Cast) -> None:
    with tenant(cast.organisation):
        sign_up(intake, "mentor", 3)
        sign_up(intake, "mentee", 3)
        with pytest.raises(NotNow):
            draw_lots(intake, by=cast.cora)


def test_who_waits_moves_up_once(intake: Intake, cast: Cast) -> None:
    with tenant(cast.organisation):
        sign_up(intake, "mentor", 1)
        sign_up(intake, "mentee", 3)
        draw = draw_lots(intake, by=cast.cora)
        assert len(waiting_for_a_place(intake)) == 2
        waiting = draw.lots.filter(is_drawn=False).first()
        assert waiting is not None
        move_up(waiting, by=cast.cora)
        assert len(waiting_for_a_place(intake)) == 1
        with pytest.raises(AlreadyDone):
            move_up(waiting, by=cast.cora)
        assert not waiting.is_drawn


def test_everybody_has_the_same_chance() -> None:
    names = [str(n) for n in range(4)]
    first = [in_order_of_lots(str(seed), names)[0] for seed in range(2_000)]
    assert all(430 < first.count(name) < 570 for name in names)


def test_the_page_offers_lots_only_where_places_are_scarce(
    cora: Client, intake: Intake, cast: Cast
) -> None:
    at = "/programmes/lighthouse/intakes/autumn/"
    with tenant(cast.organisation):
        sign_up(intake, "mentor", 1)
    assert "Let lots decide" not in cora.get(at).content.decode()
    with tenant(cast.organisation):
        sign_up(intake, "mentee", 3)
    assert "Let lots decide" in cora.get(at).content.decode()
    cora.post(f"{at}lottery/")
    page = cora.get(f"{at}lottery/").content.decode()
    assert page.count("Give a place") == 2


@pytest.fixture
def drawn(intake: Intake, inside: Cast) -> Draw:
    """One place for three."""
    sign_up(intake, "mentor", 1)
    sign_up(intake, "mentee", 3)
    return draw_lots(intake, by=inside.cora)


def letters_of(event: str) -> list[tuple[str, str]]:
    for entry in Entry.objects.filter(event=event):
        tell_listeners(entry.pk, str(entry.organisation_id))
    return [(each.to[0], f"{each.subject} {each.body}") for each in mail.outbox]


def test_whoever_gets_a_place_is_told_at_the_address_of_her_sign_up(
    drawn: Draw, inside: Cast
) -> None:
    lot = drawn.lots.filter(is_drawn=False).select_related("enrolment").earliest("place")
    move_up(lot, by=inside.cora)
    ((to, words),) = letters_of("PlaceGiven")
    assert to == lot.enrolment.email
    assert "there is a place for you" in words
    assert "cora@example.org" in words


def test_a_place_that_becomes_free_is_told_to_whoever_can_give_it(
    drawn: Draw, inside: Cast
) -> None:
    winner = drawn.lots.get(is_drawn=True).enrolment
    withdraw_enrolment(winner, by=inside.cora)
    withdraw_enrolment(winner, by=inside.cora)
    ((to, words),) = letters_of("PlaceFree")
    assert to == "cora@example.org"
    assert "2 wait for one" in words
    assert "/programmes/lighthouse/intakes/autumn/lottery/" in words


def test_nobody_is_told_when_one_who_waits_goes(drawn: Draw, inside: Cast) -> None:
    for lot in drawn.lots.filter(is_drawn=False).select_related("enrolment"):
        withdraw_enrolment(lot.enrolment, by=inside.cora)
    withdraw_enrolment(drawn.lots.get(is_drawn=True).enrolment, by=inside.cora)
    assert letters_of("PlaceFree") == []
