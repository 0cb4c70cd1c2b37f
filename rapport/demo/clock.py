"""Dates of the demonstration, counted back from the day on which it is made."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta


@dataclass(frozen=True)
class Clock:
    """The day on which the demonstration is made; everything else is so many days before it."""

    today: date

    def day(self, before: int) -> date:
        """The day so many days ago; a negative number lies ahead."""
        return self.today - timedelta(days=before)

    def moment(self, before: int, hour: int = 10) -> datetime:
        """A moment on that day, in UTC."""
        return datetime.combine(self.day(before), time(hour, 0), UTC)

    def stamp(self, before: int) -> str:
        """The moment as sealed bodies write it."""
        return self.moment(before).strftime("%Y-%m-%dT%H:%M:%SZ")
