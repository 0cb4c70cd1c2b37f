"""Every answer of every route carries the whole set of headers, whoever asks and whatever for."""

import json
import os
import re
import subprocess
import sys
import uuid
from collections.abc import Iterator

import pytest
from django.http import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from config.environment import ROOT
from tests.cast import Cast, MountedClient

EXAMPLES = {"uuid": str(uuid.UUID(int=7)), "int": "7", "slug": "x", "str": "x", "path": "x"}
EXACTLY = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
        "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; "
        "require-trusted-types-for 'script'; trusted-types ssp-url"
    ),
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Integrity-Policy": "blocked-destinations=(script)",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
}
REFUSED = ("camera", "geolocation", "microphone", "payment", "usb")


def paths(resolver: URLResolver | None = None, before: str = "/") -> Iterator[str]:
    """An example of every address there is."""
    for pattern in (resolver or get_resolver()).url_patterns:
        path = before + example(str(pattern.pattern))
        if isinstance(pattern, URLResolver):
            yield from paths(pattern, path)
        elif isinstance(pattern, URLPattern):
            yield path


def example(route: str) -> str:
    """A route with something in each of its places."""
    if route.startswith("^"):
        return re.sub(r"\(.*?\)(?=[/-])", "x", route).strip("^$")
    return re.sub(r"<(\w+):\w+>|<\w+>", lambda m: EXAMPLES.get(m[1] or "str", "x"), route)


def missing(response: HttpResponseBase) -> dict[str, str]:
    """The headers that are not as they must be."""
    wrong = {k: v for k, want in EXACTLY.items() if (v := response.headers.get(k, "")) != want}
    policy = response.headers.get("Permissions-Policy", "")
    return wrong | {each: policy for each in REFUSED if f"{each}=()" not in policy}


@pytest.mark.django_db
def test_every_route_answers_a_visitor_with_every_header() -> None:
    client = Client(raise_request_exception=False)
    wrong = {path: gaps for path in paths() if (gaps := missing(client.get(path)))}
    assert wrong == {}


@pytest.mark.parametrize("method", ["get", "post"])
def test_every_route_answers_a_member_with_every_header(cast: Cast, method: str) -> None:
    client = MountedClient(cast.organisation)
    client.raise_request_exception = False
    wrong = {}
    for path in paths():
        client.force_login(cast.cora)
        if gaps := missing(getattr(client, method)(path)):
            wrong[path] = gaps
    assert wrong == {}


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/nothing/here/", "/o/nowhere/", "/o/", "/accounts"])
def test_what_is_not_there_has_them_as_well(path: str) -> None:
    assert missing(Client(raise_request_exception=False).get(path)) == {}


@pytest.mark.django_db
def test_a_form_without_its_token_is_refused_with_every_header() -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/accounts/login/", {"login": "ada@example.org", "password": "x"})
    assert answer.status_code == 403
    assert missing(answer) == {}


BEHIND_TLS = """
import django, json
django.setup()
from django.test import Client
answer = Client(SERVER_NAME="mentoring.example").get("/accounts/login/", secure=True)
cookies = {name: {k: v for k, v in c.items() if v} for name, c in answer.cookies.items()}
print(json.dumps({"headers": dict(answer.headers), "cookies": cookies}))
"""


@pytest.mark.django_db
def test_behind_tls_cookies_are_the_host_s_own_and_https_is_remembered() -> None:
    address = {"RAPPORT_ADDRESS": "https://mentoring.example"}
    environment = os.environ | address | {"DJANGO_SETTINGS_MODULE": "config.settings"}
    run = subprocess.run(
        [sys.executable, "-c", BEHIND_TLS],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    said = json.loads(run.stdout.splitlines()[-1])
    assert said["headers"]["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    assert "__Host-csrf" in said["cookies"]
    for cookie in said["cookies"].values():
        assert cookie["secure"]
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
        assert cookie["path"] == "/"
        assert "domain" not in cookie
