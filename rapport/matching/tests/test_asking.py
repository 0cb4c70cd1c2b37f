"""Who is asked in which mode, until when, and what becomes of wishes and of whoever is left."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core import mail
from django.test import Client

from config.tasks import tell_listeners
from rapport.domain.refusals import Incomplete, NotAcceptable, NotNow
from rapport.journal.models import Entry
from rapport.matching.actions.announcement import announce_round, end_round
from rapport.matching.actions.asking import ask_both_sides, end_asking, remind_of_says
from rapport.matching.actions.matching_round import form_pairs, throw_round_away
from rapport.matching.actions.say import rank_people, say_no, say_yes
from rapport.matching.models import Choice, MatchingRound, Mode
from rapport.matching.tasks import look_after
from rapport.matching.tests.conftest import (
    AT,
    TODAY,
    WEEK,
    asked,
    choice,
    in_mode,
    make_round,
    names,
    sign_up,
)
from rapport.organisations.models import Invitation
from rapport.programmes.models import Intake
from tests.cast import Cast


@pytest.mark.parametrize(
    ("mode", "people"),
    [
        (Mode.MENTEE_RANKS, {("Ben", "mentee"), ("Finn", "mentee")}),
        (Mode.SELF_MATCH, {("Ben", "mentee"), ("Finn", "mentee")}),
        (Mode.MENTOR_APPROVES, {("Ada", "mentor"), ("Nora", "mentor")}),
        (
            Mode.BOTH_RANK,
            {("Ben", "mentee"), ("Finn", "mentee"), ("Ada", "mentor"), ("Nora", "mentor")},
        ),
    ],
)
def test_a_mode_says_who_is_asked(
    inside: Cast, intake: Intake, mode: Mode, people: set[tuple[str, str]]
) -> None:
    found = make_round(inside, intake, mode)
    assert ask_both_sides(found, until=WEEK, by=inside.cora) == len(people)
    assert asked(found) == people
    assert Entry.objects.filter(event="SayAsked").count() == len(people)


def test_where_the_coordinator_decides_nobody_is_asked(inside: Cast, intake: Intake) -> None:
    found = make_round(inside, intake, Mode.COORDINATOR)
    with pytest.raises(Incomplete, match="nobody to ask"):
        ask_both_sides(found, until=WEEK, by=inside.cora)
    assert not Invitation.objects.exists()


def test_nobody_is_asked_until_yesterday(inside: Cast, intake: Intake) -> None:
    found = make_round(inside, intake, Mode.MENTEE_RANKS)
    with pytest.raises(NotAcceptable, match="last day"):
        ask_both_sides(found, until=TODAY - timedelta(days=1), by=inside.cora)


def test_first_suggestions_differ_so_that_no_star_is_swamped(inside: Cast, intake: Intake) -> None:
    in_mode(intake, Mode.SELF_MATCH)
    sign_up(intake, "Star", "mentor", topics=["Law", "Art", "Sea"])
    for name in ("Olaf", "Pia"):
        sign_up(intake, name, "mentor", topics=["Law"])
    for number in range(3):
        sign_up(intake, f"Mentee{number}", "mentee", topics=["Law", "Art", "Sea"])
    found = form_pairs(intake, by=inside.cora)
    ask_both_sides(found, until=WEEK, by=inside.cora)
    first = Choice.objects.filter(place=0).values_list("other__name", flat=True)
    assert sorted(first) == ["Olaf", "Pia", "Star"]
    assert Choice.objects.count() == 9


def test_wishes_decide_between_what_is_possible(inside: Cast, intake: Intake) -> None:
    found = make_round(inside, intake, Mode.MENTEE_RANKS)
    intake.enrolments.update(topics=["Law"])
    ask_both_sides(found, until=WEEK, by=inside.cora)
    for who, other in (("Ben", "Nora"), ("Finn", "Ada")):
        wished = choice(found, who, other)
        rank_people(wished.asking, {wished.pk: 1}, rather_not=frozenset(), by=inside.ben)
    end_asking(found, by=inside.cora)
    assert names(found) == {("Ben", "Nora"), ("Finn", "Ada")}


def test_a_rather_not_keeps_two_apart_in_every_later_round(inside: Cast, intake: Intake) -> None:
    found = make_round(inside, intake, Mode.MENTEE_RANKS)
    ask_both_sides(found, until=WEEK, by=inside.cora)
    never = choice(found, "Ben", "Ada")
    rank_people(never.asking, {}, rather_not=frozenset({never.pk}), by=inside.ben)
    end_asking(found, by=inside.cora)
    assert ("Ben", "Ada") not in names(found)
    with pytest.raises(NotNow, match="what they said counts"):
        throw_round_away(found, by=inside.cora)
    end_round(found, by=inside.cora)
    assert ("Ben", "Ada") not in names(form_pairs(intake, by=inside.cora))


def test_one_place_of_the_list_is_for_one_person(inside: Cast, intake: Intake) -> None:
    found = make_round(inside, intake, Mode.MENTEE_RANKS)
    ask_both_sides(found, until=WEEK, by=inside.cora)
    both = [choice(found, "Ben", other) for other in ("Ada", "Nora")]
    with pytest.raises(NotAcceptable, match="same place"):
        rank_people(
            both[0].asking, dict.fromkeys((one.pk for one in both), 1), rather_not=frozenset(),
            by=inside.ben,
        )  # fmt: skip


@pytest.mark.parametrize("act", [say_yes, say_no])
def test_after_the_last_day_nothing_is_answered(
    inside: Cast, approving: MatchingRound, act: Callable[..., None]
) -> None:
    MatchingRound.objects.update(answers_until=TODAY - timedelta(days=2))
    with pytest.raises(NotNow, match="over"):
        act(choice(approving, "Ada", "Ben"), by=inside.ada)


@pytest.mark.parametrize(
    ("day", "reminded"), [(WEEK - timedelta(days=3), 0), (WEEK - timedelta(days=2), 2), (WEEK, 2)]
)
def test_whoever_is_late_is_reminded_once(
    inside: Cast, approving: MatchingRound, day: date, reminded: int
) -> None:
    assert remind_of_says(approving, day) == reminded
    assert remind_of_says(approving, day) == 0


def test_the_clock_ends_what_is_over(inside: Cast, approving: MatchingRound) -> None:
    MatchingRound.objects.update(answers_until=TODAY - timedelta(days=2))
    look_after(inside.organisation.pk, approving.pk)
    look_after(inside.organisation.pk, approving.pk)
    approving.refresh_from_db()
    assert approving.asking_ended_at
    assert Entry.objects.filter(event="AskingEnded").count() == 1


def tell(event: str) -> list[str]:
    for entry in Entry.objects.filter(event=event):
        tell_listeners(entry.pk, str(entry.organisation_id))
    return [f"{each.to[0]} {each.subject} {each.body}" for each in mail.outbox]


def test_letters_go_to_whoever_is_asked_and_carry_no_name_of_another(
    inside: Cast, approving: MatchingRound
) -> None:
    letters = tell("SayAsked")
    assert sorted(each.split()[0] for each in letters) == ["ada@example.org", "nora@example.org"]
    assert not any("Ben" in each or "Finn" in each for each in letters)
    assert all("/o/harbour/say/" in each for each in letters)


def test_whoever_has_nobody_is_told_kindly_and_truly(inside: Cast, intake: Intake) -> None:
    for name in ("Ben", "Finn", "Gil"):
        sign_up(intake, name, "mentee", topics=["Law"])
    sign_up(intake, "Ada", "mentor", topics=["Law"])
    announce_round(form_pairs(intake, by=inside.cora), by=inside.cora)
    letters = tell("PlaceKept")
    assert len(letters) == 2
    assert all("More people wish for a mentor than there are places." in one for one in letters)
    assert all("next round" in one and "cora@example.org" in one for one in letters)
    again = form_pairs(intake, by=inside.cora) if sign_up(intake, "Nora", "mentor") else None
    assert again
    assert again.proposals.count() == 1


def test_the_coordinator_asks_ends_and_sees_only_how_many(
    cora: Client, inside: Cast, intake: Intake
) -> None:
    found = make_round(inside, intake, Mode.BOTH_RANK)
    assert "Ask both sides" in cora.get(f"{AT}1/").content.decode()
    assert cora.post(f"{AT}1/asking/", {"until": WEEK.isoformat()}).status_code == 302
    page = cora.get(f"{AT}1/")
    assert (page.context["asked"], page.context["answered"]) == (4, 0)
    assert cora.post(f"{AT}1/asking/end/").status_code == 302
    found.refresh_from_db()
    assert found.asking_ended_at


@pytest.mark.usefixtures("no_second_note")
def test_asking_many_takes_as_many_queries_as_asking_few(
    inside: Cast, intake: Intake, django_assert_max_num_queries: Callable[..., object]
) -> None:
    in_mode(intake, Mode.BOTH_RANK)
    counted = []
    for count in (6, 40):
        for number in range(count):
            sign_up(intake, f"Mentor{count}-{number}", "mentor")
            sign_up(intake, f"Mentee{count}-{number}", "mentee")
        found = form_pairs(intake, by=inside.cora)
        with django_assert_max_num_queries(90) as queries:  # type: ignore[attr-defined]
            ask_both_sides(found, until=WEEK, by=inside.cora)
        counted.append(len(queries))
        intake.enrolments.all().delete()
        found.delete()
    assert counted[0] == counted[1]
