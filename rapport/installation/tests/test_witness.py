"""The witness sees every way in which a page could bring other code than the release."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from rapport.installation.integrity import integrity
from rapport.installation.witness.findings import HEADERS, findings_in_files, findings_on
from rapport.installation.witness.record import BrokenRecord, Look, add, check
from rapport.installation.witness.visit import Unreachable, Visit

FILES = {"sealed/1/box.js": b"export const a = 1", "web/js/theme.js": b"export {}"}
RELEASED = {path: integrity(content) for path, content in FILES.items()}
BASE = "/static/0123456789abcdef/"


def tag(path: str, pinned: str) -> str:
    return f'<script type="module" src="{BASE}{path}" integrity="{pinned}"></script>'


@dataclass(frozen=True)
class Site:
    """What a server gives out: one page with its headers, and files."""

    page: str
    headers: dict[str, str] = field(
        default_factory=lambda: {name: "; ".join(parts) for name, parts in HEADERS.items()}
    )
    files: dict[str, bytes] = field(default_factory=lambda: dict(FILES))


TAGS = "".join(tag(path, pinned) for path, pinned in RELEASED.items())
HONEST = Site(f'<html><head>{TAGS}<script type="application/json">{{}}</script></head></html>')


def with_page(old: str, new: str) -> Site:
    assert old in HONEST.page
    return replace(HONEST, page=HONEST.page.replace(old, new))


def without(header: str, part: str) -> Site:
    given = HONEST.headers[header]
    return replace(HONEST, headers=HONEST.headers | {header: given.replace(part, "")})


# What a dishonest server could do, and the words the witness has for it.
DEEDS = {
    "another script at a known address": (
        replace(HONEST, files=FILES | {"sealed/1/box.js": b"export const a = 2"}),
        "The script sealed/1/box.js is not the one that was released.",
    ),
    "a script of its own": (
        with_page("<head>", f"<head>{tag('sealed/1/more.js', 'sha384-x')}"),
        "is not in the release",
    ),
    "a script that is not pinned": (
        with_page(RELEASED["web/js/theme.js"], ""),
        "web/js/theme.js is not pinned to what was released",
    ),
    "a script from elsewhere": (
        with_page("<head>", '<head><script src="https://example.net/x.js"></script>'),
        "a script comes from example.net",
    ),
    "a script in the page": (with_page("<head>", "<head><script>1</script>"), "in the page itself"),
    "a handler": (with_page("<head>", '<head><body onload="x()">'), "attributes of the page"),
    "a frame": (with_page("<head>", '<head><iframe src="/x">'), "frames or objects"),
    "a weaker policy": (
        without("Content-Security-Policy", "script-src 'self';"),
        "lacks “script-src 'self';”",
    ),
    "a policy that allows more": (
        replace(HONEST, headers=HONEST.headers | {
            "Content-Security-Policy": HONEST.headers["Content-Security-Policy"].replace(
                "script-src 'self'", "script-src 'self' 'unsafe-inline'"
            )
        }),
        "lacks “script-src 'self';”",
    ),
    "no pinning": (without("Integrity-Policy", "blocked-destinations=(script)"), "Integrity-"),
}  # fmt: skip


@contextmanager
def serving(site: Site) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.removeprefix(BASE)
            self.send_response(200)
            for name, value in site.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(site.files[path] if path in site.files else site.page.encode())

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # as inherited
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def findings(site: Site) -> list[str]:
    with serving(site) as address:
        visit = Visit(address)
        page = visit.get("/")
        return [*findings_on(page, RELEASED), *findings_in_files(visit, page, RELEASED)]


def test_an_honest_server_is_left_in_peace() -> None:
    assert findings(HONEST) == []


@pytest.mark.parametrize("deed", DEEDS)
def test_a_deed_is_seen(deed: str) -> None:
    site, words = DEEDS[deed]
    assert [sentence for sentence in findings(site) if words in sentence]


def test_a_server_that_is_not_there_is_no_verdict() -> None:
    with serving(HONEST) as address:
        pass
    with pytest.raises(Unreachable, match="did not answer"):
        Visit(address).get("/")


def test_an_address_that_is_no_web_page_is_refused() -> None:
    with pytest.raises(Unreachable, match="no address of a web page"):
        Visit("file:///etc").get("passwd")


def look(number: int) -> Look:
    return Look(datetime(2026, 3, number, tzinfo=UTC), "https://x.example", 2, ["One differs."])


def test_looks_are_chained(tmp_path: Path) -> None:
    for number in (1, 2, 3):
        add(look(number), tmp_path / "record")
    assert len(check(tmp_path / "record")) == 64


@pytest.mark.parametrize("changed", [0, 1])
def test_a_changed_look_is_noticed(tmp_path: Path, changed: int) -> None:
    record = tmp_path / "record"
    for number in (1, 2, 3):
        add(look(number), record)
    lines = record.read_text().splitlines()
    lines[changed] = json.dumps(json.loads(lines[changed]) | {"findings": []})
    record.write_text("\n".join(lines) + "\n")
    with pytest.raises(BrokenRecord, match=f"Line {changed + 2}"):
        check(record)
