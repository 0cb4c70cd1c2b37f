"""Suggested dates: when an intake might begin and when its term is over."""

import calendar
from datetime import date


def first_of_next_month(today: date) -> date:
    """A beginning that leaves time to sign people up: the first of the month after next week."""
    months = today.month + (2 if today.day > 20 else 1)
    return date(today.year + (months - 1) // 12, (months - 1) % 12 + 1, 1)


def months_later(day: date, months: int) -> date:
    """The same day so many months on (1 or more); the month's last day where there is none."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
