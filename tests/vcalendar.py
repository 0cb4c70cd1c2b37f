"""A calendar program of our own, to read what we send: it shares no code with the writer.

Reads RFC 5545 line by line, takes time zones from the file alone (by dateutil), and keeps its
entries by UID and sequence as RFC 5546 asks: newer replaces older, a cancellation takes away.
"""

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from io import StringIO
from typing import Any

from dateutil.rrule import rrulestr  # type: ignore[import-untyped]  # it has no stubs
from dateutil.tz import UTC, tzical  # type: ignore[import-untyped]  # it has no stubs

LONGEST_LINE = 75
"""Bytes, without the line break (RFC 5545, 3.1)."""


@dataclass
class Property:
    name: str
    params: dict[str, str]
    value: str


@dataclass
class Component:
    name: str
    properties: list[Property] = field(default_factory=list)
    parts: list["Component"] = field(default_factory=list)

    def all(self, name: str) -> list[Property]:
        return [each for each in self.properties if each.name == name]

    def one(self, name: str) -> str:
        (found,) = self.all(name)
        return found.value

    def named(self, name: str) -> list["Component"]:
        return [each for each in self.parts if each.name == name]


def read(file: bytes) -> Component:
    """The one VCALENDAR in the file; AssertionError where the grammar is broken."""
    assert file.endswith(b"\r\n")
    assert all(len(line) <= LONGEST_LINE for line in file.split(b"\r\n"))
    root = Component("ROOT")
    stack = [root]
    for line in re.sub(r"\r\n[ \t]", "", file.decode()).split("\r\n")[:-1]:
        name, params, value = split(line)
        if name == "BEGIN":
            stack[-1].parts.append(Component(value))
            stack.append(stack[-1].parts[-1])
        elif name == "END":
            assert stack.pop().name == value
        else:
            stack[-1].properties.append(Property(name, params, value))
    assert stack == [root]
    (calendar,) = root.parts
    return calendar


def split(line: str) -> tuple[str, dict[str, str], str]:
    """NAME;KEY=VALUE;KEY="VALUE":VALUE"""
    match = re.fullmatch(r'([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^;:"]*))*):(.*)', line, re.DOTALL)
    assert match, f"not a line of a calendar: {line}"
    params = dict(re.findall(r';([A-Z-]+)=("[^"]*"|[^;:"]*)', match[2]))
    return match[1], params, match[3]


class Program:
    """What somebody's calendar looks like after one file after the other."""

    def __init__(self) -> None:
        self.entries: dict[str, Component] = {}
        self.overrides: dict[tuple[str, datetime], Component] = {}
        self.zones: Any = None

    def open(self, file: bytes) -> None:
        calendar = read(file)
        events = calendar.named("VEVENT")
        if calendar.named("VTIMEZONE"):
            self.zones = tzical(StringIO(file.decode()))
        master = next(each for each in events if not each.all("RECURRENCE-ID"))
        uid = master.one("UID")
        known = self.entries.get(uid)
        if known and int(known.one("SEQUENCE")) > int(master.one("SEQUENCE")):
            return
        self.forget(uid)
        if calendar.one("METHOD") == "CANCEL":
            assert master.one("STATUS") == "CANCELLED"
            return
        self.entries[uid] = master
        for each in events:
            if each is not master:
                assert each.one("UID") == uid
                self.overrides[uid, self.moment(each.all("RECURRENCE-ID")[0])] = each

    def forget(self, uid: str) -> None:
        self.entries.pop(uid, None)
        self.overrides = {key: each for key, each in self.overrides.items() if key[0] != uid}

    def moment(self, when: Property) -> datetime:
        """A moment on the time zones of the file alone."""
        value = datetime.strptime(when.value.rstrip("Z"), "%Y%m%dT%H%M%S")  # noqa: DTZ007  # below
        if when.value.endswith("Z"):
            return value.replace(tzinfo=UTC)
        return value.replace(tzinfo=self.zones.get(when.params["TZID"])).astimezone(UTC)

    def days(self) -> list[tuple[datetime, timedelta]]:
        """Every meeting it would show: when it begins, and how long it takes."""
        shown = [day for uid, entry in self.entries.items() for day in self.shown(uid, entry)]
        return sorted(shown)

    def shown(self, uid: str, entry: Component) -> list[tuple[datetime, timedelta]]:
        starts = self.occurrences(entry)
        moved = {start: self.overrides.get((uid, start)) for start in starts}
        length = self.moment(entry.all("DTEND")[0]) - self.moment(entry.all("DTSTART")[0])
        return [self.length_of(each) if each else (start, length) for start, each in moved.items()]

    def length_of(self, entry: Component) -> tuple[datetime, timedelta]:
        start = self.moment(entry.all("DTSTART")[0])
        return start, self.moment(entry.all("DTEND")[0]) - start

    def occurrences(self, entry: Component) -> list[datetime]:
        (start,) = entry.all("DTSTART")
        rules = entry.all("RRULE")
        if not rules:
            return [self.moment(start)]
        gone = {self.moment(each) for each in entry.all("EXDATE")}
        wall = datetime.strptime(start.value, "%Y%m%dT%H%M%S")  # noqa: DTZ007  # a wall clock
        walls = [each.strftime("%Y%m%dT%H%M%S") for each in rrulestr(rules[0].value, dtstart=wall)]
        all_days = [self.moment(Property("DTSTART", start.params, each)) for each in walls]
        return [day for day in all_days if day not in gone]
