"""Dates of the demonstration, counted back from the day on which it is made; and a moved clock."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from unittest import mock


@dataclass(frozen=True)
class Clock:
    """The day on which the demonstration is made; everything else is so many days before it."""

    today: date

    def day(self, before: float) -> date:
        """The day so many days ago; a negative number lies ahead."""
        return self.today - timedelta(days=before)

    def moment(self, before: float, hour: int = 10) -> datetime:
        """A moment on that day, in UTC."""
        return datetime.combine(self.day(before), time(hour, 0), UTC)

    def stamp(self, before: float) -> str:
        """The moment as sealed bodies write it."""
        return self.moment(before).strftime("%Y-%m-%dT%H:%M:%SZ")

    @contextmanager
    def at(self, before: float, hour: int = 10) -> Iterator[None]:
        """Acts inside happen on that day, so that a history can be acted out in one go."""
        moment = self.moment(before, hour)
        with mock.patch("django.utils.timezone.now", return_value=moment):
            yield
