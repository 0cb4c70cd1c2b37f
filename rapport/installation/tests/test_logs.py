"""Whatever somebody sends, the log has one line for it, and the terminal stays as it was."""

import logging
import re
from collections.abc import Iterator
from io import StringIO
from typing import Any
from urllib.parse import quote

import pytest
from django.conf import settings
from django.test import Client

from rapport.installation.logs import MARGIN, OneLine
from tests.cast import Cast

BEGINS = re.compile(r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} (WARNING|ERROR) ")
LOGGING: dict[str, Any] = settings.LOGGING
FORGED = "2026-01-01 00:00:00,000 WARNING django.request Signed in: Kim"
UGLY = [
    f"/x\n{FORGED}",
    f"/x\r\n{FORGED}",
    f"/x\u2028{FORGED}",
    f"/x\x85{FORGED}",
    "/x\x1b[2J\x1b]0;owned\x07",
    "/x\u202egnp.exe",
    "/x\x00",
]


@pytest.fixture
def log() -> Iterator[StringIO]:
    """What the handler of the settings would have written."""
    written = StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(OneLine())
    logging.getLogger().addHandler(handler)
    yield written
    logging.getLogger().removeHandler(handler)


def test_the_installation_writes_its_log_this_way() -> None:
    (handler,) = LOGGING["root"]["handlers"]
    formatter = LOGGING["handlers"][handler]["formatter"]
    named = LOGGING["formatters"][formatter]["()"]
    assert named == f"{OneLine.__module__}.{OneLine.__name__}"


@pytest.mark.parametrize("path", UGLY, ids=ascii)
def test_a_path_is_one_line_however_it_is_made(path: str, cast: Cast, log: StringIO) -> None:
    assert Client().get(quote(path)).status_code == 404
    (line,) = log.getvalue().splitlines()
    assert BEGINS.match(line)
    assert line.isprintable()


def test_a_message_and_the_trace_below_it_cannot_forge_a_record(log: StringIO) -> None:
    try:
        raise ValueError(f"no such thing\n{FORGED}")
    except ValueError:
        logging.getLogger("rapport").exception("Tried %s", f"this\x1b[2J\n{FORGED}")
    first, *others = log.getvalue().splitlines()
    assert BEGINS.match(first)
    assert first.isprintable()
    assert len(others) > 2
    assert all(line.startswith(MARGIN) for line in others)
