"""When a meeting may be arranged, noted and prepared for. Moments know their zone; now is given."""

from datetime import datetime, timedelta

LENGTHS = (30, 45, 60, 90)
"""Minutes that are offered; any length from 10 to 480 is fine."""

FURTHEST_AHEAD = timedelta(days=366)
FURTHEST_BACK = timedelta(days=60)
"""A meeting that nobody had arranged may be written down for so long."""

PREPARE_WITHIN = timedelta(days=7)
REFLECT_WITHIN = timedelta(days=14)
"""After this nobody is reminded; a reflection can still be written."""

FIRST_WITHIN = timedelta(days=7)


def may_be_arranged(starts_at: datetime, now: datetime) -> bool:
    """Within a year ahead; or up to sixty days ago, to write down what took place."""
    return now - FURTHEST_BACK <= starts_at <= now + FURTHEST_AHEAD


def may_be_noted(starts_at: datetime, now: datetime) -> bool:
    """Nobody has met before the meeting began."""
    return starts_at <= now


def is_time_to_prepare(starts_at: datetime, now: datetime) -> bool:
    return now < starts_at <= now + PREPARE_WITHIN


def is_time_to_reflect(held_at: datetime, now: datetime) -> bool:
    return held_at <= now <= held_at + REFLECT_WITHIN


def suggested_start(last: datetime | None, rhythm_days: int, now: datetime) -> datetime:
    """One rhythm (in days) after the last meeting at the same hour; the first within a week.

    Never in the past, and never on a Saturday or Sunday: then the Monday after.
    """
    start = last + timedelta(days=rhythm_days) if last else now + FIRST_WITHIN
    if last is None:
        start = start.replace(hour=16, minute=0, second=0, microsecond=0)
    while start <= now:
        start += timedelta(days=7)
    to_monday = max(0, 7 - start.weekday()) if start.weekday() >= 5 else 0
    return start + timedelta(days=to_monday)


TIMES = range(2, 6)
"""So many times are offered to choose from: with one there is no choice, more is a burden."""

REPEATS = range(2, 27)
"""So many meetings can be arranged in one go: half a year of weeks."""


def series_starts(first: datetime, every_days: int, count: int) -> list[datetime]:
    """The beginnings of meetings in a rhythm (in days), on the wall clock of `first`'s zone.

    Four o'clock stays four o'clock when the clocks change: adding days to a moment that knows its
    zone adds days on the calendar, not hours on a stopwatch.
    """
    return [first + timedelta(days=every_days * number) for number in range(count)]
