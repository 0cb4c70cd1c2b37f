"""Ten months of one pair, day by day on a clock that is moved: silent, asked, heard, left in peace.

Every day the clock strikes once, as it does in life; nothing is looked at but what it left behind.
"""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from rapport.domain.rhythm import Answer, Rest
from rapport.relationships import tasks
from rapport.relationships.actions.drift import answer_drift
from rapport.relationships.actions.holidays import set_holiday
from rapport.relationships.actions.meetings import Slot, arrange_meeting, note_held
from rapport.relationships.actions.pause import pause_relationship
from rapport.relationships.models import DecisionNeed, DriftQuestion, Pause, Relationship
from rapport.relationships.queries.rhythm import today_for
from tests.cast import Cast

DAY = timedelta(days=1)
BEGAN = date(2026, 9, 1)


class Months:
    """The pair's days: `until` lets the clock strike once a day and keeps what happened."""

    def __init__(self, it: Relationship, cast: Cast, patch: pytest.MonkeyPatch) -> None:
        self.it, self.cast, self.today, self.patch = it, cast, BEGAN, patch
        self.set(BEGAN)

    def set(self, day: date) -> None:
        self.today = day
        now = datetime(day.year, day.month, day.day, 5, 10, tzinfo=UTC)
        self.patch.setattr(timezone, "now", lambda: now)

    def until(self, last: date) -> list[date]:
        """The days on which the pair was asked."""
        before = set(DriftQuestion.objects.values_list("asked_on", flat=True))
        while self.today < last:
            self.set(self.today + DAY)
            tasks.look_after(self.cast.organisation.pk, self.it.pk)
        asked = set(DriftQuestion.objects.values_list("asked_on", flat=True))
        return sorted(asked - before)

    def meet(self) -> None:
        it = Relationship.objects.get(pk=self.it.pk)
        meeting = arrange_meeting(
            it, Slot(timezone.now() - timedelta(hours=1), 60), by=self.cast.ada
        )
        note_held(meeting, by=self.cast.ben)

    def answer(self, answer: Answer, *names: str) -> None:
        question = DriftQuestion.objects.order_by("-asked_on")[0]
        for name in names:
            answer_drift(question, answer, by=getattr(self.cast, name))

    def needs_decision(self) -> bool:
        return DecisionNeed.objects.filter(settled_at=None).exists()


@pytest.fixture
def months(here: Relationship, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Months:
    Relationship.objects.filter(pk=here.pk).update(
        began_at=datetime(2026, 9, 1, 9, tzinfo=UTC), rhythm_days=21
    )
    return Months(here, cast, monkeypatch)


def test_a_year_in_the_life_of_a_pair(months: Months) -> None:
    # They meet in their rhythm; nobody asks anything.
    assert months.until(date(2026, 9, 20)) == []
    months.meet()
    assert months.until(date(2026, 10, 18)) == []
    # Then silence: asked after the rhythm and a week; Ada alone answers, and is not enough.
    assert months.until(date(2026, 10, 25)) == [date(2026, 10, 19)]
    months.answer(Answer.CONTINUE, "ada")
    assert months.until(date(2026, 11, 8)) == [date(2026, 10, 30)]
    assert not months.needs_decision()
    # Two questions without an answer of both: now the coordinator learns just that, once.
    assert months.until(date(2026, 11, 10)) == []
    assert months.needs_decision()
    assert months.until(date(2026, 11, 20)) == []
    assert DecisionNeed.objects.count() == 1
    # Both answer: that settles it. They pause until the new year, and nobody asks meanwhile.
    months.answer(Answer.PAUSE, "ada", "ben")
    assert not months.needs_decision()
    pause_relationship(months.it, date(2027, 1, 11), by=months.cast.ben)
    assert months.until(date(2027, 1, 11)) == []
    assert Pause.objects.get().ended_at is not None
    # The pause was a sign of life; from its end the rhythm counts anew.
    assert months.until(date(2027, 2, 12)) == [date(2027, 2, 9)]
    months.meet()
    assert months.until(date(2027, 3, 12)) == []
    assert not months.needs_decision()


def test_holidays_of_the_programme_move_the_question_behind_them(months: Months) -> None:
    programme = months.it.intake.programme
    set_holiday(programme, "Harvest", Rest(date(2026, 9, 25), date(2026, 10, 8)))
    assert months.until(date(2026, 10, 13)) == []
    assert months.until(date(2026, 10, 14)) == [date(2026, 10, 14)]


def test_today_is_the_day_that_it_is_for_both(months: Months) -> None:
    for zone, day in (("Pacific/Auckland", 6), ("America/Los_Angeles", 5)):
        months.cast.ben.time_zone = zone
        months.cast.ben.save()
        months.set(date(2026, 10, 6))
        assert today_for(months.it, timezone.now()) == date(2026, 10, day)


def test_nobody_is_asked_before_it_is_that_day_for_all(months: Months) -> None:
    """At ten past five in the morning in Greenwich it is still yesterday where Ben lives."""
    months.cast.ben.time_zone = "America/Los_Angeles"
    months.cast.ben.save()
    assert months.until(date(2026, 9, 30)) == []
    assert months.until(date(2026, 10, 1)) == [date(2026, 9, 30)]


def test_a_clock_that_stood_still_asks_once_when_it_goes_again(months: Months) -> None:
    months.set(date(2026, 12, 1))
    assert months.until(date(2026, 12, 3)) == [date(2026, 12, 2)]
