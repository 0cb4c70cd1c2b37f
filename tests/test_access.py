"""Who may open what: every route × every person × own, other and ended – a complete table.

The table is `tests/access_table.py`. A route without a row fails, and so does a row that
promises too much or too little.
"""

import json
from collections.abc import Iterator
from typing import cast
from urllib.parse import urlencode

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from pytest_django import DjangoDbBlocker

from tests.access_table import ROUTES, State, Who
from tests.scene import Scene, build_scene

COMMON, RARE = ("GET", "POST"), ("HEAD", "PUT", "PATCH", "DELETE", "OPTIONS")
OUTSIDE = {Who.VISITOR, Who.EVE, Who.OTTO}
FOREIGN = ("account_", "mfa_", "usersessions_", "socialaccount_")
"""Addresses of the accounts library; its own doors are tested with the accounts."""

# A worker keeps its half of the table together, so that it builds the scene only once.
ROWS = [
    pytest.param(name, marks=pytest.mark.xdist_group(f"access {place % 2}"))
    for place, name in enumerate(sorted(ROUTES))
]


@pytest.fixture(scope="module")
def scene(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Scene]:
    """Built once for the whole table; undone at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build_scene()
        transaction.set_rollback(True)


def route_names(resolver: URLResolver | None = None) -> Iterator[str]:
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            yield from route_names(pattern)
        elif isinstance(pattern, URLPattern):
            yield pattern.name or str(pattern.pattern)


def test_every_route_has_its_row() -> None:
    ours = {name for name in route_names() if not name.startswith(FOREIGN)}
    assert ours - set(ROUTES) == set(), "routes without a row"
    assert set(ROUTES) - ours == set(), "rows without a route"


def answer(scene: Scene, name: str, state: State, who: Who, method: str) -> HttpResponse:
    """One request, undone afterwards."""
    path = reverse(name, kwargs=scene.arguments(ROUTES[name].target, state))
    with transaction.atomic():
        response = scene.client(who).generic(method, path)
        transaction.set_rollback(True)
    return cast(HttpResponse, response)


def is_let_in(response: HttpResponse) -> bool:
    """Found something: a page, a form that complains, a way on – but no sign-in and no 404."""
    to_sign_in = response.status_code == 302 and "/accounts/login/" in response.headers["Location"]
    return response.status_code not in {401, 403, 404} and not to_sign_in


def trials(states: list[State]) -> Iterator[tuple[State, Who, str]]:
    """Everybody with the two common methods; those outside with the rare ones as well."""
    for state in states:
        yield from ((state, who, method) for who in Who for method in COMMON)
    yield from ((State.OWN, who, method) for who in OUTSIDE for method in RARE)


@pytest.mark.parametrize("name", ROWS)
def test_a_route_lets_in_whom_its_row_names_and_nobody_else(name: str, scene: Scene) -> None:
    row = ROUTES[name]
    wrong = [
        f"{who.value}, {state.value}, {method}: {response.status_code}"
        for state, who, method in trials(scene.states_of(row.target))
        if not is_right(
            response := answer(scene, name, state, who, method), who in row.let_in(state, method)
        )
    ]
    assert wrong == []


LEAK = '{"clientExtensionResults": {"prf": {"results": {"first": "AAAA"}}}}'


@pytest.mark.parametrize("name", ROWS)
def test_no_route_takes_what_a_passkey_unlocks(name: str, scene: Scene) -> None:
    row = ROUTES[name]
    client = scene.client(Who.BEN if Who.BEN in row.own else next(iter(row.own), Who.BEN))
    path = reverse(name, kwargs=scene.arguments(row.target, State.OWN))
    told = [
        client.generic("POST", path, encoded({"credential": given}, kind), kind)
        for given in (LEAK, json.dumps({"inner": LEAK}))
        for kind in FORMS
    ]
    told += [
        client.generic("POST", path, LEAK, kind) for kind in ("application/json", "text/plain")
    ]
    told.append(client.get(path, {"credential": LEAK}))
    assert [each.status_code for each in told] == [422] * 7
    assert all("must never leave it" in each.content.decode() for each in told)


FORMS = ("application/x-www-form-urlencoded", MULTIPART_CONTENT)


def encoded(given: dict[str, str], content_type: str) -> str | bytes:
    is_multipart = content_type == MULTIPART_CONTENT
    return encode_multipart(BOUNDARY, given) if is_multipart else urlencode(given)


def is_right(response: HttpResponse, expected: bool) -> bool:
    """As the table says. Two answers come before the door and say nothing about what is behind:
    “no such method” (405), and the question for the password again."""
    if response.status_code >= 500:
        return False
    if response.headers.get("Location", "").startswith("/accounts/reauthenticate/"):
        return True
    return response.status_code == 405 or is_let_in(response) == expected
