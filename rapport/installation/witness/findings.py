"""Comparing what an installation gives out with what the release published."""

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha384
from urllib.parse import urljoin, urlsplit

from rapport.installation.witness.page import Code, Script, code_of
from rapport.installation.witness.visit import Answer, Visit

STATIC = re.compile(r"^/static/(?:[0-9a-f]{16}/)?(?P<path>.+)$")
# Each header a page must have, and what must be in it.
HEADERS: Mapping[str, tuple[str, ...]] = {
    "Content-Security-Policy": (
        "default-src 'none'",
        "script-src 'self';",
        "require-trusted-types-for 'script'",
        "base-uri 'none'",
        "object-src 'none'",
    ),
    "Integrity-Policy": ("blocked-destinations=(script)",),
}


def findings_on(page: Answer, released: Mapping[str, str]) -> Iterator[str]:
    """Sentences about one page, none when all is as published."""
    code = code_of(page.body.decode(errors="replace"))
    where = urlsplit(page.address).path
    yield from loose_code(code, where)
    for name, parts in HEADERS.items():
        given = page.headers.get(name, "") + ";"
        lacking = (part for part in parts if part not in given)
        yield from (f"{where}: the header {name} lacks “{part}”." for part in lacking)
    for script in code.scripts:
        yield from findings_about(script, page.address, released)


def loose_code(code: Code, where: str) -> Iterator[str]:
    """Code that stands in the page itself, where no published list can cover it."""
    if code.inline:
        yield f"{where}: {code.inline} scripts stand in the page itself."
    if code.handlers:
        yield f"{where}: {code.handlers} attributes of the page run code."
    if code.frames:
        yield f"{where}: {code.frames} frames or objects are built into the page."


def findings_about(script: Script, page: str, released: Mapping[str, str]) -> Iterator[str]:
    """Whether a page's script is one of the release, from this server, and pinned."""
    address = urljoin(page, script.address)
    where, found = urlsplit(page).path, STATIC.match(urlsplit(address).path)
    if urlsplit(address).netloc != urlsplit(page).netloc:
        yield f"{where}: a script comes from {urlsplit(address).netloc}."
    elif found is None or found["path"] not in released:
        yield f"{where}: the script {script.address} is not in the release."
    elif script.integrity != released[found["path"]]:
        yield f"{where}: the script {found['path']} is not pinned to what was released."


def findings_in_files(visit: Visit, page: Answer, released: Mapping[str, str]) -> Iterator[str]:
    """Every script of the release, fetched from where this page has its scripts."""
    base = static_base(page)
    for path, integrity in released.items():
        content = visit.get(f"{base}{path}").body
        if integrity != f"sha384-{b64encode(sha384(content).digest()).decode()}":
            yield f"The script {path} is not the one that was released."


def static_base(page: Answer) -> str:
    """The address below which a page has its scripts."""
    for script in code_of(page.body.decode(errors="replace")).scripts:
        path = urlsplit(urljoin(page.address, script.address)).path
        if found := STATIC.match(path):
            return path.removesuffix(found["path"])
    return "/static/"
