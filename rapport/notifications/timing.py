"""When a mail goes out: at once, in the day's letter, or not at all. Plain Python, no clock.

Every moment carries its zone. Wall times are the reader's own: an hour that her zone skips in
spring counts as the hour after it, and one that comes twice in autumn counts when it comes first.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo


class Urgency(StrEnum):
    """How much an event matters by itself."""

    NOW = "now"
    TODAY = "today"
    SMALL = "small"


class Wish(StrEnum):
    """What somebody wants of one kind of news by mail."""

    USUAL = "usual"
    AT_ONCE = "at_once"
    DAILY = "daily"
    NEVER = "never"


class Way(StrEnum):
    ALONE = "alone"
    TOGETHER = "together"
    NO_MAIL = "no_mail"


# Complete: every wish × every urgency. Small news is never worth a mail.
WAYS: dict[tuple[Wish, Urgency], Way] = {
    (Wish.USUAL, Urgency.NOW): Way.ALONE,
    (Wish.USUAL, Urgency.TODAY): Way.TOGETHER,
    (Wish.USUAL, Urgency.SMALL): Way.NO_MAIL,
    (Wish.AT_ONCE, Urgency.NOW): Way.ALONE,
    (Wish.AT_ONCE, Urgency.TODAY): Way.ALONE,
    (Wish.AT_ONCE, Urgency.SMALL): Way.NO_MAIL,
    (Wish.DAILY, Urgency.NOW): Way.TOGETHER,
    (Wish.DAILY, Urgency.TODAY): Way.TOGETHER,
    (Wish.DAILY, Urgency.SMALL): Way.NO_MAIL,
    (Wish.NEVER, Urgency.NOW): Way.NO_MAIL,
    (Wish.NEVER, Urgency.TODAY): Way.NO_MAIL,
    (Wish.NEVER, Urgency.SMALL): Way.NO_MAIL,
}

BREAKS_THE_QUIET = timedelta(hours=12)
"""News of a meeting that begins so soon, or began, does not wait for the morning."""


@dataclass(frozen=True)
class Calm:
    """Somebody's zone, her quiet hours (equal ends: none), and when her day's letter comes."""

    zone: ZoneInfo
    quiet_from: time = time(21)
    quiet_until: time = time(7)
    daily_at: time = time(7, 30)

    def is_quiet(self, moment: datetime) -> bool:
        now = moment.astimezone(self.zone).time()
        if self.quiet_from <= self.quiet_until:
            return self.quiet_from <= now < self.quiet_until
        return now >= self.quiet_from or now < self.quiet_until

    def after_quiet(self, moment: datetime) -> datetime:
        """The moment itself, or the end of the quiet hours it falls into; in UTC."""
        if self.is_quiet(moment):
            return self.next_at(self.quiet_until, moment)
        return moment.astimezone(UTC)

    def next_letter(self, moment: datetime) -> datetime:
        """The first daily letter after the moment, never in quiet hours; in UTC."""
        return self.after_quiet(self.next_at(self.daily_at, moment))

    def next_at(self, wall: time, moment: datetime) -> datetime:
        """The first moment strictly after this one at which her clock shows this time."""
        today = moment.astimezone(self.zone).date()
        days = (today + timedelta(days=ahead) for ahead in range(-1, 3))
        known = sorted(each for day in days for each in self.moments(day, wall))
        return next(each for each in known if each > moment)

    def moments(self, day: date, wall: time) -> set[datetime]:
        """When her clock shows this time on that day, in UTC: twice when clocks go back."""
        at = datetime.combine(day, wall, self.zone)
        both = {at.replace(fold=fold).astimezone(UTC) for fold in (0, 1)}
        return {each for each in both if self.shows(each, wall)} or {max(both)}

    def shows(self, moment: datetime, wall: time) -> bool:
        return moment.astimezone(self.zone).time() == wall


def due_at(
    way: Way, calm: Calm, now: datetime, *, meeting_at: datetime | None = None
) -> datetime | None:
    """When the mail is due, in UTC; None when there is to be none."""
    if way is Way.NO_MAIL:
        return None
    if way is Way.TOGETHER:
        return calm.next_letter(now)
    is_soon = meeting_at is not None and meeting_at - now < BREAKS_THE_QUIET
    return now.astimezone(UTC) if is_soon else calm.after_quiet(now)
